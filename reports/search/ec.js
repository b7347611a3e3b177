lawtrack.words("ec",{"economic":[29,31,14,3],"economic development":[29,31,14],"economic security":[77]});
