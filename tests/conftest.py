"""Shared by all tests: makes `tests/` importable (`from strategies import documents`) and gives generated tests their time."""

from hypothesis import settings

settings.register_profile("lawtrack", deadline=None, max_examples=80)
settings.load_profile("lawtrack")
