lawtrack.words("ii",{"ii":[56,24],"ii dual":[80],"ii sản":[56]});
