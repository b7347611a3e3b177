lawtrack.words("gh",{"ghép":[52],"ghép với":[52]});
