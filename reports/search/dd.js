lawtrack.words("dd",{"dd":[67,4],"dd being":[67],"dd loans":[71]});
