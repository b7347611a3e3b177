"""Labels that a scan has damaged, or that stand in the line of the one before, mended where the members of the list on both sides
prove them: "1 3." between "12." and "14.", "1)" between "k)" and "m)", a second "đ)" between "c)" and "đ)". What only one side speaks for
is left as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.ingest.model import Line
from lawtrack.law.message import Message
from lawtrack.outline.marks import Style, marks
from lawtrack.outline.quotes import opening
from lawtrack.outline.sequence import succeeds
from lawtrack.text.fold import CAPITALS
from lawtrack.text.repair import Repair

# letters that are read for figures, and figures with a space in between
_NUMBER = re.compile(rf"(?=[^.)]*[IlO|\s])([\dIlO|](?:\s?[\dIlO|]){{0,2}})\s?([.)])\s*(?=[{CAPITALS}]|[“\"])")
_FIGURES = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", " ": None})
# figures and capitals that are read for "l"
_ELL = re.compile(r"([1iI|])(\))\s*(?=\S)")
# d and đ differ by a stroke
_STROKE = re.compile(r"([dđ])(\))\s*(?=\S)")
_NUMERAL = re.compile(r"((?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+)([IVXl]*l[IVXl]*)([a-zđ]?)(?![\wđ])")
_INSIDE = {
    Style.NUMBER: re.compile(rf"(?<=[.;:”\"])\s*(\d{{1,3}}[a-zđ]?)([.)])\s+(?=[“\"]?[{CAPITALS}])"),
    Style.LETTER: re.compile(rf"(?<=[.;:”\"])\s+([a-zđ])(\))\s+(?=[“\"]?[{CAPITALS}])"),
}
# a member of a list of numbers ends the lists of letters below it
_ENDS = {Style.NUMBER: (Style.WORD,), Style.LETTER: (Style.WORD, Style.NUMBER)}


@dataclass(frozen=True, slots=True)
class _Label:
    style: Style
    label: str
    stop: str


def mend_labels(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair]]:
    """The lines with their labels mended, and what was done."""
    lines, numerals = _numerals(lines)
    found = [_read(line.text, language) for line in lines]
    repairs = [*numerals]
    for at, line in enumerate(lines):
        for reading, length in _readings(line.text):
            if _fits(found, at, reading):
                skip = opening(line.text)
                printed = line.text[skip : skip + length]
                text = f"{line.text[:skip]}{reading.label}{reading.stop} {line.text[skip + length :].lstrip()}"
                lines[at] = Line(text, line.number, line.page)
                found[at] = reading
                repairs.append(
                    Repair(line.number, printed.strip(), reading.label + reading.stop, Message("label read by the list it stands in"))
                )
                break
    return _parted(lines, found, repairs)


def _read(text: str, language: str) -> _Label | None:
    """The label of a line, where it is one by its form: of a number, a letter, or one with its word."""
    for mark in marks(text[opening(text) :], language):
        if mark.style in (Style.NUMBER, Style.LETTER) or (mark.style is Style.WORD and mark.firm):
            return _Label(mark.style, mark.label, mark.printed[-1:])
    return None


def _readings(text: str) -> list[tuple[_Label, int]]:
    """What a damaged label may have been, and the length of what is printed."""
    text = text[opening(text) :]
    out = []
    if number := _NUMBER.match(text):
        out.append((_Label(Style.NUMBER, number.group(1).translate(_FIGURES), number.group(2)), number.end()))
    if ell := _ELL.match(text):
        out.append((_Label(Style.LETTER, "l", ")"), ell.end()))
    if stroke := _STROKE.match(text):
        out.append((_Label(Style.LETTER, "d" if stroke.group(1) == "đ" else "đ", ")"), stroke.end()))
    return out


def _neighbour(found: list[_Label | None], at: int, step: int, wanted: _Label) -> int | None:
    """The nearest member of such a list before or behind a line, or None where the list ends in between."""
    here = at + step
    while 0 <= here < len(found):
        label = found[here]
        if label is not None:
            if label.style is wanted.style and label.stop == wanted.stop:
                return here
            if label.style in _ENDS[wanted.style]:
                return None
        here += step
    return None


def _fits(found: list[_Label | None], at: int, reading: _Label) -> bool:
    before, behind = _neighbour(found, at, -1, reading), _neighbour(found, at, 1, reading)
    if before is None or behind is None:
        return False
    one, two = found[before], found[behind]
    return (
        one is not None
        and two is not None
        and succeeds(one.label, reading.label, reading.style)
        and succeeds(reading.label, two.label, reading.style)
    )


def _numerals(lines: list[Line]) -> tuple[list[Line], list[Repair]]:
    """ "Chương VIla" is Chương VIIa: there is no other numeral that it can be."""
    out, repairs = [], []
    for line in lines:
        skip = opening(line.text)
        if wrong := _NUMERAL.match(line.text, skip):
            put = wrong.group(1) + wrong.group(2).replace("l", "I") + wrong.group(3)
            if any(m.label == put.split()[-1] for m in marks(line.text[skip:])):
                repairs.append(Repair(line.number, wrong.group(0), put, Message("l in a Roman numeral read as I")))
                line = Line(line.text[:skip] + put + line.text[wrong.end() :], line.number, line.page)
        out.append(line)
    return out, repairs


def _parted(lines: list[Line], found: list[_Label | None], repairs: list[Repair]) -> tuple[list[Line], list[Repair]]:
    """Members that stand in the line of the one before them, cut off where the list lacks just them."""
    cuts: dict[int, list[int]] = {}
    for at, label in enumerate(found):
        if label is None or label.style not in _INSIDE:
            continue
        behind = _neighbour(found, at, 1, label)
        after = found[behind] if behind is not None else None
        if behind is None or after is None or succeeds(label.label, after.label, label.style):
            continue
        places = [
            (here, m)
            for here in range(at, behind)
            for m in _INSIDE[label.style].finditer(lines[here].text, 1)
            if m.group(2) == label.stop
            and succeeds(label.label, m.group(1), label.style)
            and succeeds(m.group(1), after.label, label.style)
        ]
        if len(places) == 1:
            here, m = places[0]
            cuts.setdefault(here, []).append(m.start(1))
            words = lines[here].text
            repairs.append(
                Repair(
                    lines[here].number,
                    words[max(0, m.start(1) - 12) : m.end()],
                    f"{words[max(0, m.start(1) - 12) : m.start(1)].rstrip()} ⏎ {words[m.start(1) : m.end()]}",
                    Message("a label in the line of the one before"),
                )
            )
    out: list[Line] = []
    for at, line in enumerate(lines):
        start = 0
        for cut in sorted(cuts.get(at, [])):
            out.append(Line(line.text[start:cut].rstrip(), line.number, line.page))
            start = cut
        out.append(Line(line.text[start:], line.number, line.page) if start else line)
    return out, repairs
