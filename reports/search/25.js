lawtrack.words("25",{"25":[24],"25 khen":[24]});
