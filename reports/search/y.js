lawtrack.words("y",{"y":[43],"y tế":[43],"ý":[15],"ý nghĩa":[15]});
