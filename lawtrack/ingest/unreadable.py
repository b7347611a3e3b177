"""Texts whose letters are not what they say, and texts without articles: refused, with the cause and the remedy.

Before Unicode, Vietnamese was written in fonts of its own (TCVN3 ".VnTime", VNI) or in plain letters (VIQR); files are also saved in the
wrong encoding on the way. Such a text has none of the letters that only Vietnamese has, and signs of one of these scripts instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.ingest.model import IngestError

_OWN = re.compile("[\u1ea0-\u1ef9đĐơƠưƯ]")
_FEW = 0.01  # the share of own letters below which a text cannot be Vietnamese: measured acts have more than 0.15
_MANY = 5
_SIGNS = (
    (
        re.compile("á[»º]|Ä[\u0080-\u009f‘’“”\u0090]|Æ[°¡]"),
        "the text is UTF-8 that was read as another encoding",
        "open the original file and save it as UTF-8",
    ),
    (
        re.compile("[®§](?=[a-zA-Z\u00a8-\u00ff])|[a-z][µ¶·¸¹ªÊÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßïñóôõö÷øùúûüýþ](?![A-ZĐ])"),
        "the text is in TCVN3 (ABC, “.VnTime”), not in Unicode",
        "convert it to Unicode first, for example with UniKey or the export of the word processor",
    ),
    (
        re.compile("[Ññ](?=[aeiouyAEIOUYöôøùûÖÔ])|[aeouyAEOUYöô][ùøûõïâáàåãäêéèëüúÙØÛÕÏÂÁÀÅÃÄÊÉÈËÜÚ]"),
        "the text is in VNI, not in Unicode",
        "convert it to Unicode first, for example with UniKey or the export of the word processor",
    ),
    (re.compile(r"[aeouyAEOUY][\^(+][`'?~.]|\b[dD]d[aeiouy]"), "the text is in VIQR, not in Unicode", "convert it to Unicode first"),
    (
        re.compile(r"(?<=[A-Za-z])\?(?=[a-z])|\?\?[a-z]"),
        "letters of the text were lost: question marks stand for them",
        "use the original file",
    ),
    (
        re.compile(r"\b(?:Dieu|DIEU|Khoan|khoan|Chuong|CHUONG) \d|\b(?:Nghi dinh|Thong tu|quy dinh|thi hanh)\b"),
        "the text is Vietnamese without its marks",
        "use a copy with marks: without them it is not the text of the law",
    ),
)
_ARTICLE = re.compile(r"(?:Điều|Article)\s+\d+\s*[.:]")


def refuse_broken_letters(lines: Sequence[str]) -> None:
    """Raises IngestError where the letters of a text are those of an encoding that was not read, or are lost."""
    text = "\n".join(lines)
    letters = sum(map(str.isalpha, text))
    if letters < 40 or len(_OWN.findall(text)) >= _FEW * letters:
        return
    counts = [(len(sign.findall(text)), message, remedy) for sign, message, remedy in _SIGNS]
    count, message, remedy = max(counts, key=lambda row: row[0])
    if count >= _MANY and count >= 0.005 * letters:
        raise IngestError(message, remedy=remedy)


def no_articles(lines: Sequence[str], form: str = "") -> IngestError:
    """Why a text of a format has no articles."""
    full = [line for line in lines if line.strip()]
    if full and max(len(_ARTICLE.findall(line)) for line in full) >= 3:
        return IngestError(
            "the articles stand in one line, without line breaks", remedy="give a copy in which every article and clause begins a line"
        )
    if form == "html":
        return IngestError(
            "the page holds no articles: many portals show the act as a file inside the page",
            remedy="download the .docx or .pdf the page offers, and import that",
        )
    return IngestError("the text holds no articles", remedy="give the text of an act, with its articles")
