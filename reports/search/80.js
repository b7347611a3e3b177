lawtrack.words("80",{"80":[22],"80 mức":[22]});
