lawtrack.words("o",{"ở":[16,27,6],"ở các":[49],"ở nước":[43],"ở trong":[16]});
