"""Redlines rebuild both texts to the letter, and never cut a syllable."""

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_samples import NEW_2_2, NEW_3A, doan, khoan

from lawtrack.law import Kind as Unit
from lawtrack.law import Provision, State
from lawtrack.publish.redline import Kind, Segment, tokens, words
from lawtrack.publish.rows import Row, in_order, provisions

SYLLABLES = ["đổi", "đồi", "hoà", "hòa", "điều", "luật", "5.000.000", "đ", "Nha\u0301", "1a", ",", ".", "“", "  ", " ", "\n", "/"]
TEXTS = st.lists(st.sampled_from(SYLLABLES), max_size=25).map(
    lambda parts: "".join(p + " " if p[0].isalnum() else p for p in parts)
) | st.text(max_size=40)


def rebuilt(segments: tuple[Segment, ...], drop: Kind) -> str:
    return "".join(s.text for s in segments if s.kind is not drop)


def borders(text: str) -> set[int]:
    at, found = 0, {0}
    for token in tokens(text):
        at += len(token)
        found.add(at)
    return found


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_both_texts_are_rebuilt_and_no_syllable_is_cut(before: str, after: str) -> None:
    found = words(before, after)
    assert rebuilt(found, Kind.INSERT) == before
    assert rebuilt(found, Kind.DELETE) == after
    for drop, text in ((Kind.INSERT, before), (Kind.DELETE, after)):
        at = 0
        for segment in found:
            if segment.kind is not drop:
                at += len(segment.text)
                assert at in borders(text)
    assert all(s.text for s in found)
    assert all(a.kind is not b.kind for a, b in pairwise(found))


def test_a_syllable_is_exchanged_whole() -> None:
    assert words("sửa đổi luật", "sửa đồi luật") == (
        Segment(Kind.EQUAL, "sửa "),
        Segment(Kind.DELETE, "đổi"),
        Segment(Kind.INSERT, "đồi"),
        Segment(Kind.EQUAL, " luật"),
    )


def test_a_decomposed_syllable_is_one_token() -> None:
    assert tokens("nha\u0301 ti\u0301nh") == ["nha\u0301", " ", "ti\u0301nh"]


def test_a_figure_is_exchanged_whole() -> None:
    found = words("phạt 5.000.000 đồng", "phạt 50.000.000 đồng")
    assert [s.text for s in found if s.kind is not Kind.EQUAL] == ["5.000.000", "50.000.000"]


def test_words_behind_the_last_word_are_an_insertion_alone() -> None:
    assert words("một hai", "một hai ba") == (Segment(Kind.EQUAL, "một hai"), Segment(Kind.INSERT, " ba"))


def test_strangers_are_shown_whole() -> None:
    before, after = "cây " * 40 + "x", "nhà " * 40 + "x"
    assert words(before, after) == (Segment(Kind.DELETE, before), Segment(Kind.INSERT, after))


def test_more_words_than_private_characters_still_rebuild() -> None:
    before = " ".join(str(n) for n in range(132_000))
    found = words(before, before + " thêm")
    assert rebuilt(found, Kind.INSERT) == before


def lines(rows: tuple[Row, ...], drop: Kind) -> list[str]:
    out = []
    for row in rows:
        if row.kind is not drop:
            out.append(rebuilt(row.mark, drop) + "|" + rebuilt(row.words, drop))
    return out


LABELS = st.sampled_from(["1", "2", "2a", "3", "4"])
UNITS = st.lists(
    st.builds(
        lambda label, text, points: khoan(label, text, *(Provision(Unit.DIEM, p, text=t) for p, t in points)),
        LABELS,
        TEXTS,
        st.lists(st.tuples(st.sampled_from("abđ"), TEXTS), max_size=3),
    ),
    max_size=4,
)


