"""Statements of closing articles that acts or parts of acts expire, are replaced, are suspended or come back.

Nghị định này thay thế Nghị định số 60/2018/NĐ-CP …
Luật … số 80/2015/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành
Các văn bản sau đây hết hiệu lực …: a) … b) …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.acts import Cited, kind_at, listed, read_act
from lawtrack.amend.clauses import Clause, Verb
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Ref, Role, read_refs, separator_at
from lawtrack.amend.tokens import Token, tokenize, word_set

_SUSPENDS = re.compile(r"^(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+(?:áp\s+dụng|thi\s+hành))?\s*", re.IGNORECASE)
_TOWARDS = re.compile(r"\bđối\s+với\b", re.IGNORECASE)
_REVIVES = re.compile(
    r"\b(?:có\s+hiệu\s+lực\s+trở\s+lại|được\s+khôi\s+phục\s+hiệu\s+lực|tiếp\s+tục\s+có\s+hiệu\s+lực\s+(?:kể\s+)?từ)", re.IGNORECASE
)
_ABOUT = re.compile(r"^\W*(?:các\s+|những\s+)?(?:nội\s+dung\s+)?quy\s+định\s+(?:về|liên|trước|có|của)", re.IGNORECASE)
_CONTRARY = re.compile(r"quy\s+định\b.*\btrái\s+với\b.*\b(?:bãi\s+bỏ|hết\s+hiệu\s+lực)", re.IGNORECASE)
_EXPIRES = re.compile(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)
_REPLACES = re.compile(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\s+"
    r"(?:[^“”]*?\bvà\s+)?(?:sẽ\s+)?thay\s+thế\s+(?:cho\s+)?(?:các\s+)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:văn bản|nghị định|thông tư|pháp lệnh|quyết định|quy định|luật|điều|khoản)[^.;]*\bsau(?: đây)?\b", re.IGNORECASE)
_DESCRIBED = re.compile(r"^(?:các\s+|những\s+)?(?:nội dung\s+)?quy định\b", re.IGNORECASE)


def closing_clauses(line: str) -> tuple[Clause, ...] | None:
    """The clauses of such a statement; a clause without objects where the acts are listed in the lines below; None for any other
    line."""
    if match := _SUSPENDS.match(line) or _REVIVES.search(line):
        verb = Verb.SUSPEND if match.re is _SUSPENDS else Verb.REVIVE
        tail = line[match.end() :] if verb is Verb.SUSPEND else line[: match.start()]
        # The units and the act stand in front, or behind "cho đến khi … đối với"; the name of an act may hold these words too.
        behinds = [m.end() for m in _TOWARDS.finditer(tail)] if verb is Verb.SUSPEND else []
        for behind in (0, *behinds):
            named = tail[behind:]
            tokens = list(without_provenance(tokenize(named)[0], named))
            refs, acts, _, _ = _subject(tokens, named)
            if refs or acts:
                return (Clause(verb, objects=tuple(refs), acts=tuple(acts) if not refs else ()),)
        return (Clause(verb, unread="" if _LISTED.search(tail) else line.strip(" .;")),)
    if _CONTRARY.search(line):
        return (Clause(Verb.REPEAL, described=line.strip(" .")),)
    if match := _REPLACES.match(line):
        replaced = _acts(line[match.end() :])
        return (Clause(Verb.REPLACE, acts=replaced, by_act=Cited("", own=True)),) if replaced else None
    expires = _EXPIRES.search(line)
    if not expires or line.lstrip().lower().startswith(("trường hợp", "trong trường hợp", "khi ")):
        return None
    head = line[: expires.start()]
    if re.match(r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định)\s+này\b", head.strip(), re.IGNORECASE):
        return None
    tokens = list(without_provenance(tokenize(head)[0], head))
    refs, acts, described, rest = _subject(tokens, head)
    if not refs and not acts:
        return (Clause(Verb.REPEAL),) if _LISTED.search(line) and not rest else None
    unread = f"{rest} hết hiệu lực" if rest else ""
    if described and (_ABOUT.search(head) or not refs):
        return (Clause(Verb.REPEAL, objects=tuple(refs), acts=tuple(acts), described=head.strip()),)
    if refs:
        return (Clause(Verb.REPEAL, objects=tuple(refs), acts=tuple(acts), unread=unread),)
    return (Clause(Verb.REPEAL, acts=tuple(acts), unread=unread),)


def _acts(text: str) -> tuple[Cited, ...]:
    tokens = list(without_provenance(tokenize(text)[0], text))
    found: list[Cited] = []
    i = 0
    while i < len(tokens):
        act = read_act(tokens, i, text)
        if not act:
            break
        found.append(listed(found[-1] if found else None, act[0], tokens[i - 1].low if i else ""))
        i = separator_at(tokens, act[1])[1]
        if i == act[1]:
            break
    return tuple(a for a in found if not a.own)


_OPENING = word_set(
    "các những văn bản quy phạm pháp luật lệnh nghị quyết thông tư bộ liên tịch sau đây quy định nội dung tại của và , nêu trên :"
)
_CLOSING = word_set("đều sẽ cùng đồng thời cũng bị toàn bộ , và nêu trên này")


def _subject(tokens: Sequence[Token], text: str) -> tuple[list[Ref], list[Cited], bool, str]:
    """(units, whole acts, whether the units are only described, words not read) in front of "hết hiệu lực": a list of units and acts
    from the first word on; a sentence about anything else (permits, contracts) has none."""
    refs: list[Ref] = []
    acts: list[Cited] = []
    described = bool(_DESCRIBED.match(text.strip()))
    i = _since(tokens)
    while i < len(tokens):
        found, j = read_refs(tokens, i, Role.OBJECT)
        if found:
            k = j + 1 if j < len(tokens) and tokens[j].low in ("của", "tại") else j
            act = read_act(tokens, k, text)
            cited = act[0] if act and not act[0].own else None
            refs += [r if cited is None else _with(r, cited) for r in found]
            i = act[1] if act else j
        elif kind_at(tokens, i) and (act := read_act(tokens, i, text)) and (act[0].number or act[0].kind in _NAMED):
            if refs and all(r.act is None for r in refs):
                refs = [_with(r, act[0]) for r in refs]
            elif not act[0].own:
                before = "" if not i else tokens[i - 1].low
                acts.append(listed(acts[-1] if acts else None, act[0], before))
            i = act[1]
        elif tokens[i].low in _OPENING or tokens[i].low == ";" or (described and not refs):
            i += 1
        else:
            break
    while i < len(tokens) and tokens[i].low in _CLOSING:
        i += 1
    rest = text[tokens[i].start :].strip() if i < len(tokens) else ""
    return [r for r in refs if r.act is not None], acts, described, rest


_NAMED = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")


def _since(tokens: Sequence[Token]) -> int:
    """The index behind "Kể từ ngày Luật này có hiệu lực thi hành,"."""
    if [t.low for t in tokens[:2]] not in (["kể", "từ"], ["từ", "ngày"]):
        return 0
    return next((i + 1 for i, t in enumerate(tokens) if t.low == ","), 0)


def _with(ref: Ref, cited: Cited) -> Ref:
    return replace(ref, act=cited)
