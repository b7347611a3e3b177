lawtrack.words("fa",{"fabricating":[64],"fabricating manufacturing":[64],"fabrication":[59,12],"fabrication and":[59],"fabrication manufacturing":[71],"failed":[80],"failed to":[80]});
