lawtrack.words("al",{"allocation":[27],"allocation and":[27],"allowed":[59,1],"allowed to":[59,1],"also":[28],"also a":[28]});
