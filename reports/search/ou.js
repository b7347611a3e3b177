lawtrack.words("ou",{"out":[65,2,4,4],"out additional":[67],"out inspection":[75],"out public":[71],"out reverse":[65],"outside":[28,39],"outside public":[67],"outside the":[28]});
