lawtrack.words("xe",{"xem":[3],"xem xét":[3],"xét":[3],"xét huy":[3]});
