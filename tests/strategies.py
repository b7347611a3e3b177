"""Generated acts and operations for property tests.

documents()   any document the model allows: strange labels, text that looks like Markdown, odd nesting
acts()        orderly acts, as drafters number them: for the engine and for history
units()       any unit that can stand in a payload
operations()  any operation, every field in use
"""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from lawtrack.law import (
    ABOVE,
    Action,
    Address,
    Authority,
    Bounded,
    Document,
    Effect,
    Event,
    Kind,
    Meta,
    Operation,
    Origin,
    Part,
    Place,
    Position,
    Provision,
    Reason,
    Refusal,
    Source,
    State,
    Step,
    Target,
    Unknown,
)
from lawtrack.text.labels import POINTS, to_roman

# -- words -----------------------------------------------------------------------------------------------------------------
WORDS = (
    "Doanh nghiệp",
    "cơ quan",
    "quy định tại",
    "khoản 1 Điều 5",
    "“cụm từ”",
    "được",
    "phổ biến",
    "hoà bình",
    "Bộ",
    "đ",
    "ngày 01/8/2020",
)
LOOKS_LIKE_MARKDOWN = (
    *("*", "**", "_", "__", "`", "```", "~~~", "#", "##", ">", "|", "||", "\\", "\\*", "-", "+", "=", "---", "***", "___", "===", ":--"),
    *(
        "[x]",
        "[x](y)",
        "![x](y)",
        "[x]: y",
        "](",
        "<b>",
        "</i>",
        "<!-- c -->",
        "<http://a.vn>",
        "<a@b.vn>",
        "&amp;",
        "&#32;",
        "&nbsp;",
        "&",
    ),
    *("1.", "1)", "12.", "(1)", "a)", "- x", "+ x", "* x", "1. x", "--- | ---", "| a | b |", "(được bãi bỏ)", "*(trống)*", "**1.** x", "!"),
)
ODD = ("\u200f", "\u202e", "\u200b", "\u00a0", "\u3000", "\u2028", "\ufeff", "\u0301", "𝄞", "\t", "  ", "    ", "…", "％", "Ð", "ﬁ")
_PIECES = st.sampled_from((*WORDS, *LOOKS_LIKE_MARKDOWN, *ODD)) | st.text(
    st.characters(exclude_categories=("Cc", "Cs"), include_characters="\t"), max_size=6
)


@cache
def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """One line of text, from ordinary words to the worst a file can hold; now and then very long."""
    joined = st.builds(lambda parts, sign: sign.join(parts), st.lists(_PIECES, min_size=min_size, max_size=6), st.sampled_from((" ", "")))
    long = st.sampled_from(WORDS).map(lambda word: " ".join([word] * 300))
    plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
    found = st.one_of(plain, joined, joined, plain, st.integers(0, 40).flatmap(lambda n: plain if n else long))
    return found.filter(bool) if min_size else found


@cache
def labels(*usual: str) -> st.SearchStrategy[str]:
    """Labels: those given, and strange ones."""
    strange = ("1a", "45đ", "đ1", "aa", "iii", "VIIa", "thứ nhất", "5.4", "1-2", "A", "i", "", "*", "1.", "a b", "Điều")
    return st.sampled_from((*usual, *usual, *strange)) | texts().map(lambda t: t[:8])


_MARKS = st.one_of(
    *[st.just("")] * 4,
    st.sampled_from(("1-", "(iii)", "a.", "1)", "Điều 5:", "ĐIỀU 5.", "Article 5.", "1.", "a)", "-", "+", "–", "•", "Chương II", "I.")),
    texts().map(lambda t: t[:10]),
)
_STATES = st.sampled_from((State.IN_FORCE,) * 6 + (State.REPEALED, State.SUSPENDED))


def _short(strategy: st.SearchStrategy[Provision]) -> st.SearchStrategy[Provision]:
    """The same strategy under a short name: hypothesis prints nested ones at length."""

    @st.composite
    def unit(draw: st.DrawFn) -> Provision:
        return draw(strategy)

    return unit()


# -- units -----------------------------------------------------------------------------------------------------------------
@cache
def rows() -> st.SearchStrategy[Provision]:
    """Rows of a table, ragged now and then."""
    cell = st.one_of(st.sampled_from(("", ABOVE, "1", "2a", "TT", "Tên sản phẩm")), texts())
    return st.builds(
        lambda cells, label, state: Provision(Kind.HANG, label, cells=tuple(cells), state=state),
        st.lists(cell, max_size=4),
        st.one_of(st.just(""), st.sampled_from(("1", "29a"))),
        _STATES,
    )


