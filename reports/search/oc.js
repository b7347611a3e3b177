lawtrack.words("oc",{"occupational":[67],"occupational accident":[67],"occupational diseases":[67],"occupational safety":[67]});
