lawtrack.words("wa",{"wastefulness":[75,1],"wastefulness 2":[76],"wastefulness 7":[75]});
