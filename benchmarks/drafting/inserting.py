"""Forms that bring units in: behind, in front of, at the end, into containers."""

from __future__ import annotations

import re

from drafting.draft import Command, Draft, Edit
from drafting.speech import ORDINALS, printed
from drafting.substituting import lines_of, swap
from drafting.tree import LETTERS, Unit, lettered, new, next_label, suffixed


def behind(anchor: Unit, units: list[Unit]) -> Edit:
    """The units come behind."""
    return lambda tree: tree.after(anchor, units)


def front(anchor: Unit, units: list[Unit]) -> Edit:
    """The units come in front."""
    return lambda tree: tree.before(anchor, units)


def at_end(holder: Unit, units: list[Unit]) -> Edit:
    """The units come in as the last ones below."""
    return lambda tree: tree[holder].children.extend(units)


def _free(d: Draft, article: Unit, n: int) -> list[str]:
    """n free labels that come in behind an article; [] where there are none."""
    rest = article.label[len(re.match(r"\d+", article.label).group()) :]  # type: ignore[union-attr]
    if rest and LETTERS.index(rest) + n >= len(LETTERS):
        return []
    labels = [suffixed(article.label, i) for i in range(n)]
    return [] if any(x in d.labels for x in labels) else labels


def _after(d: Draft) -> str:
    return d.rng.choice(("vào sau", "vào sau", "vào sau", "sau"))


def article(d: Draft) -> Command | None:
    """B1, B3: "Bổ sung Điều 43a vào sau Điều 43 như sau:", "các điều 7a, 7b và 7c"."""
    for anchor in d.articles():
        if labels := _free(d, anchor, d.rng.choice((1, 1, 2, 3))):
            units = [d.words.article(x) for x in labels]
            text = f"Bổ sung {d.speech.names(units)} {_after(d)} {d.speech.name(anchor)}{{act}}"
            form = "B1 article" if len(units) == 1 else "B3 several articles"
            return Command(form, text, [behind(anchor, units)], [anchor], d.speech.quote(lines_of(units)))
    return None


def article_in_container(d: Draft) -> Command | None:
    """B2: "Bổ sung Điều 120a vào sau Điều 120 trong Mục 4 Chương VIII"."""
    for anchor in d.articles():
        holder = d.tree.parent(anchor)
        if holder.kind in ("chuong", "muc") and holder in d.containers("chuong", "muc") and (labels := _free(d, anchor, 1)):
            units = [d.words.article(labels[0])]
            link = d.rng.choice((" trong", " thuộc", " của", ""))
            text = f"Bổ sung {d.speech.names(units)} vào sau {d.speech.name(anchor)}{link} {d.speech.place(holder)}{{act}}"
            return Command("B2 article, container named", text, [behind(anchor, units)], [anchor], d.speech.quote(lines_of(units)))
    return None


def article_before(d: Draft) -> Command | None:
    """B4: "Bổ sung Điều 12a vào trước Điều 13", with or without its section."""
    for anchor in d.articles():
        kin = d.siblings(anchor)
        at = kin.index(anchor)
        named = d.tree.parent(anchor)
        previous = d.all_articles()[d.all_articles().index(anchor) - 1] if d.all_articles().index(anchor) else None
        if previous is None or d.taken(previous) or not (labels := _free(d, previous, 1)):
            continue
        first = at == 0 or kin[at - 1].kind != "dieu"
        units = [d.words.article(labels[0])]
        where = ""
        if first or d.rng.random() < 0.4:  # in front of the first of a chapter: the chapter has to be named
            if named.kind not in ("chuong", "muc") or named not in d.containers("chuong", "muc"):
                continue
            where = f" {d.rng.choice(('trong', 'thuộc', 'của'))} {d.speech.place(named)}"
        text = f"Bổ sung {d.speech.names(units)} vào trước {d.speech.name(anchor)}{where}{{act}}"
        return Command("B4 article before", text, [front(anchor, units)], [anchor, previous], d.speech.quote(lines_of(units)))
    return None


