lawtrack.words("cl",{"classified":[62],"classified as":[62],"clear":[76],"clear and":[76],"cloud":[29],"cloud computing":[29]});
