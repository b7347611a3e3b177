lawtrack.words("ju",{"june":[80],"june 08":[80]});
