"""The engine: timeline, resolve, apply. Pure. Floor 3."""
