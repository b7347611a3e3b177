"""Text, JSON and terminal outputs."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from publish_samples import AMENDER, REPORTED, amended, amender, changes, editions, khoan, law, metas, split

from lawtrack.law import Action, Authority, Bounded, Edition, Effect, Message, Outcome, Provision, Reason, Refusal, Status
from lawtrack.law.effect import some_only
from lawtrack.law.plain import plain
from lawtrack.publish import data, outlook, terminal
from lawtrack.publish.speech import GROUPS, Speech, group_of
from lawtrack.publish.texts import text


def test_an_official_act_in_force_is_its_own_lines_and_nothing_else() -> None:
    assert text(editions()[0]) == plain(law())


def test_a_computed_text_says_so_above_the_title_and_nowhere_else() -> None:
    found = text(editions()[1], metas())
    notice, body = found.split("\n\n", 1)
    assert (
        notice == "[Văn bản do máy tính dựng, không phải văn bản hợp nhất được chứng nhận: các văn bản đã công bố có giá trị quyết định.]"
    )
    assert body == plain(amended())
    assert "XÁC THỰC" not in found


@pytest.mark.parametrize("authority", [a for a in Authority if a is not Authority.OFFICIAL])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_authority_stands_above_the_title_in_the_language_of_the_act(authority: Authority, language: str) -> None:
    document = law()
    document = replace(document, meta=replace(document.meta, authority=authority, language=language))
    first = text(Edition(document, date(2020, 1, 1), Status.IN_FORCE)).splitlines()[0]
    assert first == f"[{Speech(language).notice(authority)}]"


def test_a_change_by_a_reported_act_is_told() -> None:
    assert f"[Có sửa đổi từ {REPORTED}: chỉ biết qua báo chí]" in text(editions()[3], metas())


def test_an_act_that_does_not_hold_is_told() -> None:
    edition = Edition(law(), date(2024, 1, 1), Status.EXPIRED, "bị thay thế")
    assert text(edition).splitlines()[0] == "[Hết hiệu lực vào ngày 01/01/2024: bị thay thế]"


def test_an_uncertain_passage_is_shown_twice_with_both_bounds_and_the_rest_once() -> None:
    found = text(editions()[2], metas()).splitlines()
    start = found.index("[Chưa chắc chắn trong khoảng từ 01/01/2026 đến 01/3/2026]")
    end = found.index("[Hết phần chưa chắc chắn]")
    block = found[start:end]
    assert block[1] == "[Nội dung cũ, còn hiệu lực cho đến khi sửa đổi có hiệu lực]"
    assert block[2] == "Điều 5. Quỹ cây xanh"
    assert block[4] == "[Nội dung mới, có hiệu lực khi sửa đổi có hiệu lực, chậm nhất là 01/3/2026]"
    assert block[5:] == [
        "Điều 5. Quỹ cây xanh và quỹ công viên",
        "1. Quỹ cây xanh do Ủy ban nhân dân cấp tỉnh lập.",
        "2. Quỹ công viên do Bộ quản lý.",
    ]
    old = [line for n, line in enumerate(found) if not start <= n <= end or start + 2 <= n <= start + 3]
    assert "\n".join(old).endswith(plain(amended()).rstrip("\n"))
    assert found[4 - 1].startswith(
        "[Chưa chắc chắn: Điều 5 được sửa đổi, bổ sung theo khoản 1 Điều 1 của 33/2025/QH15 (chỉ biết qua báo chí)"
    )


def test_a_text_whose_amender_is_not_in_hand_says_so_above_the_title() -> None:
    edition = editions()[0]
    gap = Refusal(
        Reason.AMENDER_MISSING, Message("{act} was amended by {amender}, which is not in hand", act="5/2015/QH13", amender="9/2017/QH14")
    )
    manual = replace(edition.refused[0] if edition.refused else changes()[4], outcome=Outcome.MANUAL, refusal=gap)
    found = text(replace(edition, refused=(manual, manual)))
    assert found.splitlines()[0] == "[5/2015/QH13 đã được 9/2017/QH14 sửa đổi, bổ sung, nhưng 9/2017/QH14 chưa có trong kho]"
    assert found.count("chưa có trong kho") == 1


def test_what_holds_for_some_only_is_shown_twice_and_says_for_whom() -> None:
    edition = editions()[2]
    words = "khoản 1 Điều 1 đối với công viên của xã có hiệu lực từ ngày 01 tháng 3 năm 2026"
    effect = Effect(Bounded(date(2026, 1, 1), date(2026, 3, 1), some_only(words)), scope=words)
    some = tuple(replace(c, operation=replace(c.operation, effect=effect)) for c in edition.uncertain)
    found = text(replace(edition, uncertain=some), metas())
    assert "[Trong khoảng từ 01/01/2026 đến 01/3/2026 nội dung khác nhau tùy đối tượng]" in found
    assert "[Nội dung mới, đối với đối tượng đã áp dụng sửa đổi; từ 01/3/2026 đối với mọi đối tượng]" in found
    assert f"từ 01/01/2026 đối với một số đối tượng, từ 01/3/2026 đối với mọi đối tượng ({words})]" in found
    assert "Chưa chắc chắn trong khoảng" not in found


def test_an_uncertain_insertion_shows_that_there_was_nothing() -> None:
    edition = editions()[2]
    other = replace(edition.document, body=replace(edition.document.body, children=(*edition.document.body.children, khoan("9", "Thêm."))))
    found = text(replace(edition, other=other)).splitlines()
    assert found[found.index("9. Thêm.") - 2] == "[(không có)]"


def test_json_has_its_schema_and_both_states() -> None:
    value = json.loads(data.json(editions()[2], metas()))
    assert value["schema"] == "lawtrack.edition/1"
    assert value["status"] == "uncertain"
    assert [u["address"] for u in value["provisions"]][:4] == ["chuong-i", "dieu-1", "dieu-1.doan-1", "dieu-2"]
    assert "dieu-5.khoan-2" in [u["address"] for u in value["provisions_if_uncertain_changes_hold"]]
    assert value["uncertain"][0]["effect"]["start"] == {
        "not_before": "2026-01-01",
        "not_after": "2026-03-01",
        "why": "không rõ khoản nào quy định",
    }
    repealed = next(u for u in value["provisions"] if u["address"] == "dieu-2.khoan-4")
    assert repealed["state"] == "repealed" and repealed["causes"] == [f"{AMENDER}#dieu-1.khoan-3/1"]


def test_the_report_as_json_has_every_operation_with_its_outcome() -> None:
    value = json.loads(data.report_json(amender(), changes()))
    assert [c["outcome"] for c in value["changes"]] == ["applied"] * 4 + ["manual", "refused"]
    assert value["changes"][0]["before"][1] == "a) Tưới nước, bón phân;"
    assert value["changes"][5]["refusal"]["reason"] == "target-missing"


def test_the_plan_fits_the_terminal_and_shows_words_marked_without_colour() -> None:
    found = outlook.plan(amender(), changes(), metas())
    assert max(map(terminal.cells, found.splitlines())) <= 80
    assert "\x1b" not in found
    assert "2. Chăm sóc cây xanh {+đô thị +}gồm các việc sau đây:" in found
    assert "cây [-di sản-]{+được bảo tồn+}." in found
    assert "+ Điều 3a (vào sau Điều 3)" in found


def test_a_refusal_is_as_loud_as_a_change() -> None:
    found = outlook.plan(amender(), changes(), metas())
    assert "✗ BỊ TỪ CHỐI khoản 9 Điều 3" in found
    for line in ("Vì sao: Điều 3 không có khoản 9", "Thực tế: khoản 1, khoản 2", "Cách xử lý: Kiểm tra"):
        assert line in found
    assert "Dự kiến: khoản 9" not in found  # the sentence says it


def test_the_plan_begins_with_a_summary_of_every_act_and_every_reason() -> None:
    found = outlook.plan(amender(), changes(), metas())
    brief = outlook.plan(amender(), changes(), metas(), brief=True)
    assert found.startswith(brief.rstrip("\n")) and "│" not in brief
    assert "6 lệnh, 4 áp dụng được, 1 bị từ chối, 1 chờ biên tập viên" in brief
    assert "✗ Không tìm thấy điều, khoản, điểm này trong văn bản: 1 lệnh" in brief
    assert "Cách xử lý: Kiểm tra bản gốc" in brief


def test_what_operations_of_an_act_have_in_common_is_said_once() -> None:
    refused = next(c for c in changes() if c.outcome is Outcome.REFUSED)
    why = Refusal(Reason.UNKNOWN_DOCUMENT, Message("{act} is not in hand", act="9/1999/QH10"))
    target = replace(refused.operation.target, document="9/1999/QH10", cited="Luật Thử")
    twins = [replace(refused, refusal=why, operation=replace(refused.operation, target=target)) for _ in range(3)]
    found = outlook.plan(amender(), twins, metas())
    assert found.count("Vì sao: Không có 9/1999/QH10 trong kho") == 1
    assert found.count("BỊ TỪ CHỐI") == 3 and "━━ 9/1999/QH10 Luật Thử" in found
    assert found.count("(cùng lệnh trên)") == 2


def test_headings_above_a_command_keep_their_lines() -> None:
    change = changes()[0]
    above = replace(change.operation, origin=replace(change.operation.origin, text="Sửa đổi một số điều như sau:\nBãi bỏ điểm a;"))
    found = terminal.change_lines(replace(change, operation=above), Speech("vi"), {})
    assert "  │ “Sửa đổi một số điều như sau:" in found and "  │ Bãi bỏ điểm a;”" in found


def test_a_refused_insertion_names_what_should_come_in() -> None:
    inserted = next(c for c in changes() if c.operation.action is Action.INSERT)
    refused = replace(inserted, outcome=Outcome.REFUSED, address=inserted.operation.target.address, before=(), after=())
    assert Speech("vi").subject(refused) == Speech("vi").subject(inserted) == "Điều 3a (vào sau Điều 3)"


def test_colour_strikes_and_underlines() -> None:
    found = outlook.plan(amender(), changes(), metas(), colour=True)
    assert "\x1b[31;9m" in found and "\x1b[32;4m" in found
    assert max(terminal.cells(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in found.splitlines()) <= 80
    assert all(line.count("\x1b[0m") * 2 == line.count("\x1b[") for line in found.splitlines())


def test_unchanged_lines_are_counted_not_printed() -> None:
    points = tuple(Provision(khoan("1", "x").kind, str(n), text=f"Dòng {n}.") for n in range(1, 8))
    change = replace(changes()[0], before=(khoan("0", "Cũ", *points),), after=(khoan("0", "Mới", *points),))
    found = "\n".join(terminal.change_lines(change, Speech("vi"), {}))
    assert "… 7 dòng không đổi …" in found and "Dòng 3" not in found


def test_a_changed_act_names_its_authority() -> None:
    assert f"! {REPORTED}: chỉ biết qua báo chí" in terminal.changed([split()], metas())
    assert "between 1 January 2026 and 1 March 2026" in terminal.changed([split()], metas(), language="en").replace("\n  ", " ")


def test_a_source_cannot_steer_the_terminal() -> None:
    change = changes()[5]
    evil = replace(change.operation, origin=replace(change.operation.origin, text="x\x1b[2Jy\u202ez\r\x07"))
    found = "\n".join(terminal.change_lines(replace(change, operation=evil), Speech("vi"), {}))
    assert "“x[2Jyz”" in found


def test_words_longer_than_the_line_are_cut_and_whole() -> None:
    lines = terminal.wrap([("x" * 200, "")], "  ", 80)
    assert max(map(len, lines)) <= 80
    assert "".join(line.strip() for line in lines) == "x" * 200


def test_a_table_keeps_its_width() -> None:
    found = terminal.table(["Số", "Vì sao"], [[AMENDER, "chữ " * 50]])
    assert max(map(len, found.splitlines())) <= 80
    assert found.count("chữ") == 50


def test_every_action_reason_status_and_outcome_has_a_name_in_both_languages() -> None:
    vi, en = Speech("vi"), Speech("en")
    for name, values in (("action", Action), ("reason", Reason), ("status", Status), ("outcome", Outcome), ("authority", Authority)):
        for value in values:
            said = getattr(vi, name)(value), getattr(en, name)(value)
            assert all(said) and said[0] != said[1], value
    assert {group_of(a) for a in Action} == set(GROUPS)
