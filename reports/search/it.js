lawtrack.words("it",{"it":[28,47,1],"it them":[75],"it to":[75,1],"it will":[28],"its":[27,45],"its establishment":[27],"its guiding":[72]});
