lawtrack.words("is",{"is":[28,31,1,1,2,1],"is a":[28,32],"is commissioned":[61],"is held":[64],"is other":[59],"is promulgated":[61],"is the":[63],"is used":[61],"issues":[76],"issues and":[76]});
