lawtrack.words("wh",{"when":[80],"when security":[80],"which":[60,1,3],"which are":[60],"which is":[64],"which such":[61],"which vietnam":[60],"who":[73],"who are":[73],"who have":[73]});
