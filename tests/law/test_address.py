"""Addresses: four faces, each the inverse of itself; places in a tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.law import Address, Kind, Provision
from lawtrack.law.address import addressed, at_path, index, resolve

LABELS = st.one_of(
    st.integers(1, 400).map(str),
    st.builds("{}{}".format, st.integers(1, 99), st.sampled_from("abcdđeghiklm")),
    st.sampled_from(["a", "b", "d", "đ", "đ1", "e2", "aa", "y"]),
)
KINDS = st.sampled_from([Kind.DIEU, Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.HANG])
ADDRESSES = st.lists(st.tuples(KINDS, LABELS), min_size=1, max_size=5).map(lambda pairs: Address.of(*pairs))


@settings(deadline=None)
@given(ADDRESSES)
def test_each_face_is_parsed_back(address: Address) -> None:
    assert Address.parse(str(address)) == address
    assert Address.parse_vietnamese(address.vietnamese()) == address
    assert Address.parse_english(address.english()) == address
    assert Address.parse_eid(address.eid()) == address


def test_the_faces_of_one_point() -> None:
    point = Address.of((Kind.DIEU, "45a"), (Kind.KHOAN, "2"), (Kind.DIEM, "đ"))
    assert str(point) == "dieu-45a.khoan-2.diem-dd"
    assert point.vietnamese() == "điểm đ khoản 2 Điều 45a"
    assert point.english() == "Point dd, Clause 2, Article 45a"
    assert point.eid() == "art_45a__para_2__point_dd"


def test_d_and_dd_are_two_points() -> None:
    assert Address.parse("dieu-1.diem-d") != Address.parse("dieu-1.diem-dd")
    assert Address.parse_vietnamese("điểm đ khoản 1 Điều 2").last.label == "đ"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "face", ["chuong-viia", "phan-thứ-nhất", "phu-luc-iv.hang-29a", "quy-che.dieu-5", "phu-luc-ii.mau-01-tts.muc-2", "mau-14a"]
)
def test_containers_annexes_and_attached_regulations(face: str) -> None:
    address = Address.parse(face)
    assert str(address) == face
    assert Address.parse_vietnamese(address.vietnamese()) == address


@pytest.mark.parametrize("bad", ["article-5", "dieu-5.x-1", "5"])
def test_what_is_not_an_address_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="not a step"):
        Address.parse(bad)


def article(label: str, *children: Provision) -> Provision:
    return Provision(Kind.DIEU, label, "Tên điều", children=children)


TREE = Provision(
    Kind.VAN_BAN,
    children=(
        Provision(
            Kind.CHUONG,
            "I",
            "QUY ĐỊNH CHUNG",
            children=(
                article("1", Provision(Kind.DOAN, text="Đoạn một."), Provision(Kind.DOAN, text="Đoạn hai.")),
                article(
                    "2",
                    Provision(
                        Kind.KHOAN, "1", text="Gồm:", children=(Provision(Kind.DIEM, "đ", text="một;"), Provision(Kind.DOAN, text="cuối."))
                    ),
                    Provision(Kind.KHOAN, "1a", text="thêm."),
                ),
                article("33"),
                article("33"),
            ),
        ),
        Provision(Kind.QUY_CHE, children=(article("1"),)),
    ),
)


def test_articles_are_addressed_without_their_chapter_and_with_their_root() -> None:
    addresses = [str(a) for a, _ in addressed(TREE)]
    assert "dieu-2.khoan-1.diem-dd" in addresses
    assert "dieu-33~2" in addresses
    assert "quy-che.dieu-1" in addresses
    assert len(addresses) == len(set(addresses))


def test_a_paragraph_is_counted_as_commands_count() -> None:
    tree = index(TREE)
    assert tree[Address.parse("dieu-1.doan-2")].text == "Đoạn hai."
    # the clause's own words are its first paragraph
    assert tree[Address.parse("dieu-2.khoan-1.doan-2")].text == "cuối."


def test_every_address_resolves_to_its_provision_alone() -> None:
    for address, provision in addressed(TREE):
        if "~" not in str(address):
            (first, *_rest) = resolve(TREE, address)
            assert at_path(TREE, first) is provision


def test_an_attached_regulation_is_found_only_by_its_name() -> None:
    assert len(resolve(TREE, Address.parse("dieu-1"))) == 1
    assert len(resolve(TREE, Address.parse("quy-che.dieu-1"))) == 1
