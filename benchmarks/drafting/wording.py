"""Forms that change words: replaced, deleted, added, at one place, at many, everywhere."""

from __future__ import annotations

from drafting.draft import Command, Draft, Edit
from drafting.substituting import reword
from drafting.tree import Unit, phrase


def say(unit: Unit, found: str, put: str) -> Edit:
    """`found` becomes `put`."""
    return lambda tree: tree.say(unit, found, put)


def _named(d: Draft, words: str) -> str:
    return f"{d.rng.choice(('cụm từ', 'cụm từ', 'cụm từ', 'từ', 'các từ'))} {d.speech.words(words)}"


def _phrase(d: Draft, words: str) -> str:
    return f"cụm từ {d.speech.words(words)}"


def _places(d: Draft) -> list[Unit]:
    """Units of one article that words may be changed in: the article, a clause, a point."""
    for inside in d.articles():
        if any(u.kind in ("bang", "trich") for u in inside.walk()):
            continue
        return [inside, *d.clauses(inside), *(p for c in d.clauses(inside) for p in d.points(c))]
    return []


def _one(d: Draft) -> tuple[Unit, Unit, str] | None:
    """An article, a place in it, words that stand there."""
    for _ in range(6):
        if not (places := _places(d)):
            return None
        place = d.rng.choice(places)
        if words := d.phrase([place]):
            return places[0], place, words
    return None


def _many(d: Draft, n: int) -> tuple[list[Unit], list[Unit], str] | None:
    """Articles and places in them that hold the same words."""
    for _ in range(8):
        if not (first := _one(d)):
            return None
        inside, place, words = first
        articles, places = [inside], [place]
        for other in d.articles():
            if len(places) >= n or other is inside or any(u.kind in ("bang", "trich") for u in other.walk()):
                continue
            holders = [u for u in (*d.clauses(other), *(p for c in d.clauses(other) for p in d.points(c)), other) if d.alike(u, words)]
            if holders:
                articles.append(other)
                places.append(d.rng.choice(holders))
        if len(places) > 1:
            order = {a.id: i for i, a in enumerate(d.all_articles())}
            pairs = sorted(zip(articles, places, strict=True), key=lambda p: order[p[0].id])
            return [a for a, _ in pairs], [p for _, p in pairs], words
    return None


def _replace(d: Draft) -> str:
    return d.rng.choice(("Thay thế", "Thay thế", "Thay", "Sửa đổi"))


def _by(verb: str) -> str:
    return "thành" if verb == "Sửa đổi" else "bằng"


def replaced(d: Draft) -> Command | None:
    """D1, D2: "Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 11 Điều 3"."""
    if not (found := _one(d)):
        return None
    inside, place, words = found
    put = d.words.said()
    verb = _replace(d)
    link = d.rng.choice(("tại", "tại", "ở", "trong"))
    text = f"{verb} {_named(d, words)} {_by(verb)} {_named(d, put)} {link} {d.speech.place(place)}{{act}}"
    return Command("D1 words replaced", text, [say(place, words, put)], [inside])


def replaced_many(d: Draft) -> Command | None:
    """D1 at several places: "tại khoản 11 Điều 3, điểm a và điểm b khoản 2 Điều 35"."""
    if not (found := _many(d, 4)):
        return None
    articles, places, words = found
    put = d.words.said()
    text = f"{_replace(d).replace('Sửa đổi', 'Thay')} {_named(d, words)} bằng {_named(d, put)} tại {d.speech.places(places)}{{act}}"
    return Command("D1 words replaced at several places", text, [say(p, words, put) for p in places], articles)


