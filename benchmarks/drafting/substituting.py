"""Forms that put new words in the place of a unit: articles, clauses, points, paragraphs, titles, containers."""

from __future__ import annotations

from drafting.draft import Command, Draft, Edit
from drafting.speech import ORDINALS, printed
from drafting.tree import Unit


def swap(old: Unit, new: Unit) -> Edit:
    """`new` for `old`."""
    return lambda tree: tree.replace(old, new)


def reword(unit: Unit, words: str) -> Edit:
    """New words in front of what is below."""
    return lambda tree: tree.reword(unit, words)


def lines_of(units: list[Unit]) -> list[str]:
    """Several units, one behind the other, as one quotation."""
    return [line for u in units for line in printed(u)]


def article(d: Draft) -> Command | None:
    """A1: "Sửa đổi, bổ sung Điều 4 như sau:"."""
    for old in d.articles():
        new = d.words.like(old)
        return Command("A1 article", f"{d.verb()} {d.speech.name(old)}{{act}}", [swap(old, new)], [old], d.speech.quote(printed(new)))
    return None


def articles(d: Draft) -> Command | None:
    """A1 for several: "Sửa đổi, bổ sung các điều 5, 7 và 9 như sau:"."""
    found = d.articles()[: d.rng.randint(2, 4)]
    if len(found) < 2:
        return None
    order = {a.id: i for i, a in enumerate(d.all_articles())}
    found.sort(key=lambda a: order[a.id])
    new = [d.words.like(a) for a in found]
    edits = [swap(a, b) for a, b in zip(found, new, strict=True)]
    return Command("A1 several articles", f"{d.verb()} {d.speech.names(found)}{{act}}", edits, found, d.speech.quote_each(new))


def clause(d: Draft) -> Command | None:
    """A2: "Sửa đổi, bổ sung khoản 2 Điều 73 như sau:"."""
    if not (found := d.some_clause()):
        return None
    _, old = found
    new = d.words.like(old)
    return Command("A2 clause", f"{d.verb()} {d.speech.place(old)}{{act}}", [swap(old, new)], [old], d.speech.quote(printed(new)))


def clause_bare(d: Draft) -> Command | None:
    """A2 with new words that do not repeat the label."""
    if not (found := d.some_clause()):
        return None
    _, old = found
    new = d.words.like(old)
    quote = d.speech.quote(printed(new, bare=True))
    return Command("A2 clause, label not repeated", f"{d.verb()} {d.speech.place(old)}{{act}}", [swap(old, new)], [old], quote)


def point(d: Draft) -> Command | None:
    """A3: "Sửa đổi, bổ sung điểm b khoản 1 Điều 9"."""
    if not (found := d.some_point()):
        return None
    _, holder, old = found
    new = d.words.like(old, d.last(old))
    bare = d.rng.random() < 0.15
    form = "A3 point, label not repeated" if bare else "A3 point"
    return Command(form, f"{d.verb()} {d.speech.place(old)}{{act}}", [swap(old, new)], [holder], d.speech.quote(printed(new, bare=bare)))


def point_of_article(d: Draft) -> Command | None:
    """A3 where the article has points and no clauses: "điểm b Điều 9"."""
    for inside in d.articles():
        if (found := d.points(inside)) and not inside.of("khoan"):
            old = d.rng.choice(found)
            new = d.words.like(old, d.last(old))
            text = f"{d.verb()} {d.speech.place(old)}{{act}}"
            return Command("A3 point of an article", text, [swap(old, new)], [inside], d.speech.quote(printed(new)))
    return None


def clauses(d: Draft) -> Command | None:
    """A5, A6: "Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 9", "các khoản 1, 2 và 3"."""
    for inside in d.articles():
        if len(found := d.clauses(inside)) > 1:
            at = sorted(d.rng.sample(range(len(found)), min(len(found), d.rng.randint(2, 4))))
            old = [found[i] for i in at]
            new = [d.words.like(u) for u in old]
            text = f"{d.verb()} {d.speech.names(old)}{d.speech.behind(old[0])}{{act}}"
            edits = [swap(a, b) for a, b in zip(old, new, strict=True)]
            return Command("A6 several clauses", text, edits, [inside], d.speech.quote_each(new))
    return None


def points(d: Draft) -> Command | None:
    """A5, A6: "Sửa đổi, bổ sung các điểm a, b, c, d và đ khoản 1 Điều 5"."""
    if not (found := d.some_point(lambda p: len(d.points(d.tree.parent(p))) > 1)):
        return None
    _, holder, _ = found
    all_points = d.points(holder)
    at = sorted(d.rng.sample(range(len(all_points)), min(len(all_points), d.rng.randint(2, 5))))
    old = [all_points[i] for i in at]
    new = [d.words.like(u, d.last(u)) for u in old]
    text = f"{d.verb()} {d.speech.names(old)}{d.speech.behind(old[0])}{{act}}"
    edits = [swap(a, b) for a, b in zip(old, new, strict=True)]
    return Command("A6 several points", text, edits, [holder], d.speech.quote_each(new))


