lawtrack.words("14",{"14":[13,33,24],"14 cơ":[46],"14 mechanisms":[70],"14 trách":[13]});
