"""The pages in a real browser: switch, filter, contents, days, comparison, search, language, keyboard, print, width, accessibility."""

from typing import Any

import pytest

REPORT = "bao-cao/21-2022-qh15.html"
ACT = "van-ban/11-2019-qh14/index.html"
PAGES = (
    "index.html",
    "thay-doi.en.html",
    "cho-xu-ly.html",
    "tim-kiem.html?q=quy",
    REPORT,
    "bao-cao/33-2025-qh15.en.html",
    ACT,
    "van-ban/11-2019-qh14/index.en.html?ngay=2026-01-15",
    "van-ban/11-2019-qh14/2026-01-01.html",
    "van-ban/11-2019-qh14/song-ngu.html",
)


def texts(page: Any, selector: str) -> list[str]:
    """The visible texts of elements."""
    found: list[str] = page.locator(selector).evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.innerText)")
    return [" ".join(text.split()) for text in found]


# -- the report ------------------------------------------------------------------------------------------------------------


def test_the_switch_shows_two_columns_and_gives_the_one_back(visit: Any) -> None:
    page = visit(REPORT)
    law = page.locator("[id='lenh-dieu-1.khoan-4-1'] > .law")
    before = law.inner_html()
    page.get_by_text("Hai cột").click()
    left, right = law.locator(".pair > p").all()
    assert left.inner_text() == "2. Bảo vệ cây cổ thụ, cây di sản." and right.inner_text() == "2. Bảo vệ cây cổ thụ, cây được bảo tồn."
    assert left.bounding_box()["x"] + left.bounding_box()["width"] <= right.bounding_box()["x"]
    assert law.locator(".label").all_inner_texts() == ["Trước", "Sau"]
    page.reload()
    assert page.locator("input[value=side]").is_checked() and law.locator(".pair").count() == 1
    page.get_by_text("Liền dòng").click()
    assert law.inner_html() == before


def test_the_filter_hides_kinds_and_a_link_brings_them_back(visit: Any) -> None:
    page = visit(REPORT)
    assert page.locator(".op").count() == 7
    page.locator(".kinds label", has_text="Bãi bỏ").click()
    page.locator(".kinds label", has_text="Bị từ chối").click()
    assert texts(page, ".op h3 a.self") == ["#"] * 4
    assert texts(page, ".told") == ["Hiện 4/7 lệnh"]
    assert not page.locator(".contents .mark[data-op='lenh-dieu-1.khoan-3-1']").is_visible()
    page.locator(".refused li a").first.click()
    assert page.locator("[id='lenh-dieu-1.khoan-5-1']").is_visible()
    assert page.locator(".kinds input[value=refused]").is_checked()


def test_buttons_walk_through_the_shown_operations(visit: Any) -> None:
    page = visit(REPORT, height=500)
    seen = []
    for _ in range(3):
        page.locator("button[data-do=next]").click()
        seen.append(page.evaluate("document.activeElement.closest('.op').id"))
    assert seen == ["lenh-dieu-1.khoan-1-1", "lenh-dieu-1.khoan-2-1", "lenh-dieu-1.khoan-3-1"]
    page.locator("button[data-do=previous]").click()
    assert page.evaluate("document.activeElement.closest('.op').id") == seen[1]


def test_the_contents_lead_to_operations_and_can_be_narrowed_to_them(visit: Any) -> None:
    page = visit(REPORT, height=600)
    page.locator(".contents li.hit > a", has_text="Điều 3a").click()
    assert page.url.endswith("#lenh-dieu-1.khoan-2-1")
    box = page.locator("[id='lenh-dieu-1.khoan-2-1']").bounding_box()
    assert 0 <= box["y"] < 600
    assert "Điều 1" in " ".join(texts(page, ".contents li"))
    page.locator(".only input").check()
    assert [t.split(" ")[1] for t in texts(page, ".contents li.hit > a:not(.mark)")] == ["2", "3", "3a", "4"]
    assert not page.get_by_text("Điều 1 Phạm vi điều chỉnh").is_visible()


# -- the page of an act ----------------------------------------------------------------------------------------------------


def law_of(page: Any) -> list[str]:
    return texts(page, ".text p.l, .text .v, .text .pair, .text .k-dieu.l:not(.ch)")


