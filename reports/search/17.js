lawtrack.words("17",{"17":[16,33,24],"17 nguồn":[49],"17 personnel":[73],"17 tăng":[16]});
