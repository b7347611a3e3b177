lawtrack.words("12",{"12":[11,33,7,17,7],"12 cooperate":[75],"12 cơ":[44],"12 mechanisms":[68],"12 phối":[51],"12 xây":[11]});
