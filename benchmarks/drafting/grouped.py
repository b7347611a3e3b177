"""Forms in which one line stands over several commands, or one sentence holds several; and commands that have to be refused."""

from __future__ import annotations

from drafting.draft import Command, Draft, Edit
from drafting.inserting import behind
from drafting.repealing import gone
from drafting.speech import printed
from drafting.substituting import lines_of, reword, swap
from drafting.tree import Unit, suffixed
from drafting.wording import say


def _item(d: Draft, inside: Unit, old: Unit, upto: Unit) -> Command | None:
    """One command on a clause or point of an article that the line above has named."""
    speech = d.speech
    place = speech.place(old, upto)
    last = old.kind == "diem" and d.last(old)
    match d.rng.randrange(6):
        case 0 | 1:
            new = d.words.like(old, last)
            return Command("", f"{d.verb()} {place}", [swap(old, new)], [inside], speech.quote(printed(new)))
        case 2 if d.rng.random() < 0.5:
            return Command("", f"Bãi bỏ {place}", [gone(old)], [inside])
        case 2:
            new = d.words.like(old, last)
            text = f"{place[0].upper()}{place[1:]} được {d.rng.choice(('sửa đổi, bổ sung', 'sửa đổi'))}"
            return Command("", text, [swap(old, new)], [inside], speech.quote(printed(new)))
        case 3 if old.kind == "khoan" and not any(u.label == suffixed(old.label, 0) for u in inside.of("khoan")):
            new = d.words.clause(suffixed(old.label, 0))
            return Command("", f"Bổ sung {speech.name(new)} vào sau {place}", [behind(old, [new])], [inside], speech.quote(printed(new)))
        case 4 if words := d.phrase([old]):
            put = d.words.said()
            text = f"Thay thế cụm từ {speech.words(words)} bằng cụm từ {speech.words(put)} tại {place}"
            return Command("", text, [say(old, words, put)], [inside])
        case 5 if (words := d.phrase([old])) and not d.parted(old, words):
            return Command("", f"Bỏ cụm từ {speech.words(words)} tại {place}", [say(old, words, "")], [inside])
    return None


def group(d: Draft) -> Command | None:
    """A4: "Sửa đổi, bổ sung một số khoản của Điều 8 như sau: a) Sửa đổi, bổ sung khoản 4 như sau: …"."""
    for inside in d.articles():
        found = d.clauses(inside)
        if len(found) < 2:
            continue
        chosen = sorted(d.rng.sample(range(len(found)), min(len(found), d.rng.randint(2, 4))))
        below: list[Command] = []
        for at in chosen:
            old = found[at]
            if (inner := d.points(old)) and d.rng.random() < 0.4:
                old = d.rng.choice(inner)
            if item := _item(d, inside, old, inside):
                below.append(item)
        if d.rng.random() < 0.25 and inside.words:
            words = d.words.title()
            quote = d.speech.quote([f"{inside.head} {words}"])
            below.insert(
                0, Command("", f"Sửa đổi, bổ sung tên {d.rng.choice(('điều', 'Điều ' + inside.label))}", [reword(inside, words)], [], quote)
            )
        if len(below) < 2:
            continue
        heads = ("một số khoản của", "một số khoản, điểm của", "một số điểm, khoản của", "một số nội dung của", "một số khoản", "")
        head = d.rng.choice(heads)
        edits = [e for c in below for e in c.edits]
        return Command(
            "A4 several under one article", f"Sửa đổi, bổ sung {head} {d.speech.name(inside)}{{act}}", edits, [inside], below=below
        )
    return None


def group_of_points(d: Draft) -> Command | None:
    """A7: "Sửa đổi, bổ sung một số điểm của khoản 2 Điều 6 như sau: a) Sửa đổi, bổ sung điểm b như sau: …"."""
    if not (found := d.some_clause(lambda c: len(d.points(c)) > 2)):
        return None
    inside, holder = found
    inner = d.points(holder)
    chosen = sorted(d.rng.sample(range(len(inner)), 2))
    below = [item for at in chosen if (item := _item(d, inside, inner[at], holder))]
    if len(below) < 2:
        return None
    edits = [e for c in below for e in c.edits]
    text = f"Sửa đổi, bổ sung một số điểm {d.rng.choice(('của ', ''))}{d.speech.place(holder)}{{act}}"
    return Command("A7 points under one clause", text, edits, [inside], below=below)


def group_of_two(d: Draft) -> Command | None:
    """A7: "Sửa đổi, bổ sung một số điểm của khoản 1 và khoản 2 Điều 6 như sau:", one quotation with the clauses around their points."""
    for inside in d.articles():
        holders = [c for c in d.clauses(inside) if len(d.points(c)) > 1]
        if len(holders) < 2:
            continue
        first, second = sorted(d.rng.sample(range(len(holders)), 2))
        aims = [d.rng.choice(d.points(holders[i])) for i in (first, second)]
        below = []
        for aim in aims:
            new = d.words.like(aim, d.last(aim))
            text = f"{d.verb()} {d.speech.place(aim, inside)}"
            below.append(Command("", text, [swap(aim, new)], [], d.speech.quote(printed(new))))
        said = f"{d.speech.name(holders[first])} và {d.speech.place(holders[second])}"
        edits = [e for c in below for e in c.edits]
        return Command("A7 points of two clauses", f"Sửa đổi, bổ sung một số điểm của {said}{{act}}", edits, [inside], below=below)
    return None