@cache
def tables() -> st.SearchStrategy[Provision]:
    """Tables."""
    return st.builds(
        lambda children, state, heading: Provision(Kind.BANG, heading=heading, children=tuple(children), state=state),
        st.lists(rows(), max_size=4),
        _STATES,
        st.one_of(*[st.just("")] * 5, texts()),
    )


@cache
def quotations() -> st.SearchStrategy[Provision]:
    """Raw quotations, with empty lines."""
    return st.lists(texts(), max_size=6).map(lambda found: Provision(Kind.TRICH, text="\n".join(found)))


def _item(children: st.SearchStrategy[list[Provision]]) -> st.SearchStrategy[Provision]:
    kinds = st.sampled_from((Kind.KHOAN, Kind.KHOAN, Kind.DIEM, Kind.DIEM, Kind.TIET, Kind.GACH, Kind.DOAN, Kind.DOAN))

    def build(kind: Kind, label: str, text: str, mark: str, state: State, heading: str, below: list[Provision]) -> Provision:
        plain = kind in (Kind.GACH, Kind.DOAN) and label not in ("1a", "aa")
        return Provision(
            kind, "" if plain else label, heading, text, tuple(below), mark="" if kind is Kind.DOAN and plain else mark, state=state
        )

    headings = st.one_of(*[st.just("")] * 8, texts())
    return st.builds(build, kinds, labels("1", "2", "3", "a", "b", "đ"), texts(), _MARKS, _STATES, headings, children)


@cache
def small_units() -> st.SearchStrategy[Provision]:
    """Units below a điều: items, paragraphs, tables, quotations, nested."""
    leaf = st.one_of(_item(st.just([])), _item(st.just([])), tables(), quotations())
    return _short(st.recursive(leaf, lambda inner: _item(st.lists(inner, max_size=3)), max_leaves=6))


@cache
def large_units() -> st.SearchStrategy[Provision]:
    """Units with headings: điều, chương, annexes, attached regulations, in any nesting."""
    kinds = (Kind.DIEU, Kind.DIEU, Kind.DIEU, Kind.MUC, Kind.TIEU_MUC, Kind.CHUONG, Kind.PHAN, Kind.PHU_LUC, Kind.MAU, Kind.QUY_CHE)

    def heading(inner: st.SearchStrategy[list[Provision]]) -> st.SearchStrategy[Provision]:
        return st.builds(
            lambda kind, label, head, below, mark, state: Provision(kind, label, head, children=tuple(below), mark=mark, state=state),
            st.sampled_from(kinds),
            labels("1", "2", "5", "I", "II", "VIIa"),
            texts(),
            inner,
            _MARKS,
            _STATES,
        )

    return _short(
        st.recursive(
            heading(st.lists(small_units(), max_size=3)),
            lambda inner: heading(st.lists(st.one_of(inner, inner, small_units()), max_size=3)),
            max_leaves=5,
        )
    )


@cache
def units() -> st.SearchStrategy[Provision]:
    """Any unit that can come in as a payload, a row without its table among them."""
    return st.one_of(small_units(), small_units(), large_units(), rows())


# -- documents -------------------------------------------------------------------------------------------------------------
_DAYS = st.dates(date(1945, 9, 2), date(2030, 12, 31))
_MAYBE = st.none() | _DAYS


@cache
def metas() -> st.SearchStrategy[Meta]:
    """Front matter with every field in use."""
    several = st.lists(texts(), max_size=3).map(tuple)
    return st.builds(
        Meta,
        number=st.sampled_from(("63/2020/NĐ-CP", "38/2024/QH15", "Không số", "3-LCT/HĐNN7")) | texts(1).filter(lambda t: bool(t.strip())),
        kind=st.sampled_from(("nghị định", "luật", "")) | texts(),
        title=texts(),
        issuer=texts(),
        issued=_MAYBE,
        published=_MAYBE,
        effective=_MAYBE,
        expired=_MAYBE,
        language=st.sampled_from(("vi", "vi", "en")),
        authority=st.sampled_from(Authority),
        signers=several,
        bases=several,
        amends=several,
        details=several,
        source=st.builds(Source, texts(), st.sampled_from(("", "0" * 64, "1e5")), texts()),
        extra=st.lists(st.tuples(texts(), texts()), max_size=3).map(tuple),
    )