def article_into(d: Draft) -> Command | None:
    """B5: "Bổ sung Điều 98h vào Chương VIII và vào trước Điều 99": the last of a chapter."""
    for holder in d.containers("chuong", "muc"):
        inner = holder.of("dieu")
        if len(inner) != len(holder.children) or not inner or inner[-1] not in d.all_articles():
            continue
        articles = d.all_articles()
        at = articles.index(inner[-1])
        if not (labels := _free(d, inner[-1], 1)) or at + 1 >= len(articles) or d.taken(articles[at + 1]):
            continue
        units = [d.words.article(labels[0])]
        if d.rng.random() < 0.5:
            text = f"Bổ sung {d.speech.names(units)} vào {d.speech.place(holder)} và vào trước {d.speech.name(articles[at + 1])}{{act}}"
        else:
            text = f"Bổ sung {d.speech.names(units)} vào cuối {d.speech.place(holder)}{{act}}"
        touched = [inner[-1], articles[at + 1]]
        return Command("B5 article into a chapter", text, [at_end(holder, units)], touched, d.speech.quote(lines_of(units)))
    return None


def clause(d: Draft) -> Command | None:
    """B6: "Bổ sung khoản 8a vào sau khoản 8 Điều 5 như sau:"; the last one may be followed by the next number."""
    if not (found := d.some_clause()):
        return None
    inside, anchor = found
    taken = {u.label for u in inside.of("khoan")}
    n = d.rng.choice((1, 1, 2, 3))
    numbers = anchor.label.isdigit() and d.last(anchor) and d.rng.random() < 0.5
    labels = [next_label("khoan", anchor.label, i) for i in range(n)] if numbers else [suffixed(anchor.label, i) for i in range(n)]
    if taken & set(labels) or (numbers and inside not in d.articles()):
        return None
    units = [d.words.clause(x) for x in labels]
    if d.rng.random() < 0.3:
        text = f"Bổ sung {d.speech.names(units)} {d.speech.name(inside)} {_after(d)} {d.speech.name(anchor)}{{act}}"
        form = "B6 clause, place in front"
    else:
        text = f"Bổ sung {d.speech.names(units)} {_after(d)} {d.speech.place(anchor)}{{act}}"
        form = "B6 clause"
    return Command(form, text, [behind(anchor, units)], [inside] if numbers else [anchor], d.speech.quote(lines_of(units)))


def clause_before(d: Draft) -> Command | None:
    """B7: "Bổ sung khoản 1a vào trước khoản 1 Điều 79"."""
    if not (found := d.some_clause()):
        return None
    inside, anchor = found
    kin = inside.of("khoan")
    at = kin.index(anchor)
    label = suffixed(kin[at - 1].label if at else anchor.label, 0)
    if (
        any(u.label == label for u in kin)
        or (at and d.taken(kin[at - 1]))
        or (at and inside.children[inside.children.index(anchor) - 1] is not kin[at - 1])
    ):
        return None
    units = [d.words.clause(label)]
    text = f"Bổ sung {d.speech.names(units)} vào trước {d.speech.place(anchor)}{{act}}"
    return Command("B7 clause before", text, [front(anchor, units)], [anchor, *kin[max(0, at - 1) : at]], d.speech.quote(lines_of(units)))


def clause_append(d: Draft) -> Command | None:
    """B8: "Bổ sung khoản 4 vào Điều 94", "Bổ sung khoản 4 Điều 94": the number tells the place."""
    for inside in d.articles():
        kin = inside.of("khoan")
        if (
            not kin
            or kin != d.clauses(inside)
            or [u.label for u in kin] != [str(i + 1) for i in range(len(kin))]
            or inside.children[-1] is not kin[-1]
        ):
            continue
        units = [d.words.clause(str(len(kin) + 1 + i)) for i in range(d.rng.choice((1, 1, 2)))]
        link = d.rng.choice((" vào", " vào", " vào cuối", ""))
        if link == "" and len(units) > 1:
            link = " vào"
        more = d.rng.choice(("Bổ sung", "Bổ sung", "Bổ sung thêm"))
        text = f"{more} {d.speech.names(units)}{link} {d.speech.name(inside)}{{act}}"
        return Command("B8 clause appended", text, [behind(kin[-1], units)], [inside], d.speech.quote(lines_of(units)))
    return None