def test_the_day_decides_what_is_read(visit: Any) -> None:
    page = visit(ACT)
    assert texts(page, ".here .state") == ["◐ Hết hiệu lực một phần"]
    assert "2. Bảo vệ cây cổ thụ, cây được bảo tồn." in law_of(page)
    page.locator("select[name=version]").select_option("0")
    found = law_of(page)
    assert "2. Bảo vệ cây cổ thụ, cây di sản." in found and "Điều 3a. Cây cổ thụ" not in found
    assert texts(page, ".here .state") == ["● Còn hiệu lực"] and texts(page, ".now-day") == ["01/01/2020"]
    assert page.url.endswith("?ngay=2020-01-01")
    assert not page.locator(".contents a", has_text="Điều 3a").is_visible()
    page.locator("input[name=day]").fill("2026-02-01")
    page.locator("input[name=day]").dispatch_event("change")
    assert page.locator("select[name=version]").input_value() == "2"
    assert [t.split(" Điều")[0] for t in texts(page, ".text .k-dieu > .is-old, .text .k-dieu > .is-new")] == [
        "Nội dung cũ, còn hiệu lực đến khi sửa đổi có hiệu lực",
        "Nội dung mới, có hiệu lực chậm nhất từ 01/3/2026",
    ]
    page.locator(".versions li[data-version='3'] a").first.click()
    assert "2. Quỹ công viên do Bộ quản lý." in law_of(page) and page.locator(".is-old").count() == 0


def test_every_day_reads_as_its_own_page_reads(visit: Any) -> None:
    page = visit(ACT)
    for n, day in enumerate(("2020-01-01", "2023-01-01", "2026-03-01")):
        page.locator("select[name=version]").select_option(["0", "1", "3"][n])
        alone = visit(f"van-ban/11-2019-qh14/{day}.html")
        assert law_of(page) == law_of(alone)


def test_an_address_may_name_the_day_and_what_it_is_compared_with(visit: Any) -> None:
    page = visit(ACT + "?ngay=2023-06-01&so-voi=2020-05-05")
    assert page.locator("select[name=version]").input_value() == "1" and page.locator("select[name=base]").input_value() == "0"
    assert texts(page, ".days .told") == ["9 dòng khác nhau"]


def test_versions_are_compared_in_pairs(visit: Any) -> None:
    page = visit(ACT)
    page.locator("select[name=base]").select_option("0")
    changed = page.locator("[id='dieu-3.khoan-2'] .pair")
    assert changed.inner_text() == "2. Bảo vệ cây cổ thụ, cây di sảnđược bảo tồn."
    assert changed.locator("del").inner_text() == "di sản" and changed.locator("ins").inner_text() == "được bảo tồn"
    assert page.locator("[id='dieu-3a.khoan-1'] .came").get_attribute("role") == "insertion"
    page.locator(".days button[data-do=next]").click()
    assert page.evaluate("document.activeElement.id") == "dieu-2.khoan-2"
    page.locator("select[name=version]").select_option("3")
    assert page.locator("[id='dieu-5'] .pair ins").inner_text() == " và quỹ công viên"
    page.locator("select[name=base]").select_option("")
    assert page.locator(".differs").count() == 0


def test_the_history_of_a_provision_is_at_hand(visit: Any) -> None:
    page = visit(ACT)
    line = page.locator("[id='dieu-3.khoan-2']")
    line.locator("summary").click()
    assert "khoản 4 Điều 1 của Luật 21/2022/QH15" in line.locator(".history").inner_text()
    line.locator(".history a").click()
    assert page.url.endswith("bao-cao/21-2022-qh15.html#lenh-dieu-1.khoan-4-1")


def test_a_page_read_later_shows_the_text_of_its_day_and_says_so(visit: Any) -> None:
    page = visit(ACT, day="2026-11-21")
    assert page.locator("select[name=version]").input_value() == "3"
    assert texts(page, ".days .told") == ["Trang được dựng cho ngày 01/01/2023; đang hiện nội dung của ngày hôm nay."]
    assert "2. Quỹ công viên do Bộ quản lý." in law_of(page)