def clause_and_point(d: Draft) -> Command | None:
    """A6 across levels: "khoản 1, điểm a khoản 2 và khoản 3 Điều 161"; the larger unit is named once, behind all it holds."""
    for inside in d.articles():
        found = d.clauses(inside)
        holders = [c for c in found if d.points(c)]
        if len(found) < 2 or not holders:
            continue
        holder = d.rng.choice(holders)
        p = d.rng.choice(d.points(holder))
        other = d.rng.choice([c for c in found if c is not holder])
        first = found.index(other) < found.index(holder)
        new_p, new_c = d.words.like(p, d.last(p)), d.words.like(other)
        said = [d.speech.name(other), f"{d.speech.name(p)} {d.speech.name(holder)}"]
        quoted = [printed(new_c), printed(new_p)]
        if not first:
            said, quoted = said[::-1], quoted[::-1]
        # a point behind a whole clause, without the clause that holds it, would read as a point of the other: quoted apart
        quotes = [line for q in quoted for line in d.speech.quote(q)]
        text = f"{d.verb()} {' và '.join(said)} {d.speech.name(inside)}{{act}}"
        return Command("A6 a clause and a point", text, [swap(p, new_p), swap(other, new_c)], [inside], quotes)
    return None


def lead_of_clause(d: Draft) -> Command | None:
    """A8: "Sửa đổi, bổ sung đoạn mở đầu khoản 2 như sau: “2. …”"; the points stay."""
    if not (found := d.some_clause(lambda c: bool(c.words) and bool(c.of("diem")) and c.children[0].kind == "diem")):
        return None
    _, old = found
    words = d.words.opening()
    name = d.rng.choice(("đoạn mở đầu", "đoạn đầu", "khổ đầu"))
    link = d.rng.choice(("", "của "))
    shown = f"{old.head} {words}" if d.rng.random() < 0.7 else words
    text = f"Sửa đổi, bổ sung {name} {link}{d.speech.place(old)}{{act}}"
    return Command("A8 opening of a clause", text, [reword(old, words)], [old], d.speech.quote([shown]))


def lead_of_article(d: Draft) -> Command | None:
    """A8: "Sửa đổi, bổ sung đoạn mở đầu của Điều 26"; the clauses stay."""
    for inside in d.articles():
        kinds = [c.kind for c in inside.children]
        if kinds[:1] == ["doan"] and kinds[1:2] in (["khoan"], ["diem"]):
            words = d.words.opening()
            text = f"Sửa đổi, bổ sung đoạn mở đầu {d.rng.choice(('', 'của '))}{d.speech.place(inside)}{{act}}"
            return Command("A8 opening of an article", text, [reword(inside.children[0], words)], [inside], d.speech.quote([words]))
    return None


def tail(d: Draft) -> Command | None:
    """A9: "Sửa đổi đoạn cuối khoản 1 Điều 20": the one paragraph behind the points."""

    def closing(c: Unit) -> bool:
        kinds = [x.kind for x in c.children]
        return len(kinds) > 1 and kinds[-1] == "doan" and kinds.count("doan") == 1 and "diem" in kinds

    if not (found := d.some_clause(closing)):
        return None
    _, old = found
    words = d.words.sentence()
    text = f"Sửa đổi, bổ sung {d.rng.choice(('đoạn cuối', 'khổ cuối'))} {d.speech.place(old)}{{act}}"
    return Command("A9 closing paragraph", text, [reword(old.children[-1], words)], [old], d.speech.quote([words]))


def paragraph(d: Draft) -> Command | None:
    """A9: "đoạn 2 khoản 1 Điều 40": the unit's own words are the first."""
    if not (found := d.some_clause(lambda c: bool(c.words) and bool(c.children) and all(x.kind == "doan" for x in c.children))):
        return None
    _, old = found
    n = d.rng.randrange(len(old.children))
    words = d.words.sentence()
    said = d.rng.choice((f"đoạn {n + 2}", f"đoạn {ORDINALS[n + 1]}")) if n + 1 < len(ORDINALS) else f"đoạn {n + 2}"
    text = f"Sửa đổi, bổ sung {said} {d.speech.place(old)}{{act}}"
    return Command("A9 paragraph by number", text, [reword(old.children[n], words)], [old], d.speech.quote([words]))