def replaced_inside(d: Draft) -> Command | None:
    """D1 at several places of one article: "tại khoản 3 và điểm c khoản 5 Điều 17"."""
    for inside in d.articles():
        found = d.clauses(inside)
        if len(found) < 3 or any(u.kind == "bang" for u in inside.walk()):
            continue
        words = d.phrase([d.rng.choice(found)])
        holders = [c for c in found if words and d.alike(c, words)]
        if words is None or len(holders) < 2:
            continue
        places = []
        for holder in holders[:4]:
            inner = [p for p in d.points(holder) if d.alike(p, words)]
            places.append(d.rng.choice(inner) if inner and d.rng.random() < 0.5 else holder)
        said = [d.speech.place(p, inside) for p in places]
        put = d.words.said()
        joined = f"{', '.join(said[:-1])} và {said[-1]} {d.speech.name(inside)}"
        text = f"Thay thế {_named(d, words)} bằng {_named(d, put)} tại {joined}{{act}}"
        return Command("D1 several places of one article", text, [say(p, words, put) for p in places], [inside])
    return None


def distributed(d: Draft) -> Command | None:
    """D3: "Thay thế cụm từ “A” bằng cụm từ “B” tại điểm đ khoản 2 và cụm từ “C” bằng cụm từ “D” tại điểm e khoản 2 Điều 254"."""
    for inside in d.articles():
        found = [u for c in d.clauses(inside) for u in (d.points(c) or [c])]
        if len(found) < 2:
            continue
        i, j = sorted(d.rng.sample(range(len(found)), 2))
        one, two = d.phrase([found[i]]), d.phrase([found[j]])
        if not one or not two:
            continue
        puts = d.words.said(), d.words.said()
        first = f"{_phrase(d, one)} bằng {_phrase(d, puts[0])} tại {d.speech.place(found[i], inside)}"
        second = f"{_phrase(d, two)} bằng {_phrase(d, puts[1])} tại {d.speech.place(found[j])}"
        text = f"{d.rng.choice(('Thay thế', 'Thay'))} {first} {d.rng.choice(('và', 'và thay thế'))} {second}{{act}}"
        return Command("D3 pairs at places of one article", text, [say(found[i], one, puts[0]), say(found[j], two, puts[1])], [inside])
    return None


def joined(d: Draft) -> Command | None:
    """D4, D5 in one sentence: "Bổ sung cụm từ “A” vào sau cụm từ “B” và bỏ cụm từ “C” tại khoản 2 Điều 5"."""
    if not (found := _one(d)):
        return None
    inside, place, words = found
    other = d.phrase([place])
    if not other or set(other.split()) & set(words.split()) or d.parted(place, other):
        return None
    put = "trong thời hạn 07 ngày làm việc"
    text = "\n".join(u.words for u in place.walk())
    if other in put or any(abs(m - n) < 60 for m in _spots(text, words) for n in _spots(text, other)):
        return None
    said = f"Bổ sung {_phrase(d, put)} vào sau {_phrase(d, words)} và bỏ {_phrase(d, other)} tại {d.speech.place(place)}{{act}}"
    return Command("D5 words added and deleted", said, [say(place, words, f"{words} {put}"), say(place, other, "")], [inside])


def _spots(text: str, words: str) -> list[int]:
    return [m.start() for m in phrase(words).finditer(text)]


def replaced_listed(d: Draft) -> Command | None:
    """D1 with its places on lines of their own: "tại các điều, khoản sau đây: a) …"."""
    if not (found := _many(d, 4)):
        return None
    articles, places, words = found
    put = d.words.said()
    listed = d.rng.choice(("các điều, khoản, điểm sau đây", "các điều, khoản sau đây"))
    text = f"Thay thế {_named(d, words)} bằng {_named(d, put)} tại {listed}{{act}}"
    said = [d.speech.place(p) for p in places]
    below = [Command("", s[0].upper() + s[1:], [], [], inline=True) for s in said]
    return Command("D1 places in lines", text, [say(p, words, put) for p in places], articles, below=below)


def deleted(d: Draft) -> Command | None:
    """D4: "Bỏ cụm từ “06 tháng,” tại khoản 3 và điểm c khoản 5 Điều 17"."""
    found = _many(d, 3) if d.rng.random() < 0.4 else None
    if found:
        articles, places, words = found
    elif one := _one(d):
        articles, places, words = [one[0]], [one[1]], one[2]
    else:
        return None
    if any(d.parted(p, words) for p in places):
        return None
    verb = d.rng.choice(("Bỏ", "Bãi bỏ", "Bỏ", "Xóa bỏ"))
    text = f"{verb} {_named(d, words)} tại {d.speech.places(places)}{{act}}"
    return Command("D4 words deleted", text, [say(p, words, "") for p in places], articles)


