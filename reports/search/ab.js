lawtrack.words("ab",{"ability":[74],"ability to":[74],"able":[60],"able to":[60],"about":[60,2],"about security":[60,2],"abusing":[62],"abusing positions":[62]});
