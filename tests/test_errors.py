"""Known errors of every room are one kind: the command line tells them from faults of the program by it alone."""

import importlib
import inspect
import pkgutil

import lawtrack
from lawtrack.law.errors import LawtrackError

OWN = {"Unfit", "_Misfit"}  # said again by their callers with the unit they belong to


def test_every_error_a_room_defines_is_a_known_one() -> None:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(lawtrack.__path__, "lawtrack.") if "__main__" not in m.name]
    errors = {
        found
        for module in modules
        for found in vars(module).values()
        if inspect.isclass(found) and issubclass(found, Exception) and found.__module__.startswith("lawtrack.")
    }
    assert {e.__name__ for e in errors if not issubclass(e, LawtrackError)} == OWN


def test_an_error_says_where() -> None:
    assert LawtrackError("x", path="a.md", line=3).place == "a.md:3"
    assert LawtrackError("x", path="a.md").place == "a.md"
    assert LawtrackError("x", line=3).place == "line 3"
    assert LawtrackError("x").place == ""
