lawtrack.words("10",{"10":[9,33,9,5,10,9,5],"10 cooperate":[75],"10 hợp":[42],"10 international":[66],"10 ngân":[9],"10 other":[80],"10 phối":[51],"10 thiết":[56]});
