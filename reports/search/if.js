lawtrack.words("if",{"if":[67],"if the":[67]});
