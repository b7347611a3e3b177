lawtrack.words("ga",{"gây":[23,1],"gây ra":[23],"gây thiệt":[24],"gắn":[36],"gắn kết":[36]});
