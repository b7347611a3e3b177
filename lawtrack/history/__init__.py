"""The workspace and its Git: sources, the derived law history, point in time, blame. Floor 4."""