def point(d: Draft) -> Command | None:
    """B9, B10: "Bổ sung các điểm d, đ và e vào sau điểm c khoản 1 Điều 23", "điểm b1"."""
    if not (found := d.some_point()):
        return None
    _, holder, anchor = found
    taken = {u.label for u in holder.of("diem")}
    n = d.rng.choice((1, 1, 2, 3))
    letters = anchor.label in LETTERS and d.last(anchor) and LETTERS.index(anchor.label) + n < len(LETTERS) and d.rng.random() < 0.6
    labels = [next_label("diem", anchor.label, i) for i in range(n)] if letters else [lettered(anchor.label, i) for i in range(n)]
    if taken & set(labels):
        return None
    units = [d.words.point(x, d.last(anchor) and i == n - 1) for i, x in enumerate(labels)]
    text = f"Bổ sung {d.speech.names(units)} {_after(d)} {d.speech.place(anchor)}{{act}}"
    return Command("B9 point", text, [behind(anchor, units)], [holder], d.speech.quote(lines_of(units)))


def point_append(d: Draft) -> Command | None:
    """B9: "Bổ sung điểm đ vào khoản 2 Điều 8": the letter tells the place."""
    if not (found := d.some_clause(lambda c: 1 < len(c.of("diem")) < 20)):
        return None
    _, holder = found
    kin = holder.of("diem")
    if [u.label for u in kin] != list(LETTERS[: len(kin)]):
        return None
    units = [d.words.point(LETTERS[len(kin)], True)]
    link = d.rng.choice((" vào", " vào cuối", ""))
    text = f"Bổ sung {d.speech.names(units)}{link} {d.speech.place(holder)}{{act}}"
    return Command("B9 point appended", text, [behind(kin[-1], units)], [holder], d.speech.quote(lines_of(units)))


def point_before(d: Draft) -> Command | None:
    """B7 for points: "Bổ sung điểm a1 vào trước điểm b khoản 1 Điều 3"."""
    if not (found := d.some_point()):
        return None
    _, holder, anchor = found
    kin = holder.of("diem")
    at = kin.index(anchor)
    label = lettered(kin[at - 1].label if at else anchor.label, 0)
    if any(u.label == label for u in kin) or (at and holder.children[holder.children.index(anchor) - 1] is not kin[at - 1]):
        return None
    units = [d.words.point(label, False)]
    text = f"Bổ sung {d.speech.names(units)} vào trước {d.speech.place(anchor)}{{act}}"
    return Command("B10 point before", text, [front(anchor, units)], [holder], d.speech.quote(lines_of(units)))


def _container(d: Draft, kind: str, label: str) -> Unit:
    name = {"chuong": "Chương", "muc": "Mục"}[kind]
    return Unit(kind, label, f"{name} {label}.", d.words.name())


def container(d: Draft) -> Command | None:
    """B11, B12: "Bổ sung Mục 3 vào sau Mục 2 Chương IV", "Bổ sung Chương VIIa vào sau Chương VII", with articles."""
    for anchor in d.containers("muc", "chuong"):
        inner = [u for u in anchor.walk() if u.kind == "dieu"]
        if not inner or inner[-1] not in d.all_articles() or anchor.gone:
            continue
        last_of_kind = d.tree.parent(anchor).of(anchor.kind)[-1] is anchor
        plain = r"\d+" if anchor.kind == "muc" else r"[IVXL]+"
        if not re.fullmatch(plain, anchor.label):
            continue
        label = str(int(anchor.label) + 1) if anchor.kind == "muc" and last_of_kind else f"{anchor.label}a"
        if any(u.label == label for u in d.tree.parent(anchor).of(anchor.kind)):
            continue
        labels = _free(d, inner[-1], d.rng.choice((1, 2, 3)))
        if not labels:
            continue
        unit = _container(d, anchor.kind, label)
        unit.children = [d.words.article(x) for x in labels]
        text = f"Bổ sung {d.speech.name(unit)} vào sau {d.speech.place(anchor)}{{act}}"
        return Command("B11 section or chapter", text, [behind(anchor, [unit])], [anchor, *inner], d.speech.quote(printed(unit)))
    return None


def lead(d: Draft) -> Command | None:
    """B13: "Bổ sung đoạn mở đầu vào trước khoản 1 Điều 44 như sau:"."""
    for inside in d.articles():
        if (found := d.clauses(inside)) and inside.children[0] is found[0]:
            units = [new("doan", "", d.words.opening())]
            text = f"Bổ sung đoạn mở đầu vào trước {d.speech.place(found[0])}{{act}}"
            return Command("B13 opening paragraph", text, [front(found[0], units)], [inside], d.speech.quote([units[0].words]))
    return None


