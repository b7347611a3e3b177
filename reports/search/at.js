lawtrack.words("at",{"at":[67,6],"at schools":[67],"at security":[67,6],"attracting":[73,2],"attracting high":[73,2]});
