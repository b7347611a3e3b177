"""HTML pages: what they show, and that nothing in a document can make them do anything else."""

import re
from dataclasses import fields, replace
from datetime import date
from urllib.parse import urlsplit

import pytest
from lxml import html
from publish_samples import (
    AMENDER,
    LAW,
    REPORTED,
    amended,
    amender,
    changes,
    dieu,
    editions,
    khoan,
    law,
    metas,
    model,
    pending,
    reported,
    split,
)

from lawtrack.law import (
    Authority,
    Change,
    Document,
    Edition,
    Effect,
    Event,
    Kind,
    Meta,
    Origin,
    Provision,
    Reason,
    Refusal,
    Source,
    Status,
    Target,
)
from lawtrack.publish.act_page import page_day, page_document, standalone
from lawtrack.publish.html import Site
from lawtrack.publish.model import Entry
from lawtrack.publish.report import report_act
from lawtrack.publish.speech import Speech


def entry() -> Entry:
    return Entry(law(), editions(), received=(*changes(), split(), pending()))


def report(language: str = "vi") -> html.HtmlElement:
    return html.fromstring(report_act(amender(), changes(), {law().key: law()}, language=language))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# -- the report ------------------------------------------------------------------------------------------------------------


def test_the_report_shows_each_operation_with_its_command_place_effect_and_redline() -> None:
    page = report()
    operation = page.get_element_by_id("lenh-dieu-1.khoan-4-1")
    assert words(operation.cssselect("h3")[0]).startswith("“” khoản 2 Điều 3 được thay thế từ, cụm từ")
    assert words(operation.cssselect(".above")[0]) == "Điều 3. Nguyên tắc"
    assert words(operation.cssselect(".source")[0]) == "khoản 4 Điều 1 · từ 01/01/2023"
    assert "Thay thế cụm từ “cây di sản”" in words(operation.cssselect("blockquote")[0])
    assert [(e.tag, e.text) for e in operation.cssselect(".law del, .law ins")] == [("del", "di sản"), ("ins", "được bảo tồn")]


def test_refused_operations_stand_on_top_and_at_their_place_with_reason_and_remedy() -> None:
    page = report()
    assert [words(li) for li in page.cssselect(".refused li")] == [
        "Điều 4 chờ biên tập viên nội dung sửa đổi chỉ được mô tả, không được trích nguyên văn",
        "khoản 9 Điều 3 bị từ chối không tìm thấy điều, khoản, điểm này trong văn bản",
    ]
    why = words(page.get_element_by_id("lenh-dieu-1.khoan-6-1").cssselect(".why")[0])
    for part in ("bị từ chối", "Điều 3 không có khoản 9.", "khoản 1, khoản 2", "Kiểm tra bản gốc"):
        assert part in why


def test_the_contents_mark_changed_branches_and_place_what_came_in() -> None:
    page = report()
    articles = [words(li).split(" ")[:2] for li in page.cssselect(".contents li") if not li.cssselect("details")]
    assert articles == [["Điều", n] for n in ("1", "2", "3", "3a", "4", "5")] + [["Phụ", "lục"]]
    hits = [words(li).split(" ")[1] for li in page.cssselect(".contents li.hit") if not li.cssselect("details")]
    assert hits == ["2", "3", "3a", "4"]
    assert [m.get("href") for m in page.cssselect(".contents li.hit .mark")][:2] == ["#lenh-dieu-1.khoan-1-1", "#lenh-dieu-1.khoan-3-1"]


def test_every_link_within_the_page_has_its_place() -> None:
    for text in (report_act(amender(), changes(), {law().key: law()}), page_document(entry(), Site(acts=metas()))):
        page = html.fromstring(text)
        ids = [e.get("id") for e in page.cssselect("[id]")]
        assert len(ids) == len(set(ids))
        for link in page.cssselect("a[href^='#']"):
            assert link.get("href")[1:] in ids, link.get("href")


def test_the_figures_count_what_was_done() -> None:
    found = [words(li) for li in report("en").cssselect(".figures li")]
    assert found == [
        "6 operations",
        "1 act changed",
        "4 applied",
        "1 refused",
        "1 left to an editor",
        "≠1 amended",
        "+1 added",
        "−1 repealed",
        "“”1 words",
    ]


