lawtrack.words("wr",{"written":[67],"written permission":[67]});
