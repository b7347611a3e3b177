lawtrack.words("fr",{"from":[67,4,5,2],"from august":[78],"from domestic":[71],"from other":[76],"from the":[76],"from those":[67]});
