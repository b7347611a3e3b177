lawtrack.words("21",{"21":[3,8,9,33,24],"21 huy":[20],"21 nghị":[3,8],"21 responsibilities":[77],"21 trách":[53]});
