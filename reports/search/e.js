lawtrack.words("e",{"e":[11],"e trách":[11]});
