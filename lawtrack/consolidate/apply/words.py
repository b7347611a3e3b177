"""REPLACE_TEXT, DELETE_TEXT, INSERT_TEXT: words inside a unit, and nothing outside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lawtrack.consolidate.apply.note import note_spots, speaks_of_note
from lawtrack.consolidate.apply.occurrence import counted
from lawtrack.consolidate.apply.scope import Piece, pieces, rewritten
from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, excerpt
from lawtrack.consolidate.tree import Path, Tree
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part, Place
from lawtrack.law.provision import CONTAINERS, ROOTS, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.phrase import find_phrase, fitted, joined, tidy_gap, with_separator

Span = tuple[int, int]
Hits = list[tuple[Piece, list[Span]]]
_PUNCTUATION = frozenset(",.;:)!?")


def replace_text(scene: Scene, operation: Operation) -> Result:
    """`find` becomes `put` wherever it stands in the target (beside `anchor` only, where one is given)."""
    if not operation.find or not operation.put:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the words to replace, or the new ones, are missing"))
    return _each(scene, operation, operation.find, _substituted)


def delete_text(scene: Scene, operation: Operation) -> Result:
    """`find` goes wherever it stands in the target (beside `anchor` only, where one is given)."""
    if not operation.find:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the words to delete are missing"))
    return _each(scene, operation, operation.find, _deleted)


def insert_text(scene: Scene, operation: Operation) -> Result:
    """`put` comes in behind or in front of `anchor` each time it stands in the target (so the codification of Law 93/2015/QH13, articles
    235 and 311, after Law 55/2019/QH14), or at the start or the end of the target."""
    if not operation.put:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the words to insert are missing"))
    if operation.place in (Place.START, Place.END):
        return _at_edge(scene, operation)
    if not operation.anchor:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the words beside which to insert are missing"))
    return _each(scene, operation, operation.anchor, _beside)


# -- what becomes of one place ------------------------------------------------------------------------------------------


def _substituted(text: str, start: int, end: int, operation: Operation) -> str:
    put = fitted(text, start, end, operation.find, operation.put)
    before, after = text[:start], text[end:]
    if operation.find[0] in _PUNCTUATION and put[0] not in _PUNCTUATION and before and not before[-1].isspace():
        before += " "
    if put[0] in _PUNCTUATION:
        before = before.rstrip(" \u00a0")
    if operation.find[-1] in _PUNCTUATION and put[-1] not in _PUNCTUATION and after[:1].isalnum():
        after = " " + after
    return before + put + after


def _deleted(text: str, start: int, end: int, operation: Operation) -> str:
    start, end = with_separator(text, start, end)
    return tidy_gap(text[:start] + text[end:], start)


def _beside(text: str, start: int, end: int, operation: Operation) -> str:
    if operation.place is Place.BEFORE:
        here, put = text[start:end], operation.put
        if here[:1].isupper() and operation.anchor[:1].islower() and put[:1].islower():
            # The anchor began a sentence, and the command quotes it as a common word: the new words begin it now.
            here, put = here[0].lower() + here[1:], put[0].upper() + put[1:]
        return joined(text[:start], put, here + text[end:])
    return joined(text[:end], operation.put, text[end:])


# -- where it stands ----------------------------------------------------------------------------------------------------


def _each(scene: Scene, operation: Operation, sought: str, change: Callable[[str, int, int, Operation], str]) -> Result:
    if not operation.target.address and operation.target.part is Part.HEADING:
        return _title(scene, operation, sought, change)
    spots = note_spots(scene, operation) if speaks_of_note(operation.target.address) else locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    scope = [p for spot in spots for p in pieces(scene.now, spot, operation.target.part)]
    inserting = change is _beside
    loosely = _any_case(sought, scope)
    hits: Hits = []
    near_miss = already = 0
    chosen = None
    if operation.nth is not None:
        chosen = counted(scene, operation, spots, sought, loosely)
        if isinstance(chosen, Refusal):
            return chosen
    for piece in scope:
        spans = [s for s in find_phrase(piece.text, sought, any_case=loosely) if piece.holds(*s)]
        if chosen is not None:
            spans = [s for s in spans if (piece.path, piece.cell, s) == chosen]
        if spans:
            taken = (*_written(scene, piece), *(s for phrase in scene.longer for s in find_phrase(piece.text, phrase, any_case=loosely)))
            spans = [s for s in spans if not any(a < s[1] and s[0] < b for a, b in taken)]
            if loosely:
                spans = [s for s in spans if not _within_name(piece.text, s, sought)]
        if not spans:
            continue
        if operation.anchor and not inserting:
            kept = _adjacent(piece.text, spans, operation)
            near_miss += len(spans) - len(kept)
            spans = kept
        there = find_phrase(piece.text, operation.put) if operation.put else []
        if inserting:
            fresh = [s for s in spans if not _stands_beside(piece.text, s, there, operation)]
        elif there:
            fresh = [s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in there)]
        else:
            fresh = spans
        already += len(spans) - len(fresh)
        if fresh:
            hits.append((piece, fresh))
    total = sum(len(spans) for _, spans in hits)
    if total == 0:
        return _nothing(operation, sought, scope, spots, near_miss, already)
    if operation.count is not None and total != operation.count:
        return _miscounted(operation, sought, operation.count, total, hits)
    edits: dict[tuple[Path, int], str] = {}
    written: dict[tuple[str, int], tuple[str, tuple[Span, ...]]] = {}
    for piece, spans in hits:
        text, stretches = piece.text, list(_written(scene, piece))
        for start, end in reversed(spans):
            length = len(text)
            text = change(text, start, end, operation)
            grown = len(text) - length
            stretches = [(a + grown, b + grown) if a >= end else (a, b) for a, b in stretches]
            if change is _substituted:
                stretches.append((start, end + grown))
            elif inserting:
                stretches.append((start, start + grown) if operation.place is Place.BEFORE else (end, end + grown))
        edits[piece.path, piece.cell] = text
        written[scene.now.at(piece.path).uid, piece.cell] = text, tuple(stretches)
    return replace(_done(scene, operation, spots, edits), written=written)


def _title(scene: Scene, operation: Operation, sought: str, change: Callable[[str, int, int, Operation], str]) -> Result:
    """The title of the act with other words in it, which files print in capitals."""
    title = scene.meta.title
    spans = find_phrase(title, sought, any_case=title.isupper() or len(sought.split()) > 3)
    if not spans:
        return Refusal(
            Reason.PHRASE_MISSING,
            Message("“{words}” is not in the title of the act", words=sought),
            expected=sought,
            found=title,
        )
    for start, end in reversed(spans):
        title = change(title, start, end, operation)
    if scene.meta.title.isupper():
        title = title.upper()
    return Done(scene.now, operation.target.address, meta=replace(scene.meta, title=title))


def longer_phrases(operation: Operation, own: Sequence[Operation]) -> tuple[str, ...]:
    """Phrases of other commands of the act (`own`) on the same target that hold the one of `operation`."""
    sought = operation.find or operation.anchor
    if not sought:
        return ()
    return tuple(
        other.find
        for other in own
        if len(other.find) > len(sought) and other.target == operation.target and find_phrase(other.find, sought, any_case=True)
    )


def _written(scene: Scene, piece: Piece) -> tuple[Span, ...]:
    """What earlier commands of the act wrote into this stretch."""
    text, stretches = scene.written.get((scene.now.at(piece.path).uid, piece.cell), ("", ()))
    return stretches if text == piece.text else ()


def _any_case(sought: str, scope: list[Piece]) -> bool:
    """Whether capitals may differ. Those inside a name vary from act to act ("Ban Chỉ đạo Trung ương", "vốn Nhà nước"), and a long
    phrase is the same phrase with or without them (Law 20/2012/QH13, article 1(37), on 65/2006/QH11). Of one word they tell it from
    another ("Bộ", "bộ"), and of two or three they may ("Chính phủ", "chính phủ"): those differ only where nothing stands as quoted."""
    words = len(sought.split())
    return words > 3 or (words > 1 and not any(find_phrase(p.text, sought) for p in scope))


def _capital_before(text: str) -> bool:
    """Whether the last word of `text`, with nothing but a space behind it, begins with a capital."""
    last = text.split()[-1:] if text[-1:].isspace() else []
    return bool(last) and last[0][:1].isupper() and last[0][-1:].isalpha()


def _within_name(text: str, span: Span, sought: str) -> bool:
    """Whether a short name that stands with another first letter than quoted is the end of a longer name ("Cục Thuế" in "Chi cục Thuế")."""
    begins = text[span[0] : span[0] + 1].islower() and sought.strip()[:1].isupper()
    return begins and len(sought.split()) <= 3 and _capital_before(text[: span[0]])


def _adjacent(text: str, spans: list[Span], operation: Operation) -> list[Span]:
    """The spans that stand directly behind (AFTER) or in front of (BEFORE) the anchor."""
    anchors = find_phrase(text, operation.anchor)
    if operation.place is Place.BEFORE:
        return [s for s in spans if any(s[1] <= a and not text[s[1] : a].strip() for a, _ in anchors)]
    return [s for s in spans if any(b <= s[0] and not text[b : s[0]].strip() for _, b in anchors)]


def _stands_beside(text: str, anchor: Span, there: list[Span], operation: Operation) -> bool:
    """Whether the words to insert stand at the anchor already (also where the anchor is part of them)."""
    if operation.place is Place.BEFORE:
        return any(b <= anchor[0] and not text[b : anchor[0]].strip() for _, b in there)
    return any(anchor[1] <= a and not text[anchor[1] : a].strip() for a, _ in there)


def _nothing(operation: Operation, sought: str, scope: list[Piece], spots: list[Spot], near_miss: int, already: int) -> Refusal:
    where = operation.target.address
    if all(s.unit.repealed for s in spots):
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=where), expected=sought)
    if already:
        return Refusal(
            Reason.ALREADY_THERE,
            Message("“{words}” already stands in {place:address}", words=operation.put, place=where),
            expected=sought,
            remedy=Message("an earlier command did the same, or the source text is a later one: compare them, and decide in the ledger"),
        )
    found = excerpt(" / ".join(p.text for p in scope), 300)
    if near_miss:
        return Refusal(
            Reason.PHRASE_MISSING,
            Message(
                "“{words}” stands {n} times in {place:address}, never beside “{anchor}”",
                words=sought,
                n=near_miss,
                place=where,
                anchor=operation.anchor,
            ),
            expected=sought,
            found=found,
        )
    put = next((p for p in scope if operation.put and find_phrase(p.text, operation.put)), None)
    message = Message("“{words}” is not in {place:address}", words=sought, place=where)
    if put is not None:
        message = Message("“{words}” is not in {place:address}; “{put}” stands there already", words=sought, place=where, put=operation.put)
    return Refusal(Reason.PHRASE_MISSING, message, expected=sought, found=found)


def _miscounted(operation: Operation, sought: str, expected: int, total: int, hits: Hits) -> Refusal:
    return Refusal(
        Reason.PHRASE_COUNT,
        Message(
            "“{words}” stands {n} times in {place:address}, the command speaks of {expected}",
            words=sought,
            n=total,
            place=operation.target.address,
            expected=expected,
        ),
        expected=str(expected),
        found=" / ".join(excerpt(p.text[max(0, s - 40) : e + 40]) for p, spans in hits[:4] for s, e in spans[:2]),
    )


def _at_edge(scene: Scene, operation: Operation) -> Result:
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    edits: dict[tuple[Path, int], str] = {}
    for spot in spots:
        scope = [p for p in pieces(scene.now, spot, operation.target.part) if p.cell != -2]
        if not scope or (
            operation.place is Place.START and operation.target.part is Part.WHOLE and scope[0].path != spot.path and len(scope) > 1
        ):
            return Refusal(
                Reason.TARGET_AMBIGUOUS,
                Message("{place:address} has no words of its own to begin or end with", place=operation.target.address),
            )
        piece = scope[0] if operation.place is Place.START else scope[-1]
        front, back = ("", "") if piece.span is None else (piece.text[: piece.span[0]], piece.text[piece.span[1] :])
        piece = replace(piece, text=piece.text[len(front) : len(piece.text) - len(back)])
        if find_phrase(piece.text, operation.put) and _at(piece.text, operation):
            return Refusal(
                Reason.ALREADY_THERE,
                Message("“{words}” already stands in {place:address}", words=operation.put, place=operation.target.address),
            )
        if operation.place is Place.START:
            edits[piece.path, piece.cell] = front + joined("", operation.put, piece.text) + back
        else:
            body = piece.text.rstrip()
            final = body[-1:] if body[-1:] in ".;:," else ""
            if operation.put.endswith((".", ";", ":")):
                # words that go on with the sentence bring its end with them ("…; trường hợp khác thì không thu.")
                goes_on = operation.put[:1].islower() or operation.put[:1] in ",;"
                body, final = (body.rstrip(".;,") if goes_on else body), ""
            edits[piece.path, piece.cell] = front + joined(body[: len(body) - len(final)], operation.put, "") + final + back
    return _done(scene, operation, spots, edits)


def _at(text: str, operation: Operation) -> bool:
    spans = find_phrase(text, operation.put)
    if operation.place is Place.START:
        return spans[0][0] == 0
    return not text[spans[-1][1] :].strip(" .;:,")


def _done(scene: Scene, operation: Operation, spots: list[Spot], edits: dict[tuple[Path, int], str]) -> Done:
    tree = rewritten(scene.now, edits, operation)
    shown = _shown(scene.now, spots, edits)
    return Done(
        tree,
        scene.now.address(shown[0]) if len(shown) == 1 else operation.target.address,
        tuple(scene.now.at(p) for p in shown),
        tuple(tree.at(p) for p in shown),
    )


def _shown(tree: Tree, spots: list[Spot], edits: dict[tuple[Path, int], str]) -> list[Path]:
    """The units a reader is shown: the targets, or of a whole act or container the articles (annexes) that changed."""
    out: list[Path] = []
    for spot in spots:
        if spot.unit.kind not in (*CONTAINERS, *ROOTS):
            out.append(spot.path)
            continue
        for path, _ in edits:
            if path[: len(spot.path)] == spot.path:
                out.append(tree.article_of(path) or _piece_of(tree, path, spot.path))
    return list(dict.fromkeys(out))


def _piece_of(tree: Tree, path: Path, above: Path) -> Path:
    """The unit to show for a change outside any article: a heading's own container, or the child of the annex that holds it."""
    if tree.at(path).kind in (*CONTAINERS, *ROOTS) or len(path) <= len(above) + 1:
        return path
    return (
        path[: len(above) + 2] if tree.at(path[: len(above) + 1]).kind in ROOTS and len(path) > len(above) + 1 else path[: len(above) + 1]
    )


def corrected(unit: Provision, operation: Operation) -> Provision | None:
    """A payload with the words of an erratum put right; None where the words do not stand in it."""
    changed = False

    def down(part: Provision) -> Provision:
        nonlocal changed
        heading, text = part.heading, part.text
        for name in ("heading", "text"):
            words = heading if name == "heading" else text
            there = find_phrase(words, operation.put) if operation.put else []
            for start, end in reversed(find_phrase(words, operation.find)):
                if any(a <= start and end <= b for a, b in there):
                    continue  # put right already
                words, changed = (
                    _substituted(words, start, end, operation) if operation.put else _deleted(words, start, end, operation),
                    True,
                )
            heading, text = (words, text) if name == "heading" else (heading, words)
        return replace(part, heading=heading, text=text, children=tuple(map(down, part.children)))

    out = down(unit)
    return out if changed else None
