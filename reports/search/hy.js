lawtrack.words("hy",{"hy":[22],"hy sinh":[22]});
