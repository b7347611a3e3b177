"""The site: every page links to what is there, the same model gives the same bytes, and only what changed is written."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html
from publish_samples import AMENDER, LAW, amender, changes, dieu, doan, editions, english, khoan, law, model, reported, root, split

from lawtrack.law import Edition, Kind, Meta, Outcome, Provision, Status
from lawtrack.publish import addresses, search
from lawtrack.publish.bilingual import pairs
from lawtrack.publish.markdown import report_markdown
from lawtrack.publish.model import Entry, SiteModel, days_of
from lawtrack.publish.site import MANIFEST, site
from lawtrack.publish.versions import columns, lines


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    site(folder, model())
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_leads_to_a_page_and_a_place_that_is_there(built: Path) -> None:
    pages = {p: html.fromstring(p.read_text(encoding="utf-8")) for p in built.rglob("*.html")}
    ids = {p.resolve(): {e.get("id") for e in page.cssselect("[id]")} for p, page in pages.items()}
    seen = 0
    for path, page in pages.items():
        for link in page.cssselect("a[href], link[href], script[src]"):
            parts = urlsplit(link.get("href") or link.get("src"))
            if parts.scheme:
                assert parts.scheme == "data"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            assert target.is_file(), f"{path}: {parts.geturl()}"
            if parts.fragment and target in ids:
                assert unquote(parts.fragment) in ids[target], f"{path}: {parts.geturl()}"
            seen += 1
    assert seen > 400


def test_the_same_model_gives_the_same_bytes_and_writes_nothing_twice(built: Path, tmp_path: Path) -> None:
    first = site(tmp_path, model())
    assert files(tmp_path) == files(built)
    again = site(tmp_path, model())
    assert (again.written, again.removed) == ((), ()) and set(again.kept) == set(first.written)
    assert files(tmp_path) == files(built)


def test_a_changed_act_rewrites_what_shows_it_and_nothing_else(tmp_path: Path) -> None:
    site(tmp_path, model())
    before = model()
    first, second, third, fourth = before.entries
    document = replace(third.document, tail=("Thêm một dòng.",))
    third = replace(third, document=document, editions=(Edition(document, date(2023, 1, 1), Status.IN_FORCE),))
    done = site(tmp_path, replace(before, entries=(first, second, third, fourth)))
    assert any(p.startswith("van-ban/21-2022-qh15/2023-01-01") for p in done.written)
    assert not any(p.startswith(("van-ban/11-2019-qh14", "bao-cao/33-2025")) for p in done.written)


def test_a_removed_act_takes_its_pages_and_the_links_to_them_along(tmp_path: Path) -> None:
    site(tmp_path, model())
    (tmp_path / "own.txt").write_text("kept", encoding="utf-8")
    before = model()
    done = site(tmp_path, replace(before, entries=before.entries[:3]))
    assert "bao-cao/33-2025-qh15.html" in done.removed and not (tmp_path / "bao-cao/33-2025-qh15.html").exists()
    assert "van-ban/11-2019-qh14/index.html" in done.written
    assert "33-2025-qh15.html" not in (tmp_path / "van-ban/11-2019-qh14/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "own.txt").exists()


def test_what_is_no_part_of_the_site_goes_from_its_folders_and_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    outside.mkdir()
    (outside / "x.txt").write_text("x", encoding="utf-8")
    folder = tmp_path / "reports"
    site(folder, model())
    (folder / "van-ban" / "old").mkdir()
    (folder / "van-ban" / "old" / "index.html").write_text("old", encoding="utf-8")
    (folder / "search" / "link").symlink_to(outside)
    assert site(folder, model()).removed == ("search/link", "van-ban/old/index.html")
    assert (outside / "x.txt").exists() and not (folder / "van-ban" / "old").exists()


def test_without_its_manifest_the_same_bytes_come_out_and_nothing_is_written(tmp_path: Path) -> None:
    first = site(tmp_path, model())
    before = files(tmp_path)
    for damage in (lambda p: p.unlink(), lambda p: p.write_text("{", encoding="utf-8"), lambda p: p.write_text("[]", encoding="utf-8")):
        damage(tmp_path / MANIFEST)
        done = site(tmp_path, model())
        assert done.written == () and set(done.kept) == set(first.written)
        assert files(tmp_path) == before


def test_a_lost_file_is_made_again(tmp_path: Path) -> None:
    site(tmp_path, model())
    lost = ("index.html", "search/documents.js", "bao-cao/21-2022-qh15.html")
    for path in lost:
        (tmp_path / path).unlink()
    assert set(site(tmp_path, model()).written) == set(lost)


def test_the_bounds_of_an_uncertain_change_are_days_of_the_act() -> None:
    assert days_of([date(2020, 1, 1), date(2026, 3, 1)], [split(), *changes()]) == (date(2020, 1, 1), date(2026, 1, 1), date(2026, 3, 1))
    assert days_of([date(2020, 1, 1)], [replace(split(), outcome=Outcome.REFUSED)]) == (date(2020, 1, 1),)


def test_two_acts_at_one_address_are_an_error() -> None:
    one = law()
    other = replace(one, meta=replace(one.meta, number="11-2019 QH14"))
    made = SiteModel(date(2025, 1, 1), tuple(Entry(d, (Edition(d, date(2020, 1, 1), Status.IN_FORCE),)) for d in (one, other)))
    if one.key != other.key:
        with pytest.raises(ValueError, match="one address"):
            _ = made.works
    else:
        assert len(made.works) == 1


def test_numbers_too_long_or_without_letters_still_have_an_address() -> None:
    long = addresses.act_slug("9" * 300 + "/2020/NĐ-CP")
    assert len(long) <= 72 and long != addresses.act_slug("9" * 301 + "/2020/NĐ-CP")
    assert re.fullmatch(r"van-ban-[0-9a-f]{12}", addresses.act_slug("???"))


def test_the_index_tells_status_last_and_next_change(built: Path) -> None:
    page = html.fromstring((built / "index.html").read_text(encoding="utf-8"))
    rows = {words(r.cssselect("th")[0]): [words(c) for c in r.cssselect("td")] for r in page.cssselect("table.acts tbody tr")}
    assert rows[LAW][1:] == ["◐ Hết hiệu lực một phần", "01/01/2023 21/2022/QH15", "01/01/2026 33/2025/QH15"]
    assert "chỉ biết qua báo chí" in rows["33/2025/QH15"][0]
    coming = page.get_element_by_id("sap-toi").getparent()
    told = [words(li) for li in coming.cssselect("li")]
    assert told[0].startswith("01/01/2026 Chưa chắc chắn Luật 11/2019/QH14")
    assert told[-1].startswith("01/3/2026 chậm nhất Luật 11/2019/QH14")


def test_what_is_refused_or_waits_is_public(built: Path) -> None:
    page = html.fromstring((built / "cho-xu-ly.html").read_text(encoding="utf-8"))
    text = words(page.cssselect("main")[0])
    for part in ("Điều 3 không có khoản 9.", "Bãi bỏ các quy định về phí cắt tỉa tại Điều 4.", "theo sự kiện: khi Luật Đô thị có hiệu lực"):
        assert part in text


def test_feeds_are_atom_with_days_from_the_law(built: Path) -> None:
    names = {"a": "http://www.w3.org/2005/Atom"}
    for path in ("feed.xml", "van-ban/11-2019-qh14/feed.xml"):
        feed = etree.parse(str(built / path))
        ids = feed.xpath("//a:entry/a:id/text()", namespaces=names)
        assert len(ids) == len(set(ids)) >= 2
        days = feed.xpath("//a:entry/a:updated/text()", namespaces=names)
        assert days == sorted(days, reverse=True) and feed.xpath("string(/a:feed/a:updated)", namespaces=names) == days[0]
        for href in feed.xpath("//a:entry/a:link/@href", namespaces=names):
            assert href.startswith("https://luat.example/")
            assert (built / urlsplit(href).path.lstrip("/")).is_file()
    assert "chỉ biết qua báo chí" in etree.tostring(feed, encoding="unicode") or "Không phải văn bản chính thức" in etree.tostring(
        feed, encoding="unicode"
    )


def test_the_sitemap_has_every_page_and_is_left_out_without_an_address(built: Path, tmp_path: Path) -> None:
    urls = etree.parse(str(built / "sitemap.xml")).xpath("//*[local-name()='loc']/text()")
    pages = {str(p.relative_to(built)) for p in built.rglob("*.html") if not p.name.endswith(".en.html")}
    assert {u.removeprefix("https://luat.example/") for u in urls} == pages
    site(tmp_path, model(base=""))
    assert not (tmp_path / "sitemap.xml").exists()


def test_linked_data_says_what_the_page_says(built: Path) -> None:
    page = html.fromstring((built / "van-ban/11-2019-qh14/index.html").read_text(encoding="utf-8"))
    value = json.loads(page.cssselect("script[type='application/ld+json']")[0].text)
    assert value["@type"] == "Legislation" and value["legislationIdentifier"] == LAW
    assert value["legislationLegalForce"] == "https://schema.org/PartiallyInForce"
    assert [x["legislationIdentifier"] for x in value["eli:changed_by"]] == [AMENDER]
    assert value["legislationLegalValue"].endswith("UnofficialLegalValue")


def test_files_for_machines_stand_beside_each_page(built: Path) -> None:
    folder = built / "van-ban/11-2019-qh14"
    assert json.loads((folder / "2026-03-01.json").read_text(encoding="utf-8"))["schema"] == "lawtrack.edition/1"
    assert (folder / "2023-01-01.md").read_text(encoding="utf-8") == f"# {LAW}\n"
    assert "Điều 3a. Cây cổ thụ" in (folder / "2023-01-01.txt").read_text(encoding="utf-8")
    assert json.loads((built / "bao-cao/21-2022-qh15.json").read_text(encoding="utf-8"))["schema"] == "lawtrack.report/1"


def test_the_report_in_markdown_marks_words_and_refusals() -> None:
    text = report_markdown(amender(), changes())
    assert "cây ~~di sản~~**được bảo tồn**." in text
    assert "**✕ bị từ chối** Điều 3 không có khoản 9." in text
    evil = replace(amender(), meta=replace(amender().meta, title="<script> *x* [a](b)"))
    assert "\\<script\\> \\*x\\* \\[a\\](b)" in report_markdown(evil, ())


# -- versions --------------------------------------------------------------------------------------------------------------


def test_each_version_can_be_read_out_of_the_merged_lines() -> None:
    readings = columns(editions())
    merged = lines(readings)
    for n, column in enumerate(readings):
        alone = lines([column])
        shown = [x.cells[x.at[n]] for x in merged if x.at[n] >= 0]
        assert [(c.mark, c.words) for c in shown] == [(x.cells[0].mark, x.cells[0].words) for x in alone]


def test_a_unit_that_moved_keeps_the_order_of_both_versions() -> None:
    one = dieu("1", "A"), dieu("2", "B"), dieu("3", "C")
    two = dieu("3", "C"), dieu("1", "A"), dieu("2", "B")
    made = [replace(law(), body=root(*units), head=(), preamble=(), tail=()) for units in (one, two)]
    readings = columns([Edition(d, date(2020 + n, 1, 1), Status.IN_FORCE) for n, d in enumerate(made)])
    merged = lines(readings)
    for n, expected in ((0, ["1", "2", "3"]), (1, ["3", "1", "2"])):
        assert [x.cells[x.at[n]].provision.label for x in merged if x.at[n] >= 0] == expected
    assert len({x.id for x in merged}) == len(merged)


def test_a_renumbered_unit_is_one_line_by_identity() -> None:
    one = replace(law(), body=root(dieu("1", "A", replace(khoan("4", "Lời."), uid="u"))))
    two = replace(law(), body=root(dieu("1", "A", replace(khoan("3", "Lời."), uid="u"))))
    merged = lines(columns([Edition(d, date(2020 + n, 1, 1), Status.IN_FORCE) for n, d in enumerate((one, two))]))
    assert [c.mark for c in merged[1].cells] == ["4.", "3."] and len(merged) == 2


# -- two languages ---------------------------------------------------------------------------------------------------------


def test_provisions_of_two_languages_stand_side_by_side_and_old_translations_are_marked() -> None:
    vi, en = Entry(law(), editions()), Entry(english(), (Edition(english(), date(2020, 1, 1), Status.IN_FORCE),))
    now = {p.id: p for p in pairs(vi, en, (vi.editions[1], en.editions[0]))}
    assert now["dieu-2.khoan-2.diem-dd"].two == "<b>dd)</b> Pruning;" and not now["dieu-2.khoan-2.diem-dd"].stale
    assert now["dieu-2.khoan-2.diem-a"].stale and now["dieu-2.khoan-2.diem-g"].stale
    assert not now["dieu-3.khoan-2"].stale  # never translated
    then = pairs(vi, en, (vi.editions[0], en.editions[0]))
    assert not any(p.stale for p in then)


# -- search ----------------------------------------------------------------------------------------------------------------


def test_the_index_has_articles_with_the_days_of_their_wordings() -> None:
    found = search.articles(Entry(law(), editions()))
    assert [(a.anchor, a.first, a.until) for a in found if a.anchor in ("dieu-3a", "dieu-5")] == [
        ("dieu-5", "2020-01-01", "2026-03-01"),
        ("dieu-3a", "2023-01-01", ""),
        ("dieu-5", "2026-03-01", ""),
    ]


def test_words_are_filed_without_marks_and_kept_with_them() -> None:
    assert search.words_of("Hoà bình, Quỹ đất 5a") == ["hòa", "bình", "quỹ", "đất", "5a"]
    assert search.shard_of("đất") == search.shard_of("dat nuoc") == "da" and search.shard_of("a b") == "a"
    body = root(dieu("1", "Quỹ đất", doan("</script>")))
    document = replace(law(), body=body)
    made = search.files(
        SiteModel(date(2020, 1, 1), ()),
        [(Entry(document, (Edition(document, date(2020, 1, 1), Status.IN_FORCE),)), "van-ban/x.html", "Luật x")],
    )
    assert '"quỹ đất":[0]' in made["search/qu.js"]
    assert "</script>" not in "".join(made.values())
    assert made["search/documents.js"].startswith('lawtrack.documents([["van-ban/x.html","Luật x"')


def test_an_act_known_by_metadata_alone_has_pages(tmp_path: Path) -> None:
    document = replace(reported(), meta=Meta("1/2026/NĐ-CP", "nghị định"), body=Provision(Kind.VAN_BAN))
    done = site(tmp_path, SiteModel(date(2026, 1, 1), (Entry(document, (Edition(document, date(2026, 1, 1), Status.UNKNOWN),)),)))
    assert "van-ban/1-2026-nd-cp/index.html" in done.written
