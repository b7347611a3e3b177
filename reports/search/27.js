lawtrack.words("27",{"27":[26],"27 trách":[26]});
