lawtrack.words("ef",{"effect":[78],"effect this":[78],"effectively":[74],"effectively and":[74],"effectiveness":[60],"effectiveness and":[60],"efficiency":[67],"efficiency in":[67]});
