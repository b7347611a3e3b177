"""The word "Điều" with one letter wrong ("Điền 36. Hiệu lực thi hành"), which hides an article. It is put right where the articles on both
sides prove it: the one before has the number before, and the one behind the number behind, or there is none."""

from __future__ import annotations

import re

from lawtrack.ingest.model import Line
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline.marks import marks
from lawtrack.text.labels import follows
from lawtrack.text.repair import Repair

_HEADING = re.compile(r"(?P<word>[^\W\d_]{4})\s+(?P<label>\d{1,3}[a-zđ]?)[.:]\s+(?=[^\W\d_a-zà-ỹđ])")


def mend_articles(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair]]:
    """The lines with misprints of "Điều" put right, and what was done."""
    found = {n: m for n, line in enumerate(lines) if (m := _HEADING.match(line.text)) and _misprint(m.group("word"))}
    if language != "vi" or not found:
        return lines, []
    labels = {n: label for n, line in enumerate(lines) if (label := _article(line.text, language))}
    out = list(lines)
    repairs: list[Repair] = []
    for n, match in found.items():
        before = next((labels[i] for i in range(n - 1, -1, -1) if i in labels), "")
        behind = next((labels[i] for i in range(n + 1, len(lines)) if i in labels), "")
        label = match.group("label")
        if not before or not follows(before, label) or (behind and not follows(label, behind)):
            continue
        word = "ĐIỀU" if match.group("word").isupper() else "Điều"
        out[n] = Line(word + lines[n].text[match.end("word") :], lines[n].number, lines[n].page)
        labels[n] = label
        repairs.append(
            Repair(lines[n].number, match.group("word"), word, Message("a letter of the word Điều: the articles on both sides prove it"))
        )
    return out, repairs


def _article(text: str, language: str) -> str:
    found = marks(text, language)
    return found[0].label if found and found[0].kind is Kind.DIEU and found[0].firm else ""


def _misprint(word: str) -> bool:
    """Whether the word is "Điều" with one letter wrong."""
    return any(sum(a != b for a, b in zip(word, right, strict=True)) == 1 for right in ("Điều", "ĐIỀU"))
