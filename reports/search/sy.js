lawtrack.words("sy",{"system":[64,10],"system of":[64,10]});