def sentence(d: Draft) -> Command | None:
    """Several verbs in one sentence: "Sửa đổi, bổ sung khoản 1; bãi bỏ khoản 2; bổ sung khoản 3a vào sau khoản 3 Điều 9 như sau:"."""
    for inside in d.articles():
        found = d.clauses(inside)
        if len(found) < 3:
            continue
        i, j, k = sorted(d.rng.sample(range(len(found)), 3))
        label = suffixed(found[k].label, 0)
        if any(u.label == label for u in inside.of("khoan")):
            continue
        changed, added = d.words.like(found[i]), d.words.clause(label)
        edits: list[Edit] = [swap(found[i], changed), behind(found[k], [added])]
        speech, joint = d.speech, d.rng.choice(("; ", ", "))
        parts = [f"Sửa đổi, bổ sung {speech.name(found[i])}"]
        if d.rng.random() < 0.5:
            parts.append(f"bãi bỏ {speech.name(found[j])}")
            edits.append(gone(found[j]))
        parts.append(f"bổ sung {speech.name(added)} vào sau {speech.place(found[k])}")
        text = f"{joint.join(parts[:-1])} và {parts[-1]}{{act}}" if d.rng.random() < 0.5 else f"{joint.join(parts)}{{act}}"
        return Command("A11 several verbs in one sentence", text, edits, [inside], speech.quote(lines_of([changed, added])))
    return None


def title_and_more(d: Draft) -> Command | None:
    """A11: "Sửa đổi, bổ sung tên điều, khoản 1; bổ sung khoản 1a vào sau khoản 1 Điều 9 như sau:"."""
    for inside in d.articles():
        found = d.clauses(inside)
        if not found or not inside.words:
            continue
        old = d.rng.choice(found)
        label = suffixed(old.label, 0)
        if any(u.label == label for u in inside.of("khoan")):
            continue
        words, changed, added = d.words.title(), d.words.like(old), d.words.clause(label)
        text = f"Sửa đổi, bổ sung tên điều, {d.speech.name(old)}; bổ sung {d.speech.name(added)} vào sau {d.speech.place(old)}{{act}}"
        quote = d.speech.quote([f"{inside.head} {words}", *printed(changed), *printed(added)])
        edits = [behind(old, [added]), swap(old, changed), reword(inside, words)]
        return Command("A11 title, clause and insertion", text, edits, [inside], quote)
    return None


# -- to be refused --------------------------------------------------------------------------------------------------------
def no_such_clause(d: Draft) -> Command | None:
    """A clause the article does not have."""
    for inside in d.articles():
        if inside.of("khoan"):
            label = str(len(inside.of("khoan")) + 25)
            new = d.words.clause(label)
            text = f"{d.verb()} {d.speech.name(new)} {d.speech.name(inside)}{{act}}"
            return Command("refuse: no such clause", text, [], [inside], d.speech.quote(printed(new)), refused=True)
    return None


def no_such_words(d: Draft) -> Command | None:
    """Words that do not stand there."""
    for inside in d.articles():
        words, put = d.speech.words("bánh chưng nhân đậu xanh"), d.speech.words("bánh dày")
        text = f"Thay thế cụm từ {words} bằng cụm từ {put} tại {d.speech.name(inside)}{{act}}"
        return Command("refuse: no such words", text, [], [inside], refused=True)
    return None


def other_label(d: Draft) -> Command | None:
    """A clause quoted under the number of another."""
    if not (found := d.some_clause()):
        return None
    inside, old = found
    new = d.words.clause(str(int(old.label) + 1) if old.label.isdigit() else "77")
    text = f"{d.verb()} {d.speech.place(old)}{{act}}"
    return Command("refuse: another label quoted", text, [], [inside], d.speech.quote(printed(new)), refused=True)


def there_already(d: Draft) -> Command | None:
    """A clause to come in under a number in force."""
    for inside in d.articles():
        if len(found := d.clauses(inside)) > 1:
            new = d.words.clause(found[1].label)
            text = f"Bổ sung {d.speech.name(new)} vào sau {d.speech.place(found[0])}{{act}}"
            return Command("refuse: label in force", text, [], [inside], d.speech.quote(printed(new)), refused=True)
    return None


FORMS = (
    (group, 5), (group_of_points, 2), (group_of_two, 1), (sentence, 2), (title_and_more, 1), (no_such_clause, 0.3),
    (no_such_words, 0.3), (other_label, 0.3), (there_already, 0.3),
)  # fmt: skip
