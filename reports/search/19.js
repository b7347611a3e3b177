lawtrack.words("19",{"19":[3,15,33,24],"19 huy":[18],"19 responsibilities":[75],"19 trách":[51],"19 và":[3]});
