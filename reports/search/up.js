lawtrack.words("up",{"updating":[76],"updating and":[76],"upgrading":[29],"upgrading improving":[29],"upon":[67],"upon investment":[67]});
