"""Statements of closing articles that acts or parts of acts expire, are replaced, are suspended or come back.

Nghị định này thay thế Nghị định số 60/2018/NĐ-CP …
Luật … số 80/2015/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành
Các văn bản sau đây hết hiệu lực …: a) … b) …
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.cited import Cited, kind_at, listed, one_more, read_act
from lawtrack.amend.clauses import Clause, Verb
from lawtrack.amend.days import excepted, unquoted, until
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Ref, Role, read_refs
from lawtrack.amend.statements import OWN_ACT
from lawtrack.amend.tails import held
from lawtrack.amend.tokens import Token, tokenize, word_set
from lawtrack.law.provision import CONTAINERS

_SUSPENDS = re.compile(r"^(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+(?:áp\s+dụng|thi\s+hành))?\s*", re.IGNORECASE)
# "Lùi thời hạn thi hành khoản 2 Điều 1 Luật số … đến ngày …": it has no effect until then, whether it has begun or not.
_POSTPONES = re.compile(
    r"^\W*lùi\s+(?:(?:thời\s+(?:hạn|điểm|gian)|ngày)\s+)?(?:(?:có\s+)?hiệu\s+lực(?:\s+(?:thi\s+hành|áp\s+dụng))?|thi\s+hành|áp\s+dụng"
    r"|thực\s+hiện)\s+(?:đối\s+với\s+)?",
    re.IGNORECASE,
)
_DAYS = re.compile(r"[\s,]+(?:(?:kể\s+)?từ|(?:cho\s+)?đến|sang)\s+(?:hết\s+)?(?:ngày|khi)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\bđối\s+với\b", re.IGNORECASE)
_REVIVES = re.compile(
    r"\b(?:có\s+hiệu\s+lực\s+trở\s+lại|được\s+khôi\s+phục\s+hiệu\s+lực|tiếp\s+tục\s+có\s+hiệu\s+lực\s+(?:kể\s+)?từ)", re.IGNORECASE
)
_GOES_ON = re.compile(r"\b(?:tiếp\s+tục|vẫn)\s+(?:còn\s+)?có\s+hiệu\s+lực\b", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*(?:các\s+|những\s+)?(?:nội\s+dung\s+)?quy\s+định\s+(?:về|liên|trước|có|của)", re.IGNORECASE)
_CONTRARY = re.compile(r"quy\s+định\b.*\btrái\s+với\b.*\b(?:bãi\s+bỏ|hết\s+hiệu\s+lực)", re.IGNORECASE)
# "Nghị định số … hết hiệu lực …", in older acts "… bị bãi bỏ."
_EXPIRES = re.compile(
    r"\bhết\s+hiệu\s+lực\b|(?<!đã)\s(?:đều\s+)?(?:được|bị)\s+(?:bãi|hủy|huỷ)\s+bỏ(?=\s*(?:[.;]|$|,?\s(?:kể\s+)?từ\s))", re.IGNORECASE
)
_REPLACES = re.compile(
    rf"^\W*(?:kể\s+từ\s+ngày\s[^,;]*,\s*)?(?:{OWN_ACT}\s+(?:[^“”]*?\bvà\s+)?)?(?:sẽ\s+|được\s+)?(?:đồng\s+thời\s+)?"
    r"thay\s+thế(?:\s*(?:,|và)\s*bãi\s+bỏ)?(?:\s+|(?=:))(?:cho\s+)?(?:toàn\s+bộ\s+)?",
    re.IGNORECASE,
)
_OWN_HEAD = re.compile(rf"^{OWN_ACT}\b", re.IGNORECASE)
_LISTED = re.compile(r"(?:văn bản|nghị định|thông tư|pháp lệnh|quyết định|quy định|luật|điều|khoản)[^.;]*\bsau(?: đây)?\b", re.IGNORECASE)
_LIST = re.compile(rf"(?:các\s+|những\s+)?{_LISTED.pattern}", re.IGNORECASE)
_DESCRIBED = re.compile(r"^(?:các\s+|những\s+)?(?:nội dung\s+)?quy định\b", re.IGNORECASE)


def closing_clauses(line: str) -> tuple[Clause, ...] | None:
    """The clauses of such a statement; a clause without objects where the acts are listed in the lines below; None for any other
    line."""
    if match := _POSTPONES.match(line):
        return (_postponed(line, line[match.end() :]),)
    if match := _SUSPENDS.match(line) or _REVIVES.search(line):
        verb = Verb.SUSPEND if match.re is _SUSPENDS else Verb.REVIVE
        tail = line[match.end() :] if verb is Verb.SUSPEND else line[: match.start()]
        # The units and the act stand in front, or behind "cho đến khi … đối với"; the name of an act may hold these words too.
        behinds = [m.end() for m in _TOWARDS.finditer(tail)] if verb is Verb.SUSPEND else []
        for behind in (0, *behinds):
            named = tail[behind:]
            tokens = list(without_provenance(tokenize(named)[0], named))
            refs, acts, _, rest = _subject(tokens, named)
            if refs or acts:
                day = None if behind else _DAYS.search(tail)
                limits = verb is Verb.SUSPEND and (excepted(f" {rest}") or (day and _TOWARDS.search(tail, day.end())))
                unread = line.strip(" .;") if limits else ""
                return (Clause(verb, objects=tuple(refs), acts=tuple(acts) if not refs else (), unread=unread),)
        return (Clause(verb, unread="" if _LISTED.search(tail) else line.strip(" .;")),)
    if (goes_on := _GOES_ON.search(line)) and (kept := _kept(line[: goes_on.start()])):
        return (Clause(Verb.REVIVE, objects=kept, unread=line.strip(" .;")),)
    if own := _own_ended(line):
        return (Clause(Verb.REPEAL, objects=own, unread=line.strip(" .;")),)
    if _CONTRARY.search(line):
        return (Clause(Verb.REPEAL, described=line.strip(" .")),)
    if match := _REPLACES.match(line):
        return _replaced(line, line[match.end() :])
    expires = _EXPIRES.search(unquoted(line))
    if not expires or line.lstrip().lower().startswith(("trường hợp", "trong trường hợp", "khi ")):
        return None
    head = line[: expires.start()]
    if _OWN_HEAD.match(head.strip()):
        return None
    tokens = list(without_provenance(tokenize(head)[0], head))
    refs, acts, described, rest = _subject(tokens, head)
    if not refs and not acts:
        return (Clause(Verb.REPEAL),) if _LISTED.search(line) and not rest else None
    tail = line[expires.start() :]
    limits = _LIMITED.search(tail.replace(excepted(tail), "")) or (excepted(tail) if refs else "")
    unread = f"{rest} hết hiệu lực" if rest else tail.strip(" .;") if limits else ""
    if described and (_ABOUT.search(head) or not refs):
        return (Clause(Verb.REPEAL, objects=tuple(refs), acts=tuple(acts), described=head.strip()),)
    if refs:
        return (Clause(Verb.REPEAL, objects=tuple(refs), acts=tuple(acts), unread=unread),)
    return (Clause(Verb.REPEAL, acts=tuple(acts), unread=unread),)


def _kept(head: str) -> tuple[Ref, ...]:
    """The units of another act of which `head` says that they go on: until when, and whether the act around them ends, is for an editor."""
    if _EXPIRES.search(head):
        return ()
    head = re.sub(r"^\W*riêng\s+", "", head, flags=re.IGNORECASE)
    return tuple(_subject(list(without_provenance(tokenize(head)[0], head)), head)[0])


def _own_ended(line: str) -> tuple[Ref, ...]:
    """The units of the act itself of which a line says that they end, or hold until a day: an end of what they brought is for an editor."""
    ends = _OWN_END.search(line)
    if ends is None:
        return ()
    head = re.sub(r"^\W*(?:(?:các\s+)?(?:quy\s+định|nội\s+dung)\s+)?(?:tại\s+)?", "", line[: ends.start()], flags=re.IGNORECASE)
    tokens = list(without_provenance(tokenize(head)[0], head))
    refs, i = read_refs(tokens, 0, Role.OBJECT)
    behind = tokens[i + 1 :] if i < len(tokens) and tokens[i].low == "của" else tokens[i:]
    own = read_act(behind, 0, head)
    return tuple(_with(r, own[0]) for r in refs) if own and own[0].own and own[1] >= len(behind) else ()


_OWN_END = re.compile(
    r"\b(?:hết\s+hiệu\s+lực|(?:được\s+)?(?:thực\s+hiện|áp\s+dụng|có\s+hiệu\s+lực(?:\s+thi\s+hành)?)\s+(?:cho\s+)?đến)\b", re.IGNORECASE
)


def postpones(line: str) -> bool:
    """Whether a line puts off the effect of units or acts."""
    return bool(_POSTPONES.match(line))


def _postponed(line: str, named: str) -> Clause:
    """The clause of a statement that units or acts take effect later; for an editor where it says more, or no day until which."""
    day = _DAYS.search(named)
    head = named[: day.start()] if day else named
    refs, acts, _, rest = _subject(list(without_provenance(tokenize(head)[0], head)), head)
    whole = not rest.strip(" .,;") and not _TOWARDS.search(head)
    if day and until(named[day.start() :]) is not None and whole and bool(refs) != bool(acts):
        return Clause(Verb.SUSPEND, objects=tuple(refs), acts=tuple(acts))
    words = line.strip(" .;")
    if not refs and not acts:
        return Clause(Verb.SUSPEND, unread=words)
    return Clause(Verb.SUSPEND, objects=tuple(refs), acts=() if refs else tuple(acts), described=words)


def _replaced(line: str, text: str) -> tuple[Clause, ...] | None:
    """ "thay thế các Thông tư số …, Thông tư số …", "thay thế các Thông tư sau:"."""
    if _WORDS.match(text):
        return None  # a change of words, forms or annexes is a command, and read as such
    text = text.lstrip(" :")
    tokens = list(without_provenance(tokenize(text)[0], text))
    refs, acts, described, rest = _subject(tokens, text)
    rest = "" if _AFTERWARDS.match(rest) else rest.strip(" .;")
    if refs and not acts and not rest and not described:
        return None  # units are replaced: a command
    if not refs and not acts:
        if line.rstrip().endswith(":") and (not text or _LIST.match(text)):
            return (Clause(Verb.REPLACE),)
        return (Clause(Verb.REPLACE, unread=rest),) if rest and _OWN_HEAD.match(line.strip()) else None
    told: tuple[Clause, ...] = ()
    if described:  # "các quy định về ao tại Quyết định số …": a part of each act
        return (Clause(Verb.REPLACE, objects=tuple(refs), acts=tuple(a for a in acts if not a.own), described=text.strip(" .;")),)
    if acts:
        told = (Clause(Verb.REPLACE, acts=tuple(a for a in acts if not a.own), by_act=Cited("", own=True)),)
    if refs:
        return (*told, Clause(Verb.REPLACE, objects=tuple(refs), described=text.strip(" .;")))
    return (*told, Clause(Verb.REPLACE, unread=rest)) if rest else told


def described_ending(line: str) -> tuple[Clause, ...] | None:
    """What a statement of a closing article ends that names an act and no unit of it, described, for an editor ("Bãi bỏ quy trình … ban
    hành kèm theo Quyết định số …", "Chuẩn mực số … ban hành theo Quyết định số … hết hiệu lực kể từ ngày Thông tư này có hiệu lực", "Các
    mẫu ban hành kèm theo Thông tư này thay thế các mẫu ban hành kèm theo Thông tư số …"). None where nothing of an act ends."""
    expires = _EXPIRES_FROM.search(line)
    if _CONDITIONAL.match(line):
        return None
    if ends := _ENDS.match(line) or _IN_PLACE.match(line):
        named = line[ends.end() :]
    elif expires:
        named = line[: expires.start()]
    else:
        return None
    if not _SYMBOL.search(named):
        return None
    tokens = tokenize(named)[0]
    found = (read_act(tokens, i, named) for i in range(len(tokens)) if kind_at(tokens, i))
    acts = tuple(a[0] for a in found if a and not a[0].own)[:1]
    return (Clause(Verb.REPEAL, acts=acts, described=named.strip(" .;:")),)


_CONDITIONAL = re.compile(
    r"^\W*(?:trường hợp|trong|khi|nếu|đối với|sau khi|trước|giấy|chứng chỉ|tổ chức|cá nhân|cơ sở|doanh nghiệp)\b", re.IGNORECASE
)
_ENDS = re.compile(
    rf"^\W*(?:kể\s+từ\s+ngày\s[^,;]*,\s*)?(?:{OWN_ACT}\s+)?(?:sẽ\s+)?"
    r"(?:thay\s+thế|bãi\s+bỏ|h[ủu][ỷy]\s+bỏ|chấm\s+dứt\s+hiệu\s+lực)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    rf"^\W*(?:các\s|phụ\s+lục|mẫu|biểu|bảng|quy\s+định|danh\s+mục)[^.;]*\b{OWN_ACT}\s+(?:áp\s+dụng\s+)?thay\s+thế\b", re.IGNORECASE
)
_EXPIRES_FROM = re.compile(
    rf"(?:hết\s+hiệu\s+lực|không\s+còn\s+hiệu\s+lực|\bbãi\s+bỏ)(?:\s+thi\s+hành)?"
    rf"(?:[\s,]+(?:kể\s+)?từ\s+(?:ngày|khi)\s+(?:{OWN_ACT}\b|\d)|\s*[.;]?\s*$)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\d\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{2}|\d[-/](?:HĐBT|CP)\b")
_WORDS = re.compile(r"(?:các\s+)?(?:cụm\s+từ|từ|dấu|chữ|phụ\s+lục|mẫu|biểu|đoạn|câu)\b", re.IGNORECASE)
# What may stand behind the acts a statement names and says no more of them: a day, an exception, that this act takes effect.
_AFTERWARDS = re.compile(
    r"\W*(?:(?:và\s+)?(?:có\s+hiệu\s+lực|(?:kể\s+)?từ\s+(?:ngày|khi)|(?:ngoại\s+)?trừ\b|riêng\b|khi\b)|(?:đã\s+)?ban\s+hành\s+ngày|$)",
    re.IGNORECASE,
)
# Behind "hết hiệu lực": for some only, in part, on a condition, from a happening.
_LIMITED = re.compile(
    rf"\b(?:đối\s+với|chỉ|nếu|trường\s+hợp|một\s+phần|(?:kể\s+)?từ\s+(?:khi|thời\s+điểm)\s+(?!{OWN_ACT}))\b|\bcho\s+đến\s+khi\b",
    re.IGNORECASE,
)
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
            j = held(tokens, j) if found[-1].steps and found[-1].steps[-1].kind in CONTAINERS else j
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
        elif more := one_more(tokens, i, acts[-1] if acts else None):
            acts.append(listed(acts[-1], more[0], tokens[i - 1].low))
            i = more[1]
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
    """The index behind "Kể từ ngày Luật này có hiệu lực thi hành," (or "thì")."""
    if [t.low for t in tokens[:2]] not in (["kể", "từ"], ["từ", "ngày"]):
        return 0
    return next((i + 1 for i, t in enumerate(tokens) if t.low in (",", "thì")), 0)


def _with(ref: Ref, cited: Cited) -> Ref:
    return replace(ref, act=cited)
