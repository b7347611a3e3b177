lawtrack.words("fe",{"features":[59,2],"features intended":[59],"features suitable":[61],"fee":[67],"fee incentives":[67]});
