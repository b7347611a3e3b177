"""Forms that take units out, and those that only change labels."""

from __future__ import annotations

import re

from drafting.draft import Command, Draft, Edit
from drafting.tree import LETTERS, Unit, head_of


def gone(unit: Unit) -> Edit:
    """The unit is repealed."""
    return lambda tree: tree.repeal(unit)


def _verb(d: Draft) -> str:
    return d.rng.choice(("Bãi bỏ",) * 6 + ("Bỏ", "Hủy bỏ"))


def article(d: Draft) -> Command | None:
    """C1: "Bãi bỏ Điều 5", "Bãi bỏ các điều 5, 7 và 9"."""
    if not (found := d.articles()[: d.rng.choice((1, 1, 2, 3))]):
        return None
    order = {a.id: i for i, a in enumerate(d.all_articles())}
    found.sort(key=lambda a: order[a.id])
    return Command("C1 article", f"{_verb(d)} {d.speech.names(found)}{{act}}", [gone(a) for a in found], found)


def unit(d: Draft) -> Command | None:
    """C1, C4: "Bãi bỏ khoản 19 Điều 4", "Bỏ điểm đ khoản 2 Điều 172"."""
    point = d.rng.random() < 0.5 and d.some_point()
    chosen = (point[1], point[2]) if point else ((found[1],) * 2 if (found := d.some_clause()) else None)
    if not chosen:
        return None
    holder, old = chosen
    return Command("C1 clause or point", f"{_verb(d)} {d.speech.place(old)}{{act}}", [gone(old)], [holder])


def several(d: Draft) -> Command | None:
    """C1: "Bãi bỏ các khoản 1, 2 và 3 Điều 5", "điểm a và điểm b khoản 2 Điều 9"."""
    for inside in d.articles():
        holders = [inside, *d.clauses(inside)]
        d.rng.shuffle(holders)
        for holder in holders:
            found = d.clauses(holder) if holder is inside else d.points(holder)
            if len(found) > 2:
                at = sorted(d.rng.sample(range(len(found)), d.rng.randint(2, min(4, len(found) - 1))))
                old = [found[i] for i in at]
                text = f"{_verb(d)} {d.speech.names(old)}{d.speech.behind(old[0])}{{act}}"
                return Command("C1 several of one list", text, [gone(u) for u in old], [inside])
    return None


def same_number(d: Draft) -> Command | None:
    """C1: "Bãi bỏ khoản 2 các điều 5, 7 và 9": the clause of each of them."""
    found = [a for a in d.articles() if any(c.label == "2" for c in d.clauses(a))][: d.rng.randint(2, 3)]
    if len(found) < 2:
        return None
    order = {a.id: i for i, a in enumerate(d.all_articles())}
    found.sort(key=lambda a: order[a.id])
    labels = [a.label for a in found]
    aims = [next(c for c in d.clauses(a) if c.label == "2") for a in found]
    articles = f"các {d.rng.choice(('Điều', 'điều'))} {', '.join(labels[:-1])} và {labels[-1]}"
    text = f"{_verb(d)} {d.speech.name(aims[0])} {articles}{{act}}"
    return Command("C1 one number in several articles", text, [gone(u) for u in aims], found)


def mixed(d: Draft) -> Command | None:
    """C1: "Bãi bỏ khoản 19 Điều 4, Điều 5, khoản 3 Điều 51 và điểm a khoản 1 Điều 60"."""
    found = d.articles()[: d.rng.randint(3, 5)]
    if len(found) < 3:
        return None
    order = {a.id: i for i, a in enumerate(d.all_articles())}
    found.sort(key=lambda a: order[a.id])
    aims: list[Unit] = []
    for inside in found:
        choices: list[Unit] = [inside, *d.clauses(inside), *(p for c in d.clauses(inside) for p in d.points(c))]
        aims.append(d.rng.choice(choices))
    said = [d.speech.place(u) for u in aims]
    joint = d.rng.choice((", ", "; "))
    text = f"{_verb(d)} {joint.join(said[:-1])}{d.rng.choice((' và ', joint))}{said[-1]}{{act}}"
    return Command("C1 mixed list", text, [gone(u) for u in aims], found)


