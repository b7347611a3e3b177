lawtrack.words("ty",{"type":[63],"type organizational":[63],"typical":[59,2],"typical features":[59,2]});
