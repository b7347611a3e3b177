"""Changes of words: phrases replaced, deleted, added, at one, many or all places.

    cụm từ “A” bằng cụm từ “B” tại khoản 1 và cụm từ “C” bằng cụm từ “D” tại khoản 2 Điều 201
    cụm từ “A” vào sau cụm từ “B” tại khoản 1; vào cuối điểm i khoản 2 Điều 39
    dấu “,” bằng từ “hoặc” trước cụm từ “X” tại điểm i khoản 1, trước cụm từ “Y” tại điểm m khoản 1 Điều 52

Places close what stands in front of them and has no place yet; a new anchor behind a place takes the words over; the verb is said once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lawtrack.amend.cited import Cited, act_title, kind_at, read_act
from lawtrack.amend.clauses import Verb, Words
from lawtrack.amend.heard_words import Change, HeardWords
from lawtrack.amend.places import announced_places, no_place, no_unit, occurrence_at
from lawtrack.amend.quoted import quoted_at
from lawtrack.amend.references import Ref, Role, read_refs, separator_at, starts_ref
from lawtrack.amend.regulations import issuing_act, names_regulation, regulation_alone
from lawtrack.amend.tokens import Sort, Token
from lawtrack.law.address import Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Part, Place
from lawtrack.law.provision import Kind

SOME_UNITS = Message("which of its units are meant is not said")


def read_words(
    tokens: Sequence[Token], i: int, verb: Verb, text: str, is_verb: Callable[[int], bool]
) -> tuple[tuple[Words, ...], list[Cited], int, str]:
    """The changes from `i` on under `verb`: (changes, acts named, index behind, words not understood). Ends at the next verb."""
    reader = _Reader(tokens, verb, text)
    while i < len(tokens):
        if (end := reader.replacing(i)) > i:
            i = end
            continue
        if is_verb(i) and i and tokens[i - 1].low in (",", ";", "và", ":", "."):
            break
        if tokens[i].low in (",", ";", "và", ".") and tokens[i].sort is not Sort.QUOTE and is_verb(i + 1):
            break  # the separator belongs to the clause behind it
        j = reader.step(i)
        if j == i:
            break
        i = j
    return reader.words(), reader.acts, i, reader.unread.strip()


@dataclass(slots=True)
class _Reader(HeardWords):
    """Reads the items of a change of words one by one."""

    def replacing(self, i: int) -> int:
        """The index behind "và thay bằng" ("Bỏ cụm từ “A” và thay bằng cụm từ “B” tại Điều 55"); `i` for anything else."""
        low = [t.low for t in self.tokens[i : i + 5]]
        words = low[1:] if low[:1] in (["và"], [","]) else low
        behind = 3 if words[:3] == ["thay", "thế", "bằng"] else 2 if words[:2] == ["thay", "bằng"] else 0
        if self.verb is not Verb.REPEAL or not behind or not self.changes or any(c.closed for c in self.changes):
            return i
        self.verb, self.putting = Verb.REPLACE, True
        return i + behind + len(low) - len(words)

    def step(self, i: int) -> int:
        """Reads one item; the index behind it (equal to `i` where the change of words has ended)."""
        tokens = self.tokens
        low = tokens[i].low if tokens[i].sort is not Sort.QUOTE else ""
        following = [t.low for t in tokens[i : i + 2]] if low else []
        if low in (",", ";", "và", ".", ":", "/", "hoặc"):
            if low in (";", "."):
                self.putting = False
            return i + 1
        if low == "lại" and self.verb is Verb.CORRECT and tokens[i + 1 : i + 2] and tokens[i + 1].low in ("là", "thành"):
            return i + 1
        if low in ("bằng", "thành") or (low == "là" and self.verb is Verb.CORRECT):
            self.putting = True
            return i + 1
        if following[:2] == ["lần", "lượt"] or following[:2] == ["tương", "ứng"]:
            return i + 2
        if following[:2] == ["như", "sau"] or following[:2] == ["sau", "đây"]:
            return i + 2
        if (counted := self._counted(i)) != i:
            return counted
        if (edge := self._edge(i)) != i:
            return edge
        if (end := self._inside(i)) != i:
            return end
        quoted = quoted_at(tokens, i)
        if quoted:
            self.quoted(quoted[0], quoted[1])
            self.changes[-1].sentence = self.changes[-1].sentence or any(t.low == "câu" for t in tokens[i : quoted[1] - 1])
            return quoted[1]
        if (end := self._whole(i)) != i:
            return end
        if (end := self._regulation(i)) != i:
            return end
        if (end := self._places(i)) != i:
            return end
        return self._not_understood(i)

    def _not_understood(self, i: int) -> int:
        begin = i
        i += 1
        while i < len(self.tokens) and self.tokens[i].low not in (",", ";", "và", "tại", "bằng") and self.tokens[i].sort is Sort.WORD:
            i += 1
        self.unread += " " + self.text[self.tokens[begin].start : self.tokens[i - 1].end]
        return i

    # -- the items -----------------------------------------------------------------------------------------------------
    def _counted(self, i: int) -> int:
        """ "xuất hiện lần thứ hai", "tại lần xuất hiện đầu tiên", "ở vị trí thứ hai": one of several places; the index behind it."""
        found = occurrence_at(self.tokens, i)
        open_ = [c for c in self.changes if not c.closed] or self.changes[-1:]
        if not found or not open_:
            return i
        last = open_[-1]
        if len(open_) > 1 or last.nth is not None or len(last.finds) > 1 or (self.verb is Verb.INSERT and not last.anchor):
            self.unread += " " + self.text[self.tokens[i].start : self.tokens[found[1] - 1].end]
        last.nth = found[0]
        return found[1]

    def _anchors(self, i: int) -> list[tuple[str, int]]:
        """More quoted words behind the first anchor ("vào sau các cụm từ “C”, “D”"), each with the index behind it; words with a place of
        their own come in themselves."""
        out: list[tuple[str, int]] = []
        while (sep := separator_at(self.tokens, i))[0] and (quoted := quoted_at(self.tokens, sep[1])):
            behind = self.tokens[quoted[1]].low if quoted[1] < len(self.tokens) else ""
            if behind in ("vào", "sau", "trước", "lần"):
                break
            out.append(quoted)
            i = quoted[1]
        return out

    def _inside(self, i: int) -> int:
        """ "từ “và” trong cụm từ “A và B”": the words are changed in that phrase alone."""
        if self.tokens[i].low not in ("trong", "tại", "ở", "của") or self.tokens[i].sort is Sort.QUOTE:
            return i
        phrase = quoted_at(self.tokens, i + 1)
        open_ = [c for c in self.changes if not c.closed]
        if not phrase or not open_:
            return i
        for change in open_:
            change.inside = phrase[0]
        return phrase[1]

    def _edge(self, i: int) -> int:
        """ "vào sau cụm từ “B”", "trước từ “B”", "vào cuối điểm i khoản 2"."""
        tokens = self.tokens
        j = i + 1 if tokens[i].low == "vào" and tokens[i].sort is Sort.WORD else i
        j += j + 1 < len(tokens) and tokens[j].low in ("ngay", "liền") and tokens[j + 1].low in ("sau", "trước")
        if j >= len(tokens) or tokens[j].sort is not Sort.WORD or tokens[j].low not in ("sau", "trước", "cuối", "đầu", "giữa"):
            return i
        side = tokens[j].low
        if side in ("sau", "trước") and (quoted := quoted_at(tokens, j + 1)):
            place = Place.AFTER if side == "sau" else Place.BEFORE
            pending = [c for c in self.changes if not c.closed and not c.anchor and c.place is None]
            last = self.changes[-1] if self.changes else None
            if not pending and last is not None and not last.closed and last.place not in (None, place):
                # "vào sau cụm từ “A” và trước cụm từ “B”" is one place, between the two
                self.unread += f" {self.text[tokens[i].start : tokens[quoted[1] - 1].end]}"
                return quoted[1]
            if self.verb is Verb.INSERT and pending and (more := self._anchors(quoted[1])):
                return self.beside_each(pending, (quoted[0], *(a for a, _ in more)), place, more[-1][1])
            if self.verb is Verb.INSERT and len(pending) > 1:
                self.unread += " " + "; ".join(p for c in pending for p in c.puts)  # which of them stands first is not said
            if not self.changes:
                self.first = quoted[0], place
            if not pending and self.changes:
                kept = self.changes[-1]
                pending = [Change(finds=list(kept.finds), puts=list(kept.puts))]
                self.changes += pending
            for change in pending[-1:] if self.verb is not Verb.INSERT else pending:
                change.anchor, change.place = quoted[0], place
            self.putting = False
            return quoted[1]
        if side in ("sau", "trước") and self.verb is Verb.INSERT:
            refs, end = read_refs(tokens, j + 1, Role.PLACE)  # "vào sau câu thứ nhất khoản 2"
            pending = [c for c in self.changes if not c.closed and not c.anchor and c.place is None]
            if not pending or not refs or any(r.steps[-1:] == () or r.steps[-1].kind is not Kind.CAU for r in refs):
                return i
            for change in pending:
                change.place, change.closed = Place.AFTER if side == "sau" else Place.BEFORE, True
                change.places += refs
            return end
        if side in ("cuối", "đầu"):
            refs, end = read_refs(tokens, j + 1 if not _of(tokens, j + 1) else j + 2, Role.PLACE)
            place = Place.END if side == "cuối" else Place.START
            pending = [c for c in self.changes if not c.closed]
            if not pending and self.changes:
                kept = self.changes[-1]
                pending = [Change(finds=list(kept.finds), puts=list(kept.puts))]
                self.changes += pending
            for change in pending:
                # (behind an anchor "cuối khoản 1" only says where that stands)
                change.place = change.place if change.anchor else place
                change.places += refs
                change.closed = bool(refs)
            return end if refs else j + 1
        return i

    def _whole(self, i: int) -> int:
        """ "trong toàn bộ Nghị định", "tại các điều, khoản của Thông tư này"."""
        low = [t.low for t in self.tokens[i : i + 4]]
        j = i + 1 if low[0] in ("tại", "trong", "ở") else i
        if [t.low for t in self.tokens[j : j + 2]] != ["toàn", "bộ"]:
            return self._all_units(i, j)
        j += 2
        if starts_ref(self.tokens, j + 2 * ([t.low for t in self.tokens[j : j + 2]] == ["nội", "dung"])):
            return j  # "trong toàn bộ Điều 56"
        while (
            j < len(self.tokens)
            and self.tokens[j].low in ("nội", "dung", "các", "điều", "khoản", "điểm", "của", "văn", "bản", ",", "và")
            and not kind_at(self.tokens, j)
        ):
            j += 1
        cited = None
        if act := read_act(self.tokens, j, self.text):
            cited, j = act
            self.act(cited)
        elif found := kind_at(self.tokens, j):
            j = found[1]
        self.all_of(cited)
        return j

    def _all_units(self, i: int, j: int) -> int:
        """The index behind "tại các điều, khoản, điểm của Luật …" at `j`, where no unit is named and none is announced; else `i`."""
        if i == j or self.tokens[j].low != "các":
            return i
        k = j + 1
        while k < len(self.tokens) and self.tokens[k].low in ("điều", "khoản", "điểm", ",", "và") and not starts_ref(self.tokens, k):
            k += 1
        if k == j + 1 or k >= len(self.tokens) or self.tokens[k].low != "của":
            return i
        act = read_act(self.tokens, k + 1, self.text)
        if not act or act[0].own or any(t.low != "." for t in self.tokens[act[1] :]):
            return i
        self.act(act[0])
        self.all_of(act[0])
        return act[1]

    def _regulation(self, i: int) -> int:
        """ "… của Quy chế … ban hành kèm theo Quyết định số …", "… Quy chế này": what stands in front is in it; without any, the whole."""
        if self.tokens[i].sort is not Sort.WORD:
            return i
        act = read_act(self.tokens, issuing, self.text) if (issuing := issuing_act(self.tokens, i)) else None
        end = act[1] if act else regulation_alone(self.tokens, i)
        if end == i:
            return i
        root = Step(Kind.QUY_CHE, "")
        for change in self.changes:
            if not change.closed:
                change.places, change.closed = [Ref(role=Role.PLACE)], True
            change.places = [
                replace(r, steps=(root, *r.steps)) if r.act is None and not r.unclear and r.steps[:1] != (root,) else r
                for r in change.places
            ]
        if act and not act[0].own:
            self.act(act[0])
        self.putting = False
        return end

    def _places(self, i: int) -> int:
        """Places and the act they stand in."""
        tokens = self.tokens
        j, low = i, tokens[i].low
        while (
            j < len(tokens)
            and tokens[j].low
            in ("tại", "của", "trong", "ở", "vào", "thuộc", "quy", "định", "nêu", "ban", "hành", "kèm", "theo", "nội", "dung")
            and tokens[j].sort is Sort.WORD
            and not starts_ref(tokens, j)
            and not (j > i and names_regulation(tokens, j))
        ):
            j += 1
        if end := _title_of_act(tokens, j, self.changes):
            return end
        begin = i
        some, j = j, announced_places(tokens, j)
        refs, end = read_refs(tokens, j, Role.PLACE)
        if refs and any(t.low == "số" for t in tokens[some:j]):
            refs = [replace(r, unclear=SOME_UNITS) for r in refs]  # "tại một số khoản của Điều 37"
        if refs:
            if title := _title_of_act(tokens, separator_at(tokens, end)[1], self.changes, refs):
                end = title
            open_ = [c for c in self.changes if not c.closed]
            if not open_ and self.changes and self.changes[-1].whole:
                self._among(begin, end)
            for change in open_ or self.changes[-1:]:
                change.places += refs
                change.closed = True
            self.putting = False
            return end
        if act := read_act(tokens, j, self.text):
            self.act(act[0])
            if (
                j == i + 1
                and low in ("tại", "trong")
                and not act[0].own
                and (act[1] >= len(tokens) or tokens[act[1]].low in (".", ";", "bằng", "thành"))
            ):
                self.all_of(act[0])  # "… tại Luật Đầu tư.": no unit is named
            elif j == i + 1 and low in ("tại", "trong") and not act[0].own:
                self._among(begin, act[1])
            return act[1]
        if (
            j > i
            and tokens[j - 1].low == "theo"
            and (kind := kind_at(tokens, j))
            and (kind[1] >= len(tokens) or tokens[kind[1]].low in ".;:")
        ):
            return kind[1]  # "Mẫu số 03 ban hành kèm theo Thông tư liên tịch.": the act the lines above speak of
        if j > i and (end := no_unit(tokens, j)) > j:
            if starts_ref(tokens, end):
                end = read_refs(tokens, end, Role.PLACE)[1]  # "dòng thứ hai khoản 1 Điều 91"
            words = self.text[tokens[j].start : tokens[end - 1].end]
            lost = Ref(role=Role.PLACE, unclear=no_place(words), joined=",")
            for change in [c for c in self.changes if not c.closed] or self.changes[-1:]:
                change.places.append(lost)
            return end
        return j if j > i else i

    def _among(self, begin: int, end: int) -> None:
        """A whole act as one of several places ("tại Nghị định số … và Phụ lục I kèm theo"): the units stand in it, or beside it."""
        if separator_at(self.tokens, end)[0] or (begin and separator_at(self.tokens, begin - 1)[0]):
            self.unread += " " + self.text[self.tokens[begin].start : self.tokens[end - 1].end]


def _of(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].low in ("của", "tại", "nội", "dung")


def _title_of_act(tokens: Sequence[Token], i: int, changes: Sequence[Change], behind: list[Ref] | None = None) -> int:
    """The index behind "tên Thông tư", "tên gọi của Luật" as a place, 0 where it does not stand at `i`: kept as a place beside the others
    (`behind`: those in front of it, else the change that is not closed)."""
    at = act_title(tokens, i)
    kind = kind_at(tokens, at) if at else None
    if not kind:
        return 0
    if (act := read_act(tokens, at, "")) and act[0].number:
        end = at  # "tại tên Nghị định số …": the act is read behind
    elif kind[1] >= len(tokens) or tokens[kind[1]].sort is Sort.MARK or tokens[kind[1]].low == "và":
        end = kind[1]
    else:
        return 0
    title = Ref(part=Part.HEADING, role=Role.PLACE, entitled=True, joined=",")
    if behind is not None:
        behind.append(title)
    else:
        for change in [c for c in changes if not c.closed] or changes[-1:]:
            change.places.append(title)
    return end
