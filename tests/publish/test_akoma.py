"""Akoma Ntoso: well formed, named by the convention, the law's own words, and what changed them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from publish_samples import LAW, TABLE, diem, dieu, doan, editions, english, khoan, law, metas, op, root
from strategies import acts, documents

from lawtrack.law import Action, Authority, Change, Document, Edition, Kind, Meta, Outcome, Provision, State, Status
from lawtrack.law.plain import pieces, plain
from lawtrack.law.provision import ABOVE
from lawtrack.publish.akoma import akn
from lawtrack.publish.akoma_meta import OTHER, TEXTUAL
from lawtrack.publish.html import clean
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import reading_labels

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OWN = "{urn:lawtrack:akn:1}"
DAY = date(2026, 1, 15)

ODD = Document(
    Meta("5/2020/NĐ-CP", "nghị định"),
    root(
        dieu(
            "1",
            "",
            doan("Mở đầu."),
            khoan("1", "Gồm:", diem("đ", "Điểm."), doan("Ở giữa."), diem("e", "Điểm."), doan("Cuối khoản.")),
            Provision(Kind.BANG, children=(Provision(Kind.HANG, cells=("a", "b")), Provision(Kind.HANG, cells=("c", ABOVE)))),
            khoan("2", "", Provision(Kind.GACH, text="Gạch."), Provision(Kind.GACH, text="Gạch.")),
            khoan("2", "Hai lần."),
            Provision(Kind.KHOAN, "3", text="Ngưng.", state=State.SUSPENDED),
            Provision(Kind.KHOAN, "4", state=State.REPEALED),
            doan("Cuối điều."),
        ),
        dieu("2", "Sửa đổi", khoan("1", "Sửa đổi khoản 2 như sau:", Provision(Kind.TRICH, text="“2. Một.\na) Hai.”"))),
        Provision(Kind.DIEU, "3", "Ngưng cả điều", children=(doan("Lời."),), state=State.SUSPENDED),
        Provision(
            Kind.PHU_LUC, "I", "Mẫu", children=(doan("Đoạn."), Provision(Kind.MAU, "01", "Đơn", children=(dieu("1", "Điều của mẫu"),)))
        ),
    ),
    tail=("Nơi nhận:",),
)


def shown(edition: Edition) -> Element:
    return fromstring(akn(edition, metas()).encode())


def of(document: Document, status: Status = Status.IN_FORCE) -> Edition:
    return Edition(document, DAY, status)


def named(tree: Element, eid: str) -> Element:
    found = [e for e in tree.iter() if e.get("eId") == eid]
    assert len(found) == 1, eid
    return found[0]


def words(element: Element, without: str = "") -> str:
    """The text without white space, and without what the meta, the notices and the labels of readings say; `without` a reading."""
    if element.tag == f"{NS}meta" or element.get("name") == "notices" or (without and element.get("class") == f"uncertain-{without}"):
        return ""
    if element.tag == f"{NS}remark" and (element.text or "").startswith("["):
        return ""
    return "".join(f"{element.text or ''}{''.join(words(c, without) + (c.tail or '') for c in element)}".split())


def lines(document: Document) -> dict[str, str]:
    out: dict[str, str] = {}
    for section, unit, line in pieces(document):
        if unit is not None and unit.kind is Kind.HANG:
            line = "".join(unit.cells)
        out[section] = out.get(section, "") + "".join(clean(line).replace(ABOVE, "").split())
    return out


def compared(document: Document, act: Element, without: str = "") -> None:
    """Every part of the act has the lines of the plain text, in their order, and no other words."""
    expected = lines(document)
    parts = {child.tag.removeprefix(NS): words(child, without).replace(ABOVE, "") for child in act}
    assert parts.pop("preface", "") == expected.get("head", "") + expected.get("title", "")
    assert parts.pop("meta") == ""
    for tag, section in (("preamble", "preamble"), ("body", "body"), ("conclusions", "tail"), ("attachments", "annex")):
        assert parts.pop(tag, "") == expected.get(section, "")
    assert parts == {}


@pytest.mark.parametrize("document", [law(), english(), ODD, editions()[1].document, Document(Meta("1/2020/TT"))], ids=lambda d: d.number)
def test_every_part_has_the_lines_of_the_plain_text_and_no_other_words(document: Document) -> None:
    compared(document, shown(of(document))[0])


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_keeps_its_lines_and_has_names_of_its_own(document: Document) -> None:
    tree = shown(of(document))
    compared(document, tree[0])
    names = [e.get("eId") for e in tree.iter() if e.get("eId")]
    assert len(names) == len(set(names))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts(), acts())
def test_without_one_reading_the_other_is_left(one: Document, two: Document) -> None:
    tree = shown(Edition(one, DAY, Status.UNCERTAIN, other=replace(one, body=two.body)))
    compared(one, tree[0], without="new")
    compared(replace(one, body=two.body), tree[0], without="old")
    names = [e.get("eId") for e in tree.iter() if e.get("eId")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("edition", [*editions(), of(ODD), of(english())], ids=lambda e: f"{e.document.number} {e.at}")
def test_names_are_unique_and_every_reference_leads_to_one(edition: Edition) -> None:
    tree = shown(edition)
    names = [e.get("eId") for e in tree.iter() if e.get("eId")]
    assert len(names) == len(set(names))
    for element in tree.iter():
        for name in ("href", "source", "period", "start", "end", "refersTo", "alternativeTo"):
            if (value := element.get(name, "")).startswith("#"):
                assert value[1:] in names, (element.tag, value)


def test_the_same_edition_gives_the_same_bytes() -> None:
    for edition in editions():
        assert akn(edition, metas()) == akn(edition, dict(reversed(metas().items())))


def test_units_are_named_by_the_convention_with_their_numbers() -> None:
    tree = shown(of(ODD))
    point = named(tree, "art_1__para_1__point_dd")
    assert [(c.tag.removeprefix(NS), words(c)) for c in point] == [("num", "đ)"), ("content", "Điểm.")]
    assert named(tree, "art_1__para_2~2").tag == f"{NS}paragraph"
    assert named(tree, "annex_i__form_01__art_1").tag == f"{NS}article"
    clause = named(tree, "art_1__para_1")
    assert [c.tag.removeprefix(NS) for c in clause] == ["num", "intro", "point", "subparagraph", "point", "wrapUp"]
    assert named(tree, "art_1__para_3").get("status") == "temporarilyRemoved"
    assert named(tree, "art_1__para_4").get("status") == "removed"
    quoted = named(tree, "art_2__para_1__quote_1")
    assert quoted.tag == f"{NS}quotedStructure" and [p.text for p in quoted] == ["“2. Một.", "a) Hai.”"]


def test_cells_merged_with_those_above_span_rows() -> None:
    table = named(shown(of(law())), "annex_i__table_1")
    assert [[(words(c), c.get("rowspan")) for c in row] for row in table] == [
        [("STT", None), ("Têncây", None), ("Lýdo", None)],
        [("1", None), ("Câytrúcđào", None), ("Cóđộc", "2")],
        [("2", None), ("Câybàngsữa", None)],
    ]
    bare = replace(law(), body=root(replace(TABLE, children=(Provision(Kind.BANG, children=(Provision(Kind.HANG, cells=(ABOVE,)),)),))))
    assert ABOVE in words(named(shown(of(bare)), "annex_i__table_1"))  # nothing stands above the first row: the sign stays


def test_the_act_is_named_as_work_expression_and_file() -> None:
    tree = shown(editions()[1])
    uris = [e.get("value") for e in tree.iter(f"{NS}FRBRuri")][:3]
    name = "/akn/vn/act/luat/2019-06-14/11-2019-qh14"
    assert uris == [name, f"{name}/vie@2023-01-01", f"{name}/vie@2023-01-01.xml"]
    assert tree[0].get("contains") == "singleVersion"
    assert [e.get("value") for e in tree.iter(f"{NS}FRBRauthoritative")] == ["false", "false"]


def test_nothing_is_invented_of_an_act_of_which_little_is_known() -> None:
    tree = shown(of(Document(Meta("Không số", authority=Authority.DRAFT))))
    assert tree[0].tag == f"{NS}bill"
    assert tree.find(f".//{NS}publication") is None and tree.find(f".//{NS}lifecycle") is None
    made = tree.find(f".//{NS}FRBRWork")
    assert made is not None
    assert [(e.get("name"), e.get("date")) for e in made.iter(f"{NS}FRBRdate")] == [("not-known--day-of-this-version", "2026-01-15")]
    assert [e.get("href") for e in made.iter(f"{NS}FRBRauthor")] == ["#unknown"]
    assert (
        "".join(tree.itertext()).count("Dự thảo, chưa phải là luật.") == 2
    )  # in the preface, for the reader, and in the meta, for machines


def test_modifications_agree_with_the_changes_that_hold() -> None:
    edition = editions()[1]
    found = list(shown(edition).iter(f"{NS}textualMod"))
    assert [(m.get(f"{OWN}operation"), m.get("type")) for m in found] == [
        (c.operation.id, TEXTUAL[c.operation.action]) for c in edition.applied
    ]
    by = "/akn/vn/act/luat/2022-06-15/21-2022-qh15"
    assert [s.get("href") for m in found for s in m.iter(f"{NS}source")] == [f"{by}#art_1__para_{n}" for n in (1, 2, 3, 4)]
    assert [d.get("href") for m in found for d in m.iter(f"{NS}destination")] == [
        "#art_2__para_2",
        "#art_3a",
        "#art_2__para_4",
        "#art_3__para_2",
    ]
    assert [(w.text or "") for w in found[3].iter(f"{OWN}words")] == ["cây di sản", "cây được bảo tồn"]


def test_a_changed_unit_says_from_which_day_it_stands_so() -> None:
    tree = shown(editions()[1])
    period = named(tree, "art_3a").get("period", "")
    interval = named(tree, period[1:])[0]
    event = named(tree, interval.get("start", "")[1:])
    assert (event.get("date"), event.get("type"), interval.get("end")) == ("2023-01-01", "amendment", None)
    assert named(tree, event.get("source", "")[1:]).get("href") == "/akn/vn/act/luat/2022-06-15/21-2022-qh15"
    assert named(tree, "art_1").get("period") is None


def test_a_change_that_left_no_unit_leads_to_the_text_before_it() -> None:
    gone = Change(op(3, Action.REPEAL, "dieu-9", "Bãi bỏ Điều 9."), Outcome.APPLIED, date(2023, 1, 1))
    tree = shown(Edition(law(), DAY, Status.PARTLY_EXPIRED, applied=(gone,)))
    assert [d.get("href") for d in tree.iter(f"{NS}destination")] == ["/akn/vn/act/luat/2019-06-14/11-2019-qh14#art_9"]


def test_what_was_refused_stands_in_the_notes_with_its_reason() -> None:
    edition = editions()[1]
    notes = ["".join(n.itertext()) for n in shown(edition).iter(f"{NS}note")]
    assert len(notes) == len(edition.refused) == 2
    assert any("Điều 3 không có khoản 9." in n for n in notes)


def test_an_uncertain_passage_stands_twice_each_reading_under_its_label() -> None:
    tree = shown(editions()[2])
    assert tree[0].get("contains") == "multipleVersions"
    old, new = named(tree, "art_5"), named(tree, "art_5~later")
    assert (old.get("class"), new.get("class")) == ("uncertain-old", "uncertain-new")
    assert (new.get("wId"), new.get("alternativeTo")) == ("art_5", "#art_5")
    assert old[0].tag == new[0].tag == f"{NS}subheading"
    assert ["".join(e[0].itertext()) for e in (old, new)] == [f"[{w}]" for w in reading_labels(editions()[2], Speech("vi"))[1:3]]
    days = [
        named(tree, named(tree, u.get("period", "")[1:])[0].get(side, "")[1:]).get("date") for u, side in ((old, "end"), (new, "start"))
    ]
    assert days == ["2026-03-01", "2026-01-01"]
    doubtful = [m for m in tree.iter(f"{NS}textualMod") if m.get(f"{OWN}uncertain")]
    assert len(doubtful) == 1 and doubtful[0].find(f"{NS}force") is None
    assert len([e for e in tree.iter() if e.get("class", "").startswith("uncertain")]) == 2  # the rest of the law stands once


def test_the_identity_of_a_renumbered_unit_is_kept() -> None:
    moved = replace(khoan("3", "Lời."), uid=f"{LAW}#dieu-1.khoan-2")
    tree = shown(of(replace(law(), body=root(dieu("1", "", replace(khoan("1", "Lời."), uid=f"{LAW}#dieu-1.khoan-1"), moved)))))
    assert named(tree, "art_1__para_3").get("wId") == "art_1__para_2"
    assert named(tree, "art_1__para_1").get("wId") is None


def test_every_action_is_a_modification_of_words_or_of_force() -> None:
    assert set(TEXTUAL) | set(OTHER) == set(Action) and not set(TEXTUAL) & set(OTHER)


def test_hostile_words_are_words() -> None:
    text = "]]> <script>&amp; \x00\x1b[31m \ud800 \ufffe <!-- “ ' \""
    body = root(dieu('1"><x/>', text, khoan("\t<a>\n", text)), Provision(Kind.PHU_LUC, "&'", text, children=(doan(text),)))
    document = Document(Meta(LAW, "luật", text, text), body, head=(text,), preamble=(text,), tail=(text,))
    tree = shown(of(document))
    assert {e.tag.partition("}")[0] for e in tree.iter()} <= {NS[:-1], OWN[:-1]}
    assert not any(c.isspace() for e in tree.iter() for c in e.get("eId", ""))
    assert words(tree).count("]]><script>&amp;[31m<!--“'\"") == plain(document).count("]]> <script>&amp;") == 8
