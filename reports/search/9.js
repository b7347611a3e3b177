lawtrack.words("9",{"9":[8,33,10,5,9,10,5],"9 activities":[65],"9 cooperate":[75],"9 các":[56],"9 hoàn":[8],"9 hoạt":[41],"9 other":[80],"9 phối":[51],"9 thiết":[56],"9 works":[80]});
