lawtrack.words("ge",{"gears":[59,1,3,8,3,6],"gears management":[60],"gears professional":[59,4,8,3],"gears security":[80]});
