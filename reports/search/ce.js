lawtrack.words("ce",{"center":[64],"center for":[64],"central":[57],"central affiliated":[57]});
