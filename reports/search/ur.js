lawtrack.words("ur",{"urgent":[28],"urgent missions":[28]});
