lawtrack.words("cy",{"cybersecurity":[29],"cybersecurity and":[29]});
