lawtrack.words("od",{"oda":[47,5,19,5],"oda cho":[52],"oda các":[47],"oda funds":[71,5]});
