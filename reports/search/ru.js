lawtrack.words("ru",{"rules":[57,3,14],"rules for":[57,3],"rules specified":[74]});
