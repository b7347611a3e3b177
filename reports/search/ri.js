lawtrack.words("ri",{"rights":[57],"rights and":[57],"risk":[28],"risk urgent":[28],"risks":[28],"risks and":[28],"river":[29],"river routes":[29],"riêng":[11,32],"riêng 5":[11],"riêng phần":[43]});
