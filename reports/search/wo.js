lawtrack.words("wo",{"work":[73],"work at":[73],"workers":[73],"workers who":[73],"works":[80],"works specific":[80]});
