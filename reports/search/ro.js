lawtrack.words("ro",{"routes":[29],"routes fire":[29],"rõ":[52],"rõ ràng":[52],"rộng":[36],"rộng hợp":[36]});
