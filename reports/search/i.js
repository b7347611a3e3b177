lawtrack.words("i",{"i":[56],"i sản":[56]});
