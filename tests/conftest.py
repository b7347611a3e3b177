"""Shared by all tests: makes `tests/` importable (`from strategies import documents`) and gives generated tests their time.

Generated tests draw the same examples on every machine, so that a change is judged by what it changes; LAWTRACK_EXPLORE=1 draws new ones.
"""

import os

from hypothesis import settings

settings.register_profile("lawtrack", deadline=None, max_examples=80, derandomize="LAWTRACK_EXPLORE" not in os.environ)
settings.load_profile("lawtrack")
