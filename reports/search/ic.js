lawtrack.words("ic",{"ích":[3,7,11,3],"ích hợp":[3,7,11,3]});