def listed(d: Draft) -> Command | None:
    """C1 over lines: "Bãi bỏ các điều, khoản, điểm sau đây: a) Khoản 3 Điều 5; b) Điều 7."."""
    found = d.articles()[: d.rng.randint(2, 4)]
    if len(found) < 2:
        return None
    below, edits = [], []
    for inside in found:
        aim = d.rng.choice([inside, *d.clauses(inside), *(p for c in d.clauses(inside) for p in d.points(c))])
        said = d.speech.place(aim)
        below.append(Command("", said[0].upper() + said[1:], [], [], inline=True))
        edits.append(gone(aim))
    text = f"{_verb(d)} {d.rng.choice(('các điều, khoản, điểm sau đây', 'một số điều, khoản, điểm', 'các quy định sau đây'))}{{act}}"
    return Command("C1 list in lines", text, edits, found, below=below)


def range_(d: Draft) -> Command | None:
    """C3: "Bãi bỏ từ khoản 1 đến khoản 11 Điều 1", "các điều từ Điều 5 đến Điều 18": what lies between goes, suffixed or not."""
    pick = d.rng.randrange(3)
    if pick == 0:
        for first in d.articles():
            kin = [u for u in d.siblings(first) if u.kind == "dieu"]
            at = kin.index(first)
            run = kin[at : at + d.rng.randint(2, 5)]
            if len(run) > 1 and all(u in d.all_articles() and not d.taken(u) for u in run):
                said = d.rng.choice(("các điều từ {} đến {}", "từ {} đến {}", "từ {} đến hết {}"))
                text = f"{_verb(d)} {said.format(d.speech.name(run[0]), d.speech.name(run[-1]))}{{act}}"
                return Command("C3 range of articles", text, [gone(u) for u in run], run)
        return None
    for inside in d.articles():
        holders = [inside] if pick == 1 else d.clauses(inside)
        for holder in holders:
            kin = holder.of("khoan") if holder is inside else holder.of("diem")
            if len(kin) > 2 and kin == (d.clauses(holder) if holder is inside else d.points(holder)):
                i = d.rng.randrange(len(kin) - 1)
                j = d.rng.randrange(i + 1, len(kin))
                low = "khoản" if holder is inside else "điểm"
                said = d.rng.choice((f"các {low} từ {{}} đến {{}}", "từ {} đến {}"))
                text = f"{_verb(d)} {said.format(d.speech.name(kin[i]), d.speech.name(kin[j]))}{d.speech.behind(kin[i])}{{act}}"
                return Command("C3 range of clauses or points", text, [gone(u) for u in kin[i : j + 1]], [inside])
    return None


def container(d: Draft) -> Command | None:
    """C2: "Bãi bỏ Mục 3 Chương II", "… gồm các Điều 32, 33 và 34"."""
    for old in d.containers("muc", "chuong"):
        inner = [u for u in old.walk() if u.kind == "dieu"]
        if not inner or any(a not in d.all_articles() for a in inner):
            continue
        named = f" gồm {d.speech.names(inner)}" if len(inner) > 1 and d.rng.random() < 0.4 and old.children == inner else ""
        text = f"Bãi bỏ {d.speech.place(old)}{named}{{act}}"
        return Command("C2 chapter or section", text, [gone(old)], [old, *inner])
    return None


def unwrapped(d: Draft) -> Command | None:
    """C5: "Bãi bỏ tên Mục 1, Mục 2, Mục 3 trong Chương III": the headings go, the articles stay."""
    for chapter in d.containers("chuong"):
        sections = chapter.of("muc")
        if sections and sections == chapter.children:
            said = ", ".join(d.speech.name(s) for s in sections)
            text = f"Bãi bỏ tên {said}{d.rng.choice((' trong', '', ' của', ' thuộc'))} {d.speech.place(chapter)}{{act}}"
            edits: list[Edit] = [(lambda tree, s=s: tree.unwrap(s)) for s in sections]  # type: ignore[misc]
            return Command("C5 headings only", text, edits, [chapter, *(u for u in chapter.walk() if u.kind == "dieu")])
    return None


