lawtrack.words("av",{"aviation":[29],"aviation security":[29],"avoid":[75,1],"avoid overlapping":[75,1]});
