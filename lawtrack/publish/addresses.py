"""Where pages stand and what their anchors are called. These are permanent: `docs/publish.md` promises them.

    index.html                              the acts
    thay-doi.html                           what changed, what takes effect next
    cho-xu-ly.html                          what was refused or waits
    tim-kiem.html                           search
    van-ban/<slug>/index.html               an act over all its days (the Vietnamese expression, or the only one)
    van-ban/<slug>/<language>/index.html    a further expression of it
    van-ban/<slug>/2026-03-01.html          its text on the first day of a version; .txt .json .md beside it
    van-ban/<slug>/song-ngu.html            two languages side by side
    bao-cao/<slug>.html                     the report of an act; .json .md beside it

`x.html` speaks Vietnamese, `x.en.html` English; both show the same law. The text of one day alone speaks the language of the act.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from posixpath import relpath

from lawtrack.law.address import Address
from lawtrack.law.document import Document
from lawtrack.law.operation import Operation
from lawtrack.text.numbers import slug

_LONG = 72
_UNSAFE = re.compile(r"[^0-9a-zà-ỹđ.~_-]+")
_DAY = re.compile(r"/\d{4}-\d\d-\d\d\.html$")

INDEX, CHANGES, WAITING, SEARCH = "index.html", "thay-doi.html", "cho-xu-ly.html", "tim-kiem.html"


def act_slug(number: str) -> str:
    """The name of an act in addresses: its slug; shortened, or made up, with a mark of the number's own where it is too long to be a
    file name or has no letters."""
    name = slug(number)
    if name and len(name) <= _LONG:
        return name
    return f"{name[:48].strip('-') or 'van-ban'}-{sha256(number.encode()).hexdigest()[:12]}"


def anchor(address: Address | str) -> str:
    """The id of a provision on its page: its canonical address."""
    name = _UNSAFE.sub("-", str(address).lower())
    return name if len(name) <= _LONG else f"{name[:48]}-{sha256(name.encode()).hexdigest()[:12]}"


def operation_anchor(operation: Operation) -> str:
    """The id of an operation on the report of its act: "lenh-dieu-1.khoan-3-1"."""
    return anchor("lenh-" + operation.id.rpartition("#")[2].replace("/", "-"))


def spoken(path: str, language: str) -> str:
    """The page of `path` in a language of the interface."""
    return path if language == "vi" or _DAY.search(path) else re.sub(r"\.html$", f".{language}.html", path)


def act_folder(number: str, language: str = "", main: str = "") -> str:
    """The folder of an expression; `main` is the language of the work's first expression."""
    folder = f"van-ban/{act_slug(number)}"
    return folder if language in ("", main) else f"{folder}/{language}"


def act_page(number: str, language: str = "", main: str = "") -> str:
    """The page of an act over all its days."""
    return f"{act_folder(number, language, main)}/index.html"


def day_page(number: str, day: date, language: str = "", main: str = "") -> str:
    """The permanent address of an act's text on a day."""
    return f"{act_folder(number, language, main)}/{day.isoformat()}.html"


def report_page(document: Document | str) -> str:
    """The report of an act."""
    return f"bao-cao/{act_slug(document if isinstance(document, str) else document.number)}.html"


def relative(path: str, page: str) -> str:
    """`path` as a link from `page`, both from the root of the site."""
    target, _, fragment = path.partition("#")
    if target in ("", page) and fragment:
        return f"#{fragment}"
    folder = page.rpartition("/")[0] or "."
    return relpath(target, folder) + (f"#{fragment}" if fragment else "")
