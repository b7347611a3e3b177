lawtrack.words("bl",{"blockchain":[29],"blockchain industry":[29]});