def added(d: Draft) -> Command | None:
    """D5: "Bổ sung cụm từ “A” vào trước cụm từ “B” tại khoản 4 Điều 2"."""
    if not (found := _one(d)):
        return None
    inside, place, words = found
    put = d.words.said()
    before = d.rng.random() < 0.4
    joined = f"{put} {words}" if before else f"{words} {put}"
    side = "trước" if before else "sau"
    link = d.rng.choice(("vào ", "vào ", ""))
    if d.rng.random() < 0.3:
        text = f"Bổ sung {_phrase(d, put)} {link}{side} {_phrase(d, words)} {d.rng.choice(('tại', 'của'))} {d.speech.place(place)}{{act}}"
    else:
        text = f"Bổ sung {_named(d, put)} {link}{side} {_named(d, words)} tại {d.speech.place(place)}{{act}}"
    return Command("D5 words added", text, [say(place, words, joined)], [inside])


def ellipsis(d: Draft) -> Command | None:
    """D2: the verb is said once: "Thay thế từ “A” bằng từ “B” tại Điều 8; cụm từ “C” bằng cụm từ “D” tại Điều 30"."""
    first = _one(d)
    if not first:
        return None
    d.locked.add(first[0].id)
    second = _one(d)
    d.locked.discard(first[0].id)
    if not second:
        return None
    puts = d.words.said(), d.words.said()
    parts = [f"{_named(d, w)} bằng {_named(d, p)} tại {d.speech.place(x)}" for (_, x, w), p in zip((first, second), puts, strict=True)]
    text = f"Thay thế {parts[0]}{d.rng.choice(('; ', ' và ', '; thay thế '))}{parts[1]}{{act}}"
    edits = [say(x, w, p) for (_, x, w), p in zip((first, second), puts, strict=True)]
    return Command("D2 verb said once", text, edits, [first[0], second[0]])


def inherited(d: Draft) -> Command | None:
    """D10b: the places stand in the line above: "Sửa đổi, bổ sung khoản 2 Điều 5 như sau: Thay thế cụm từ …"."""
    for inside in d.articles():
        found = d.clauses(inside)
        if not found or any(u.kind == "bang" for u in inside.walk()):
            continue
        place = d.rng.choice(found)
        first = d.phrase([place])
        second = d.phrase([place])
        if not first or not second or first in second or second in first or set(first.split()) & set(second.split()):
            continue
        puts = d.rng.sample(("trong thời hạn 07 ngày làm việc", "trên môi trường mạng", "kịp thời, đầy đủ"), 2)
        if d.parted(place, second) or any(p in u.words for p in (first, second) for u in place.walk() for p in puts):
            continue
        below = [
            Command("", f"{d.rng.choice(('Thay thế', 'Thay'))} {_phrase(d, first)} bằng {_phrase(d, puts[0])}", [], [], inline=True),
            Command("", f"Bỏ {_phrase(d, second)}", [], [], inline=True),
        ]
        edits = [say(place, first, puts[0]), say(place, second, "")]
        return Command("D10b places in the line above", f"Sửa đổi, bổ sung {d.speech.place(place)}{{act}}", edits, [inside], below=below)
    return None


def in_titles(d: Draft) -> Command | None:
    """D8: "Thay thế cụm từ “A” bằng cụm từ “B” tại tên Điều 26": nothing below the title changes."""
    for inside in d.articles():
        tokens = inside.words.split()
        if len(tokens) < 5:
            continue
        at = d.rng.randrange(1, len(tokens) - 2)
        n = d.rng.randint(2, 3)
        words = " ".join(tokens[at : at + n])
        if not all(t.isalpha() and t.islower() for t in tokens[at : at + n]) or inside.words.lower().count(words.lower()) != 1:
            continue
        put = d.words.said()
        name = d.rng.choice(("tên", "tên gọi", "tiêu đề"))
        text = f"Thay thế {_phrase(d, words)} bằng {_phrase(d, put)} tại {name} {d.speech.name(inside)}{{act}}"
        return Command("D8 words of a title", text, [reword(inside, inside.words.replace(words, put))], [inside])
    return None