def closing(d: Draft) -> Command | None:
    """B13: "Bổ sung đoạn cuối khoản 1 Điều 2 như sau:", "Bổ sung đoạn vào cuối khoản 5"."""
    if not (found := d.some_clause(lambda c: bool(c.of("diem")) and c.children[-1].kind == "diem")):
        return None
    _, holder = found
    units = [new("doan", "", d.words.sentence())]
    said = d.rng.choice(("Bổ sung đoạn cuối", "Bổ sung đoạn cuối vào", "Bổ sung đoạn vào cuối", "Bổ sung một đoạn vào cuối"))
    text = f"{said} {d.speech.place(holder)}{{act}}"
    return Command("B13 closing paragraph", text, [at_end(holder, units)], [holder], d.speech.quote([units[0].words]))


def bullet(d: Draft) -> Command | None:
    """B14 for dashes: "Bổ sung gạch đầu dòng thứ tư vào khoản 2 Điều 5"."""
    for inside in d.articles():
        for holder in d.clauses(inside):
            dashes = holder.of("gach")
            if dashes and len(dashes) < len(ORDINALS) and dashes == holder.children:
                unit = Unit("gach", "", "-", d.words.item(True))
                text = f"Bổ sung gạch đầu dòng {ORDINALS[len(dashes)]} vào {d.speech.place(holder)}{{act}}"
                return Command("B14 dash", text, [at_end(holder, [unit])], [inside], d.speech.quote([unit.line]))
    return None


def mixed_article(d: Draft) -> Command | None:
    """B3: "Sửa đổi, bổ sung Điều 191 và bổ sung Điều 191a, 191b vào sau Điều 191": one quotation for all."""
    for old in d.articles():
        if labels := _free(d, old, d.rng.choice((1, 2))):
            changed = d.words.like(old)
            units = [d.words.article(x) for x in labels]
            text = f"Sửa đổi, bổ sung {d.speech.name(old)} và bổ sung {d.speech.names(units)} vào sau {d.speech.name(old)}{{act}}"
            edits = [behind(old, units), swap(old, changed)]
            return Command("B3 article amended and others added", text, edits, [old], d.speech.quote(lines_of([changed, *units])))
    return None


def mixed_clause(d: Draft) -> Command | None:
    """A11, B6: "Sửa đổi, bổ sung khoản 1 và bổ sung khoản 1a vào sau khoản 1 Điều 9 như sau:"."""
    if not (found := d.some_clause()):
        return None
    inside, old = found
    label = suffixed(old.label, 0)
    if any(u.label == label for u in inside.of("khoan")):
        return None
    changed, added = d.words.like(old), d.words.clause(label)
    joint = d.rng.choice((" và bổ sung ", "; bổ sung ", ", bổ sung "))
    text = f"Sửa đổi, bổ sung {d.speech.name(old)}{joint}{d.speech.name(added)} vào sau {d.speech.place(old)}{{act}}"
    edits = [behind(old, [added]), swap(old, changed)]
    return Command("B6 clause amended and one added", text, edits, [old], d.speech.quote(lines_of([changed, added])))


def passive(d: Draft) -> Command | None:
    """Passive: "Điều 3 được bổ sung khoản 12 như sau:"."""
    for inside in d.articles():
        kin = inside.of("khoan")
        if kin and [u.label for u in kin] == [str(i + 1) for i in range(len(kin))] and inside.children[-1] is kin[-1]:
            unit = d.words.clause(str(len(kin) + 1))
            text = f"{d.speech.name(inside)}{{act}} được bổ sung {d.speech.name(unit)}"
            return Command("passive insertion", text, [behind(kin[-1], [unit])], [inside], d.speech.quote(printed(unit)))
    return None


FORMS = (
    (article, 4), (article_in_container, 1), (article_before, 2), (article_into, 1), (clause, 4), (clause_before, 2),
    (clause_append, 2), (point, 3), (point_append, 1), (point_before, 1), (container, 1), (lead, 1), (closing, 1),
    (bullet, 1), (mixed_article, 1), (mixed_clause, 2), (passive, 1),
)  # fmt: skip