def passive(d: Draft) -> Command | None:
    """Passive: "Khoản 3 Điều 7 được bãi bỏ"."""
    if not (found := d.some_clause()):
        return None
    _, old = found
    said = d.speech.place(old)
    text = f"{said[0].upper()}{said[1:]}{{act}} {d.rng.choice(('được bãi bỏ', 'bị bãi bỏ'))}"
    return Command("passive repeal", text, [gone(old)], [old])


def _relabel(unit: Unit, label: str) -> Edit:
    def edit(tree: object) -> None:
        mine = tree[unit]  # type: ignore[index]
        mine.label, mine.head = label, re.sub(re.escape(unit.label), label, unit.head, count=1) or head_of(unit.kind, label)

    return edit


def renumber(d: Draft) -> Command | None:
    """Renumbering: "Bãi bỏ khoản 2 và chuyển khoản 3 thành khoản 2", whole ranges moved up."""
    for inside in d.articles():
        kin = inside.of("khoan")
        if len(kin) < 3 or kin != d.clauses(inside) or [u.label for u in kin] != [str(i + 1) for i in range(len(kin))]:
            continue
        last = kin[-1]
        label = str(int(last.label) + d.rng.randint(1, 3))
        said = d.rng.choice(("Chuyển", "Sửa đổi", "Sửa đổi số thứ tự", "Đánh số lại"))
        if said == "Sửa đổi số thứ tự":
            text = f"Sửa đổi số thứ tự {d.speech.place(last)}{{act}} thành {d.speech.name(last).split()[0]} {label}"
        else:
            text = f"{said} {d.speech.place(last)}{{act}} thành {d.speech.name(last).split()[0]} {label}"
        return Command("renumbering", text, [_relabel(last, label)], [inside], inline=True)
    return None


def renumber_range(d: Draft) -> Command | None:
    """Renumbering: "Bổ sung khoản 3 … và chuyển các khoản 3, 4 thành các khoản 4, 5"."""
    for inside in d.articles():
        kin = inside.of("khoan")
        if len(kin) < 4 or len(kin) > 20 or kin != d.clauses(inside) or [u.label for u in kin] != [str(i + 1) for i in range(len(kin))]:
            continue
        start = d.rng.randrange(1, len(kin) - 2)
        moved = kin[start:]
        by = d.rng.randint(1, 2)
        to = [str(int(u.label) + by) for u in moved]
        labels = [u.label for u in moved]
        match d.rng.randrange(3):
            case 0:
                said = f"các khoản {', '.join(labels[:-1])} và {labels[-1]} {{}} thành các khoản {', '.join(to[:-1])} và {to[-1]}"
            case 1:
                said = f"các khoản từ khoản {labels[0]} đến khoản {labels[-1]} {{}} thành khoản {to[0]} đến khoản {to[-1]}"
            case _:
                said = ", ".join(f"khoản {a} thành khoản {b}" for a, b in zip(labels, to, strict=True)) + " {}"
        text = f"Chuyển {said.format(d.speech.name(inside))}{{act}}"
        return Command("renumbering of a range", text, [_relabel(u, t) for u, t in zip(moved, to, strict=True)], [inside], inline=True)
    return None


def renumber_point(d: Draft) -> Command | None:
    """Renumbering: "Sửa đổi điểm đ thành điểm d khoản 2 Điều 4"."""
    if not (found := d.some_point(lambda p: d.last(p) and p.label in LETTERS[:-3])):
        return None
    inside, _, old = found
    label = LETTERS[LETTERS.index(old.label) + d.rng.randint(1, 2)]
    text = f"{d.rng.choice(('Sửa đổi', 'Chuyển'))} {d.speech.place(old)}{{act}} thành {d.speech.name(old).split()[0]} {label}"
    return Command("renumbering of a point", text, [_relabel(old, label)], [inside], inline=True)


FORMS = (
    (article, 2), (unit, 3), (several, 2), (mixed, 2), (same_number, 1), (listed, 2), (range_, 3), (container, 1),
    (unwrapped, 1), (passive, 1), (renumber, 1), (renumber_range, 1), (renumber_point, 1),
)  # fmt: skip
