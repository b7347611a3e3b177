lawtrack.words("23",{"23":[22,33,24],"23 chính":[22],"23 responsibility":[79],"23 trách":[55]});
