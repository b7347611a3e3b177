lawtrack.words("ea",{"each":[63],"each security":[63]});
