lawtrack.words("ow",{"ownership":[63],"ownership according":[63]});
