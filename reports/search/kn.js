lawtrack.words("kn",{"know":[62],"know how":[62]});