def bullet(d: Draft) -> Command | None:
    """A10: "Sửa đổi gạch đầu dòng thứ nhất của điểm g"."""
    for inside in d.articles():
        for holder in d.rng.sample(list(inside.walk()), len(list(inside.walk()))):
            dashes = holder.of("gach")
            named = (
                holder is inside or (holder in d.clauses(inside)) or (holder.kind == "diem" and d.tree.parent(holder) in d.clauses(inside))
            )
            if dashes and len(dashes) <= len(ORDINALS) and named and (holder.kind != "diem" or holder in d.points(d.tree.parent(holder))):
                n = d.rng.randrange(len(dashes))
                words = d.words.item(n == len(dashes) - 1)
                shown = f"- {words}" if d.rng.random() < 0.7 else words
                text = f"Sửa đổi gạch đầu dòng {ORDINALS[n]} {d.rng.choice(('', 'của '))}{d.speech.place(holder)}{{act}}"
                new = Unit("gach", "", "-", words)
                return Command("A10 dash", text, [swap(dashes[n], new)], [inside], d.speech.quote([shown]))
    return None


def title(d: Draft) -> Command | None:
    """A11: "Sửa đổi, bổ sung tên Điều 5 như sau:", "Sửa đổi tên Điều 5 thành “…”"."""
    for inside in d.articles():
        if not inside.words:
            continue
        words = d.words.title()
        name = d.rng.choice(("tên", "tên", "tên gọi", "tiêu đề"))
        edits = [reword(inside, words)]
        if d.rng.random() < 0.3:
            text = f"Sửa đổi {name} {d.speech.name(inside)}{{act}} thành {d.speech.words(words)}"
            return Command("A11 title in the line", text, edits, [inside], inline=True)
        shown = f"{inside.head} {words}" if d.rng.random() < 0.7 else words
        return Command("A11 title", f"Sửa đổi, bổ sung {name} {d.speech.name(inside)}{{act}}", edits, [inside], d.speech.quote([shown]))
    return None


def title_and_clause(d: Draft) -> Command | None:
    """A11: "Sửa đổi, bổ sung tên điều và khoản 1 Điều 9"."""
    for inside in d.articles():
        if not inside.words or not (found := d.clauses(inside)):
            continue
        old = d.rng.choice(found)
        words, new = d.words.title(), d.words.like(old)
        text = f"Sửa đổi, bổ sung tên điều và {d.speech.place(old)}{{act}}"
        quote = d.speech.quote([f"{inside.head} {words}", *printed(new)])
        return Command("A11 title and clause", text, [reword(inside, words), swap(old, new)], [inside], quote)
    return None


def container_title(d: Draft) -> Command | None:
    """A12, A13: "Sửa đổi, bổ sung tên Chương IV như sau:" with the title on a line of its own, or without the label."""
    for old in d.containers("chuong", "muc"):
        if not old.words:
            continue
        words = d.words.name()
        shown = [f"{d.speech.name(old)}", words] if d.rng.random() < 0.6 else [words]
        text = f"Sửa đổi, bổ sung tên {d.speech.place(old)}{{act}}"
        return Command("A12 title of a chapter or section", text, [reword(old, words)], [old], d.speech.quote(shown))
    return None


def container(d: Draft) -> Command | None:
    """A15: "Sửa đổi, bổ sung Mục 2 Chương II" with all its articles anew."""
    for old in d.containers("muc", "chuong"):
        inner = [u for u in old.walk() if u.kind == "dieu"]
        if (
            not 1 < len(inner) < 7
            or any(u.kind in ("muc", "chuong") for u in old.children)
            or not all(a in d.all_articles() for a in inner)
        ):
            continue
        kept = inner if d.rng.random() < 0.6 else inner[:-1]
        new = Unit(old.kind, old.label, f"{old.head.rstrip('.')}.", d.words.name(), [d.words.article(a.label) for a in kept])
        text = f"{d.verb()} {d.speech.place(old)}{{act}}"
        return Command("A15 chapter or section", text, [swap(old, new)], [old, *inner], d.speech.quote(printed(new)))
    return None


def passive(d: Draft) -> Command | None:
    """Passive: "Khoản 2 Điều 8 được sửa đổi, bổ sung như sau:"."""
    pick = d.rng.randrange(3)
    if pick == 0:
        chosen = next(((a, a) for a in d.articles()), None)
    elif pick == 1:
        chosen = d.some_clause()
    else:
        found = d.some_point()
        chosen = (found[0], found[2]) if found else None
    if chosen is None:
        return None
    inside, old = chosen
    new = d.words.like(old, old.kind == "diem" and d.last(old))
    said = d.speech.place(old)
    text = f"{said[0].upper()}{said[1:]}{{act}} được {d.rng.choice(('sửa đổi, bổ sung', 'sửa đổi', 'thay thế'))}"
    return Command("passive substitution", text, [swap(old, new)], [inside], d.speech.quote(printed(new)))


FORMS = (
    (article, 3), (articles, 1), (clause, 4), (clause_bare, 1), (point, 4), (point_of_article, 1), (clauses, 2),
    (points, 2), (clause_and_point, 1), (lead_of_clause, 2), (lead_of_article, 1), (tail, 1), (paragraph, 1),
    (bullet, 1), (title, 2), (title_and_clause, 1), (container_title, 1), (container, 1), (passive, 2),
)  # fmt: skip