def test_the_picture_has_a_bar_for_each_changed_article_and_a_low_one_for_refusals() -> None:
    bars = report().cssselect("svg.strip .bar")
    assert [b.get("class").split()[1] for b in bars] == ["g-substitute", "g-phrase", "g-refused", "g-insert", "g-refused"]
    places = [float(b.get("x")) for b in bars]
    assert places == sorted(places)


def test_unchanged_neighbours_are_folded_and_whole() -> None:
    points = tuple(Provision(Kind.DIEM, c, text=f"Việc {c};") for c in "abcde")
    change = replace(changes()[0], before=(khoan("2", "Lời cũ:", *points),), after=(khoan("2", "Lời mới:", *points),))
    fold = html.fromstring(report_act(amender(), [change])).cssselect("details.fold")[0]
    assert words(fold.cssselect("summary")[0]) == "… 5 dòng không đổi …"
    assert [words(p) for p in fold.cssselect("p")] == [f"{c}) Việc {c};" for c in "abcde"]


@pytest.mark.parametrize("authority", [a for a in Authority if a is not Authority.OFFICIAL])
def test_authority_is_a_banner_on_the_page_and_a_tag_on_each_operation(authority: Authority) -> None:
    act = replace(reported(), meta=replace(reported().meta, authority=authority))
    page = html.fromstring(report_act(act, [split()], {law().key: amended()}))
    assert Speech("vi").notice(authority) in words(page.cssselect(f".banner.{authority}")[0])
    assert all(words(op.cssselect("h3 .authority")[0]) == Speech("vi").authority(authority) for op in page.cssselect(".op"))


def test_a_computed_page_says_so_and_is_never_certified() -> None:
    for text in (report_act(amender(), changes()), page_document(entry()), page_day(entry(), 1), standalone(editions()[1])):
        assert "không phải văn bản hợp nhất được chứng nhận" in words(html.fromstring(text).cssselect(".banner.computed")[0])
        assert "XÁC THỰC" not in text.upper()


# -- the page of an act ----------------------------------------------------------------------------------------------------


def text_of(page: html.HtmlElement) -> list[str]:
    """What a reader sees of the law without a script."""
    for hidden in page.cssselect("[hidden], .history, .tag"):
        hidden.drop_tree()
    return [words(e) for e in page.cssselect(".text h2, .text h3, .text h4, .text p.l, .text p.v, .text .tail, .text tr")]


def test_the_page_shows_the_asked_version_and_holds_all() -> None:
    page = html.fromstring(page_document(entry(), Site(acts=metas()), at=1))
    assert [li.cssselect("time")[0].get("datetime") for li in page.cssselect(".versions li[data-version]")] == [
        "2020-01-01",
        "2023-01-01",
        "2026-01-01",
        "2026-03-01",
    ]
    line = page.get_element_by_id("dieu-3.khoan-2")
    assert line.get("data-at") == "0,1,1,1,1"
    assert words(line.cssselect(".history")[0]) == (
        "◷ 11 thay đổitừ 01/01/2023: khoản 4 Điều 1 của Luật 21/2022/QH152. Bảo vệ cây cổ thụ, cây di sảnđược bảo tồn."
    )
    shown = text_of(page)
    assert "2. Bảo vệ cây cổ thụ, cây được bảo tồn." in shown and "2. Bảo vệ cây cổ thụ, cây di sản." not in shown
    assert "4. (được bãi bỏ)" in shown and "Điều 3a. Cây cổ thụ" in shown


def test_a_day_page_is_the_law_of_that_day_line_by_line() -> None:
    shown = text_of(html.fromstring(page_day(entry(), 0)))
    assert shown[:5] == [
        "Chương I. QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh",
        "Luật này quy định về trồng, chăm sóc và bảo vệ cây xanh tại đô thị.",
        "Điều 2. Giải thích từ ngữ",
        "1. Cây xanh đường phố là cây trồng trên vỉa hè, dải phân cách.",
    ]
    assert "Điều 3a. Cây cổ thụ" not in shown


def test_an_uncertain_day_shows_both_states_labelled() -> None:
    page = html.fromstring(page_day(entry(), 2, Site(acts=metas())))
    old, new = page.cssselect(".k-dieu > .is-old")[0], page.cssselect(".k-dieu > .is-new")[0]
    assert words(old) == "Nội dung cũ, còn hiệu lực đến khi sửa đổi có hiệu lực Điều 5. Quỹ cây xanh"
    assert words(new) == "Nội dung mới, có hiệu lực chậm nhất từ 01/3/2026 Điều 5. Quỹ cây xanh và quỹ công viên"
    assert "01/01/2026 đến 01/3/2026" in words(page.cssselect(".banner.uncertain")[0])
    assert page.cssselect(".banner.reported")