@cache
def documents() -> st.SearchStrategy[Document]:
    """Any document."""
    around = st.lists(texts(), max_size=3).map(tuple)
    children = st.lists(st.one_of(large_units(), small_units()), max_size=4).map(tuple)
    body = st.builds(lambda below, state: Provision(Kind.VAN_BAN, children=below, state=state), children, _STATES)
    return st.builds(Document, metas(), body, around, around, around)


# -- orderly acts ----------------------------------------------------------------------------------------------------------
_SENTENCES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=8).map(lambda words: " ".join(words).capitalize())


@st.composite
def acts(draw: st.DrawFn, number: str = "63/2020/NĐ-CP") -> Document:
    """An orderly act: chapters or none, articles numbered through, clauses from 1, points from a, punctuation as drafters set it."""
    articles = []
    for n in range(1, draw(st.integers(1, 6)) + 1):
        articles.append(_article(draw, str(n)))
    if draw(st.booleans()):
        cut = draw(st.integers(1, len(articles)))
        parts = [part for part in (articles[:cut], articles[cut:]) if part]
        articles = [Provision(Kind.CHUONG, to_roman(i + 1), draw(_SENTENCES).upper(), children=tuple(part)) for i, part in enumerate(parts)]
    meta = Meta(number, "nghị định", draw(_SENTENCES), issued=date(2020, 6, 8), effective=date(2020, 8, 1))
    return Document(meta, Provision(Kind.VAN_BAN, children=tuple(articles)))


def _article(draw: st.DrawFn, label: str) -> Provision:
    children: list[Provision] = []
    if draw(st.booleans()):
        children.append(Provision(Kind.DOAN, text=draw(_SENTENCES) + "."))
    for k in range(1, draw(st.integers(0, 4)) + 1):
        count = draw(st.sampled_from((0, 0, 2, 3, 5)))
        points = tuple(Provision(Kind.DIEM, POINTS[i], text=draw(_SENTENCES) + (";" if i + 1 < count else ".")) for i in range(count))
        children.append(Provision(Kind.KHOAN, str(k), text=draw(_SENTENCES) + (":" if count else "."), children=points))
    return Provision(Kind.DIEU, label, draw(_SENTENCES), children=tuple(children))


# -- operations ------------------------------------------------------------------------------------------------------------
@cache
def addresses() -> st.SearchStrategy[Address]:
    """Addresses of every depth."""
    step = st.builds(
        Step,
        st.sampled_from([kind for kind in Kind if kind is not Kind.VAN_BAN]),
        st.sampled_from(("1", "45a", "dd", "iii", "x2", "1~2", "5-4", "")),
    )
    return st.lists(step, max_size=4).map(lambda steps: Address(tuple(steps)))


@cache
def effects() -> st.SearchStrategy[Effect]:
    """Effects with every kind of beginning and end."""
    bounded = st.builds(lambda a, b, why: Bounded(min(a, b), max(a, b), why), _DAYS, _DAYS, texts())
    when = st.one_of(_DAYS, bounded, st.builds(Event, texts()), st.builds(Unknown, texts()))
    return st.builds(Effect, when, st.none() | when, texts(), texts())


@cache
def refusals() -> st.SearchStrategy[Refusal]:
    """Refusals for every reason."""
    return st.builds(Refusal, st.sampled_from(Reason), texts(), texts(), texts(), texts(), st.lists(texts(), max_size=2).map(tuple))


@cache
def operations(number: str = "12/2017/QH14") -> st.SearchStrategy[Operation]:
    """Any operation of the act `number`. Ids are not made unique here."""
    lines = st.lists(texts(), max_size=3).map("\n".join)
    return st.builds(
        Operation,
        id=st.builds(lambda a, n: f"{number}#{a}/{n}", addresses(), st.integers(1, 5)),
        origin=st.builds(
            Origin, st.just(number), addresses(), st.integers(0, 9999), st.integers(0, 9999), lines, st.sampled_from(("vi", "vi", "en"))
        ),
        action=st.sampled_from(Action),
        target=st.builds(
            Target,
            st.sampled_from(("", "100/2015/QH13")),
            addresses(),
            st.sampled_from(Part),
            texts(),
            st.none() | addresses(),
            addresses(),
        ),
        effect=effects(),
        order=st.integers(0, 500),
        payload=st.lists(units(), max_size=2).map(tuple),
        position=st.none() | st.sampled_from(Position),
        find=lines,
        put=lines,
        anchor=lines,
        place=st.none() | st.sampled_from(Place),
        count=st.none() | st.integers(0, 9),
        nth=st.none() | st.integers(0, 9),
        refusal=st.none() | refusals(),
        also=st.lists(texts(), max_size=2).map(tuple),
    )
