lawtrack.texts(0,[]);
