lawtrack.words("af",{"affected":[67],"affected additional":[67],"affiliated":[57,15,4],"affiliated cities":[57],"affiliated to":[72,4],"after":[67,9],"after obtaining":[76],"after the":[67]});
