lawtrack.words("15",{"15":[14,11,22,24],"15 cung":[14],"15 nguồn":[47],"15 ngày":[25],"15 sources":[71]});