# -- lists and search ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("from_disk", [False, True])
def test_search_knows_diacritics_days_and_neighbours(visit: Any, from_disk: bool) -> None:
    page = visit("tim-kiem.html", from_disk=from_disk)

    def asked(words: str) -> list[str]:
        page.locator("input[name=q]").fill(words)
        page.get_by_role("button", name="Tìm kiếm").click()
        page.locator(f'.results[data-asked="{words}"]').wait_for(state="attached")
        return texts(page, ".results h2")

    assert asked("quy")[0] == "Điều 5. Quỹ cây xanh" and len(asked("quy")) > 1
    assert asked("quỹ cây") == ["Điều 5. Quỹ cây xanh", "Điều 1. Tách quỹ"][: len(asked("quỹ cây"))]
    assert asked("khôngcótừnày") == [] and texts(page, ".told") == ["Không tìm thấy."]
    assert "Điều 5. Quỹ cây xanh và quỹ công viên" not in asked("quỹ công viên")
    page.locator("input[name=any]").check()
    assert "Điều 5. Quỹ cây xanh và quỹ công viên" in asked("quỹ công viên")
    assert asked("“cây xanh đường phố”") == ["Điều 2. Giải thích từ ngữ"] * 2
    assert texts(page, ".results mark")[:3] == ["Cây", "xanh", "đường"]
    page.locator(".results a").first.click()
    page.wait_for_url("**/van-ban/11-2019-qh14/index.html?ngay=2020-01-01#dieu-2")


def test_the_list_of_acts_is_narrowed_by_words(visit: Any) -> None:
    page = visit("index.html")
    page.locator("input[name=narrow]").fill("sua doi 33/2025")
    assert texts(page, "table.acts tbody th") == ["33/2025/QH15"]


# -- every page ------------------------------------------------------------------------------------------------------------


def test_the_language_switches_and_stays(visit: Any) -> None:
    page = visit(REPORT)
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("bao-cao/21-2022-qh15.en.html") and page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("link", name="Acts", exact=True).click()
    assert page.url.endswith("/index.en.html")
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.url.endswith("/index.html")


def test_the_keyboard_reaches_everything(visit: Any) -> None:
    page = visit(REPORT)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.locator("input[value=inline]").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[value=side]").is_checked() and page.locator(".law.side").count() > 0
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".op[hidden]").count() == 2
    ring = page.evaluate("getComputedStyle(document.activeElement.nextElementSibling).outlineStyle")
    assert ring == "solid"


def test_printing_gives_a_clean_text(visit: Any) -> None:
    page = visit(ACT)
    page.emulate_media(media="print")
    for hidden in (".top nav", ".tools", ".contents", ".history summary", ".when"):
        assert not any(e.is_visible() for e in page.locator(hidden).all()), hidden
    assert "2. Bảo vệ cây cổ thụ, cây được bảo tồn." in law_of(page)
    assert page.locator(".banner.computed").is_visible()
    assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("path", [REPORT, ACT, "van-ban/11-2019-qh14/2026-01-01.html", "index.html"])
def test_pages_are_read_without_a_script(visit: Any, path: str) -> None:
    page = visit(path, script=False)
    assert not any(e.is_visible() for e in page.locator(".tools .controls, .report .tools, .only").all())
    text = page.locator("main").inner_text()
    assert "Cây xanh đô thị" in text
    if path == ACT:
        assert "cây được bảo tồn" in text


def test_no_page_is_wider_than_the_screen(visit: Any) -> None:
    page = visit(PAGES[0])
    root = "/".join(page.url.split("/")[:3])
    for path in PAGES:
        page.goto(f"{root}/{path}")
        for width in (320, 390, 1024, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, (path, width)


def test_pages_open_from_a_disk(visit: Any) -> None:
    page = visit(ACT, from_disk=True)
    page.locator("select[name=version]").select_option("0")
    assert "2. Bảo vệ cây cổ thụ, cây di sản." in law_of(page)
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).borderBottomStyle") == "solid"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_fault(visit: Any, axe: str, scheme: str, width: int) -> None:
    page = visit(PAGES[0], scheme=scheme, width=width)
    root = "/".join(page.url.split("/")[:3])
    faults = []
    for path in PAGES if scheme == "light" else (PAGES[0], REPORT, ACT, PAGES[-2]):
        page.goto(f"{root}/{path}")
        if path.startswith("tim"):
            page.wait_for_selector(".results li")
        if path == REPORT:
            page.locator("label", has_text="Hai cột").click()
        for fold in page.locator(".history").all()[:1]:
            fold.evaluate("fold => { fold.open = true; }")
        page.evaluate(axe)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        faults += [f"{path}: {v['id']} ({v['impact']}) {v['nodes'][0]['html'][:160]}" for v in found["violations"]]
    assert not faults, "\n".join(faults)
