lawtrack.words("jo",{"joint":[64,1,1,5,4],"joint venture":[64,1,1,5,4]});