@given(UNITS, UNITS)
@settings(max_examples=60, deadline=None)
def test_rows_keep_the_lines_and_the_order_of_both_states(before: list[Provision], after: list[Provision]) -> None:
    rows = provisions(before, after)
    assert lines(rows, Kind.INSERT) == lines(provisions(before, before), Kind.INSERT)
    assert lines(rows, Kind.DELETE) == lines(provisions(after, after), Kind.DELETE)


def test_clauses_are_paired_by_label() -> None:
    old = khoan("2", "Chăm sóc cây xanh gồm các việc sau đây:", *NEW_2_2.children[:2])
    rows = provisions((old,), (NEW_2_2,))
    assert [(r.path[-1], r.kind) for r in rows] == [
        ("khoan-2", None),
        ("diem-a", Kind.EQUAL),
        ("diem-dd", Kind.EQUAL),
        ("diem-e", Kind.INSERT),
        ("diem-g", Kind.INSERT),
    ]


def test_a_clause_that_moved_down_one_number_is_one_line_with_a_new_label() -> None:
    one = (khoan("1", "Trồng cây vào mùa mưa hằng năm."), khoan("2", "Giữ gìn cây cổ thụ ở mọi nơi công cộng."))
    two = (
        khoan("1", "Trồng cây vào mùa mưa hằng năm."),
        khoan("2", "Không thả gia súc."),
        khoan("3", "Giữ gìn cây cổ thụ ở mọi nơi công cộng."),
    )
    rows = provisions(one, two)
    assert [r.kind for r in rows] == [Kind.EQUAL, Kind.INSERT, None]
    assert [s.text for s in rows[2].mark] == ["2.", "3."]


def test_identity_pairs_a_renumbered_unit() -> None:
    one = Provision(Unit.KHOAN, "17", text="Cây bàng.", uid="a#1")
    two = Provision(Unit.KHOAN, "15", text="Cây bàng lá nhỏ ở phố.", uid="a#1")
    (row,) = provisions((one,), (two,))
    assert row.before is one and row.after is two


def test_an_opening_paragraph_may_become_the_first_clause() -> None:
    rows = provisions((doan("Quỹ cây xanh do tỉnh lập."),), (khoan("1", "Quỹ cây xanh do tỉnh lập."), khoan("2", "Quỹ khác.")))
    assert [r.kind for r in rows] == [None, Kind.INSERT]
    assert rows[0].mark == (Segment(Kind.INSERT, "1."),)


def test_a_repealed_unit_says_so() -> None:
    (row,) = provisions((khoan("4", "Lời cũ."),), (Provision(Unit.KHOAN, "4", state=State.REPEALED),))
    assert [(s.kind, s.text) for s in row.words] == [(Kind.DELETE, "Lời cũ."), (Kind.INSERT, "(được bãi bỏ)")]


def test_insertions_and_removals_alone() -> None:
    assert {r.kind for r in provisions((), (NEW_3A,))} == {Kind.INSERT}
    assert {r.kind for r in provisions((NEW_3A,), ())} == {Kind.DELETE}


def test_two_large_texts_are_paired_by_name() -> None:
    one = tuple(khoan(str(n), f"Lời thứ {n}.") for n in range(1, 260))
    two = (*one[:100], khoan("100a", "Lời chen vào."), *one[100:])
    rows = provisions(one, two)
    assert [r.path[-1] for r in rows if r.kind is not Kind.EQUAL] == ["khoan-100a"]


@pytest.mark.parametrize("size", [0, 1, 4])
def test_in_order_is_the_longest_rising_run(size: int) -> None:
    for firsts in product(range(size), repeat=size):
        if len(set(firsts)) < size:
            continue
        chosen = in_order([(a, b) for b, a in enumerate(firsts)])
        assert all(p[0] < q[0] and p[1] < q[1] for p, q in pairwise(chosen))
        best = max((sum(1 for _ in run) for run in _rising(list(firsts))), default=0)
        assert len(chosen) == best


def _rising(values: list[int]) -> list[list[int]]:
    runs: list[list[int]] = [[]]
    for v in values:
        runs += [[*r, v] for r in runs if not r or r[-1] < v]
    return runs