def test_an_act_of_english_words_is_named_in_the_language_of_the_page() -> None:
    act = replace(law(), meta=replace(law().meta, kind="decree", language="en", details=("21/2022/QH15#dieu-2.khoan-1", "?#x y")))
    page = html.fromstring(page_document(Entry(act, (Edition(act, date(2020, 1, 1), Status.IN_FORCE),)), Site(acts=metas()), language="vi"))
    assert words(page.cssselect("h1")[0]) == "Nghị định 11/2019/QH14"
    assert "khoản 1 Điều 2 của Luật 21/2022/QH15; ?#x y" in words(page.cssselect(".facts")[0])


def test_changes_without_a_day_are_listed_with_their_words() -> None:
    section = html.fromstring(page_document(entry())).cssselect(".waiting")[0]
    assert "khi Luật Đô thị có hiệu lực" in words(section)
    assert [e.text for e in section.cssselect("del, ins")] == ["cấm", "khuyến khích"]


def test_a_table_spans_merged_cells_and_keeps_its_rows() -> None:
    page = html.fromstring(page_day(entry(), 0))
    rows = page.cssselect("table tr")
    assert [c.tag for c in rows[0]] == ["th"] * 3
    assert rows[1][2].get("rowspan") == "2" and len(rows[2]) == 2


def test_references_link_to_provisions_of_the_act_and_to_no_other() -> None:
    body = (
        dieu("1", "A", khoan("1", "Theo quy định tại khoản 2 Điều 2 của Luật này và Điều 2.")),
        dieu(
            "2",
            "B",
            khoan("1", "Theo Điều 1 của Luật Đất đai, Điều 1 và Điều 2 của Luật Nhà ở."),
            khoan("2", "Theo khoản 1 Điều này; Điều 77."),
        ),
    )
    document = Document(Meta("1/2020/QH14", "luật"), Provision(Kind.VAN_BAN, children=body))
    page = html.fromstring(page_day(Entry(document, (Edition(document, date(2020, 1, 1), Status.IN_FORCE),)), 0))
    assert [(a.text, a.get("href")) for a in page.cssselect(".ref")] == [
        ("khoản 2 Điều 2", "#dieu-2.khoan-2"),
        ("Điều 2", "#dieu-2"),
        ("khoản 1 Điều này", "#dieu-2.khoan-1"),
    ]


def test_an_article_that_commands_links_nothing_within_the_act() -> None:
    body = (
        dieu("1", "A", khoan("1", "Lời.")),
        dieu("2", "Sửa đổi Luật Đất đai", khoan("1", "Sửa đổi, bổ sung khoản 1 Điều 1 như sau:"), khoan("2", "Theo Điều 1.")),
        dieu("3", "Hồ sơ", khoan("1", "Hồ sơ gồm các giấy tờ quy định tại khoản 1 Điều 1 như sau:")),
    )
    document = Document(Meta("1/2020/QH14", "luật"), Provision(Kind.VAN_BAN, children=body))
    page = html.fromstring(page_day(Entry(document, (Edition(document, date(2020, 1, 1), Status.IN_FORCE),)), 0))
    assert [a.get("href") for a in page.cssselect(".ref")] == ["#dieu-1.khoan-1"]


def test_a_standalone_page_needs_no_other_file() -> None:
    text = standalone(editions()[2], metas())
    page = html.fromstring(text)
    assert not page.cssselect("script, link[rel=stylesheet]")
    policy = page.cssselect("meta[http-equiv]")[0].get("content")
    assert "style-src 'sha256-" in policy
    import base64
    import hashlib

    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)  # type: ignore[union-attr]
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in policy


# -- safety ----------------------------------------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\"'><img src=x onerror=alert(1)>",
    "\u202eđảo chiều\u2066\u202d",
    "x" * 10_000,
    "</script></style></title><!--",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt;\x00\x1b[2J\ud800",
)


