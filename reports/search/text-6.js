lawtrack.texts(6,[]);
