lawtrack.words("il",{"illegal":[62],"illegal acts":[62],"illegally":[62],"illegally purchasing":[62],"illegally using":[62]});
