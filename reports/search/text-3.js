lawtrack.texts(3,[]);