def everywhere(d: Draft) -> Command | None:
    """D10: the words change in the whole act."""
    if d.locked or not (found := _one(d)):
        return None
    words = found[2]
    units = list(d.tree.root.walk())
    text = "\n".join(u.words for u in units)
    if not d.alike(d.tree.root, words) or any(
        words.lower() in u.words.lower() for u in units if u.kind in ("dieu", "chuong", "muc", "phan", "hang")
    ):
        return None
    if any(u.kind in ("phu-luc", "mau", "quy-che", "trich") for u in units) or text.count(words) > 40:
        return None
    put = d.words.said()
    scope = d.rng.choice(("trong toàn bộ {}", "tại các điều, khoản, điểm của {}", "trong {}"))
    text = f"Thay thế {_phrase(d, words)} bằng {_phrase(d, put)} {scope.format('{the act}')}"
    return Command("D10 words of the whole act", text, [say(d.tree.root, words, put)], [], alone=True)


def at_end(d: Draft) -> Command | None:
    """D6: "Bổ sung cụm từ “A” vào cuối điểm e khoản 2": in front of the mark that ends it; "vào đầu" with a capital."""
    if not (found := d.some_point(lambda p: not p.children and p.words[-1:] in ".;" and p.words[:1].isupper())):
        return None
    inside, _, old = found
    put = d.words.said()
    text = f"Bổ sung {_phrase(d, put)} vào cuối {d.speech.place(old)}{{act}}"
    return Command("D6 words at the end", text, [lambda tree: tree.reword(old, f"{old.words[:-1]} {put}{old.words[-1]}")], [inside])


def marks(d: Draft) -> Command | None:
    """D7: "Thay thế dấu “;” bằng dấu “,” …": here the mark that follows given words."""
    for _ in range(6):
        if not (places := _places(d)):
            return None
        place = d.rng.choice(places[1:]) if places[1:] else None
        if place is None:
            continue
        tokens = place.words.split()
        spots = [i for i in range(2, len(tokens) - 1) if tokens[i].endswith(",") and tokens[i][:-1].isalpha() and tokens[i][:-1].islower()]
        if not spots:
            continue
        i = d.rng.choice(spots)
        words = f"{tokens[i - 1]} {tokens[i][:-1]}"
        text = "\n".join(u.words for u in place.walk())
        if not tokens[i - 1].isalpha() or not tokens[i - 1].islower() or text.lower().count(words) != 1:
            continue
        said = (
            f"Thay thế dấu {d.speech.words(',')} sau {_phrase(d, words)} bằng từ {d.speech.words('và')} tại {d.speech.place(place)}{{act}}"
        )
        return Command("D7 a mark", said, [say(place, f"{words},", f"{words} và")], [places[0]])
    return None


def passive(d: Draft) -> Command | None:
    """Passive: "Cụm từ “A” tại khoản 2 Điều 3 được thay thế bằng cụm từ “B”"."""
    if not (found := _one(d)):
        return None
    inside, place, words = found
    put = d.words.said()
    text = f"Cụm từ {d.speech.words(words)} tại {d.speech.place(place)}{{act}} được {d.rng.choice(('thay thế', 'thay', 'sửa đổi'))}"
    text += f" {'thành' if text.endswith('sửa đổi') else 'bằng'} {_phrase(d, put)}"
    return Command("passive change of words", text, [say(place, words, put)], [inside])


FORMS = (
    (replaced, 5), (replaced_many, 2), (replaced_listed, 2), (replaced_inside, 2), (distributed, 1), (joined, 1),
    (deleted, 3), (added, 4), (ellipsis, 2), (inherited, 1), (in_titles, 1), (everywhere, 1), (at_end, 1), (marks, 1),
    (passive, 1),
)  # fmt: skip