def hostile_act(text: str) -> tuple[Document, tuple[Change, ...]]:
    """An act whose every field is `text`, and a refused change whose every field is."""
    words = {f.name: text for f in fields(Meta) if f.name in ("number", "kind", "title", "issuer")}
    body = Provision(
        Kind.VAN_BAN,
        children=(
            Provision(
                Kind.CHUONG, text, text, children=(Provision(Kind.DIEU, text, text, children=(khoan(text, text), khoan(text, text))),)
            ),
            Provision(
                Kind.PHU_LUC, text, text, children=(Provision(Kind.BANG, children=(Provision(Kind.HANG, text, cells=(text, text)),)),)
            ),
        ),
    )
    meta = Meta(**words, signers=(text,), details=(text,), source=Source(text, text, text), extra=((text, text),))  # type: ignore[arg-type]
    act = Document(meta, body, (text,), (text,), (text,))
    base = changes()[5]
    operation = replace(
        base.operation,
        id=f"{text}#{text}/1",
        origin=Origin(text, base.operation.origin.address, 0, 1, text),
        target=Target(text, base.operation.target.address, cited=text),
        effect=Effect(Event(text), scope=text, basis=text),
        find=text,
        put=text,
        payload=(khoan(text, text),),
    )
    refused = replace(base, operation=operation, refusal=Refusal(Reason.PHRASE_MISSING, text, text, text, text, (text,)))
    applied = replace(
        changes()[0], operation=replace(operation, id=f"{text}#x/2"), before=(khoan(text, text),), after=(khoan(text, text + " y"),)
    )
    return act, (refused, applied)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_fields_are_inert_and_whole(text: str) -> None:
    act, made = hostile_act(text)
    edition = Edition(act, date(2020, 1, 1), Status.IN_FORCE, text, applied=made)
    pages = [
        report_act(act, made, {act.key: act}),
        page_document(Entry(act, (edition,), made, made), Site(acts={act.key: act.meta})),
        standalone(edition, {act.key: act.meta}),
    ]
    whole = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", "", text)
    for page in pages:
        page.encode("utf-8")
        tree = html.fromstring(page)
        assert not tree.cssselect("img, iframe, object, embed, form, base, b script")
        assert all(s.get("src") or s.get("type") == "application/ld+json" for s in tree.cssselect("script"))
        for element in tree.iter():
            assert not any(name.startswith("on") or name == "style" for name in element.attrib)
            for name in ("href", "src", "action", "formaction"):
                assert urlsplit(element.get(name) or "").scheme in ("", "data"), element.get(name)
                assert not (element.get(name) or "").startswith("//")
            assert len(element.get("id") or "") < 120
        assert whole in tree.text_content()


def test_pages_have_no_inline_script_or_style_and_a_strict_policy() -> None:
    for text in (report_act(amender(), changes(), {law().key: law()}), page_document(entry()), page_day(entry(), 2)):
        page = html.fromstring(text)
        assert not page.cssselect("style, [style]")
        policy = page.cssselect("meta[http-equiv=Content-Security-Policy]")[0].get("content")
        assert policy.startswith("default-src 'none';") and "unsafe" not in policy
        assert "http" not in re.sub(r"<script type=\"application/ld\+json\">.*?</script>|xmlns\S+", "", text, flags=re.DOTALL).replace(
            "http-equiv", ""
        )


def test_the_same_values_give_the_same_bytes() -> None:
    assert report_act(amender(), changes(), {law().key: law()}) == report_act(amender(), changes(), {law().key: law()})
    assert page_document(entry()) == page_document(entry())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_speak_one_language(language: str) -> None:
    page = report(language)
    assert page.get("lang") == language
    assert words(page.cssselect(".contents summary")[0]) == {"vi": "Mục lục", "en": "Contents"}[language]
    assert not page.cssselect(".languages")  # alone, it has no other language
    around = Site(pages=frozenset(["bao-cao/21-2022-qh15.html"]))
    page = html.fromstring(report_act(amender(), changes(), site=around, language=language))
    assert [a.get("href") for a in page.cssselect(".languages a")] == ["21-2022-qh15.html", "21-2022-qh15.en.html"]
    assert page.cssselect(".languages a[aria-current]")[0].get("hreflang") == language


def test_a_report_alone_finds_its_files_beside_it() -> None:
    page = report()
    assert page.cssselect("link[rel=stylesheet]")[0].get("href") == "./lawtrack.css"
    assert page.cssselect("script[src]")[0].get("src") == "./lawtrack.js"


def test_numbers_of_acts_in_the_sample_are_what_the_tests_say() -> None:
    assert {LAW, AMENDER, REPORTED} == {e.meta.number for e in model().entries}
