lawtrack.words("we",{"weapon":[60],"weapon disarmament":[60],"weaponry":[28],"weaponry and":[28],"weapons":[59,1,3,8,3,6],"weapons and":[80],"weapons explosive":[59,1,3,8,3]});
