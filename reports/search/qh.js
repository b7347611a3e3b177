lawtrack.words("qh",{"qh15":[27,1,1,1,1,1]});
