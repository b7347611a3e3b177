lawtrack.words("ov",{"over":[64],"over 50":[64],"overlapping":[75,1],"overlapping investment":[75],"overlapping issues":[76],"overseas":[76],"overseas credit":[76]});
