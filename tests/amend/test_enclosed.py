"""What an amending act gives in its annexes: which annex or form takes which place, and what is refused."""

import pytest
from amend_samples import document, read, short

FORM = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN XIN ĐÀO AO\nKính gửi: Ủy ban nhân dân xã.\nTôi là: ......"


def annexes(*parts: str) -> str:
    return "\n".join(parts)


def form(label: str, words: str = FORM) -> str:
    return f"{label}\n{words}"


ONE = annexes("Phụ lục I", "CÁC MẪU ĐƠN", "(Kèm theo Luật này)", form("Mẫu số 02"), form("Mẫu số 04"), form("Mẫu số 05"))
LISTED = annexes(
    "Phụ lục I",
    "CÁC MẪU ĐƠN",
    "(Kèm theo Luật này)",
    "Mẫu số 02 Đơn xin đào ao",
    "Mẫu số 04 Đơn xin thả cá",
    form("Mẫu số 02"),
    form("Mẫu số 04"),
)
TWO = annexes(ONE, "Phụ lục II", "CÁC MẪU TỜ KHAI", "(Kèm theo Luật này)", form("Mẫu số 02"), form("Mẫu số 03"))


def commanded(command: str, enclosed: str) -> list[str]:
    act = document(
        f"""
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. {command}
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
{enclosed}
"""
    )
    return [f"{short(op)}: {', '.join(u.label for u in op.payload)}" if op.payload else short(op) for op in read(act).operations]


CASES: dict[str, tuple[str, str, list[str]]] = {
    "an annex by the annex of the same number": (
        "Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Luật này.",
        ONE,
        ["substitute phu-luc-i: I"],
    ),
    "an annex by one of another number": (
        "Thay thế Phụ lục III bằng Phụ lục I ban hành kèm theo Luật này.",
        ONE,
        ["substitute phu-luc-iii: I"],
    ),
    "forms in pairs": (
        "Thay thế các Mẫu số 02, 04 Phụ lục III bằng lần lượt các Mẫu số 04, 05 Phụ lục I ban hành kèm theo Luật này.",
        ONE,
        ["substitute phu-luc-iii.mau-02: 04", "substitute phu-luc-iii.mau-04: 05"],
    ),
    "forms of two annexes, the annex said behind the last of each": (
        "Thay thế Mẫu số 09 Phụ lục V, Mẫu số 02 và Mẫu số 03 Phụ lục III tương ứng bằng Mẫu số 02, Mẫu số 04 và Mẫu số 05 Phụ lục I "
        "ban hành kèm theo Luật này.",
        ONE,
        ["substitute phu-luc-v.mau-09: 02", "substitute phu-luc-iii.mau-02: 04", "substitute phu-luc-iii.mau-03: 05"],
    ),
    "one form becomes another of this act": (
        "Sửa Mẫu số 9 thành Mẫu số 05 ban hành kèm theo Luật này.",
        ONE,
        ["substitute mau-9: 05"],
    ),
    "the annex that holds the form of the same number": (
        "Sửa đổi, bổ sung Mẫu số 02, 04 Phụ lục III (theo mẫu tại Phụ lục I kèm theo Luật này).",
        TWO,
        ["substitute phu-luc-iii.mau-02: 02", "substitute phu-luc-iii.mau-04: 04"],
    ),
    "forms given anew": (
        "Sửa đổi và ban hành kèm theo các Mẫu số 02, 04 của Luật Ao hồ số 12/2015/QH13.",
        ONE,
        ["substitute mau-02: 02", "substitute mau-04: 04"],
    ),
    "forms that come in behind another": (
        "Bổ sung Mẫu số 04, Mẫu số 05 vào sau Mẫu số 03 tại Phụ lục II ban hành kèm theo Luật Ao hồ số 12/2015/QH13.",
        ONE,
        ["insert after phu-luc-ii.mau-03: mau-04 mau-05: 04, 05"],
    ),
    "a form into an annex": (
        "Bổ sung Mẫu số 05 vào Phụ lục III.",
        ONE,
        ["insert into phu-luc-iii: mau-05: 05"],
    ),
    "what a form is about is no end of its place": (
        "Bổ sung Mẫu số 04 về việc xin đào ao theo Điều 7 vào Phụ lục III.",
        ONE,
        ["insert into phu-luc-iii: mau-04: 04"],
    ),
    "what an annex is about stands in front of its neighbour": (
        "Bổ sung Phụ lục I về các mẫu đơn vào sau Phụ lục IV.",
        ONE,
        ["insert after phu-luc-iv: phu-luc-I: I"],
    ),
    "what forms are about stands in front of their annex": (
        "Bãi bỏ Mẫu số 02 về ao, Mẫu số 03 về cá quy định tại Phụ lục II.",
        ONE,
        ["repeal phu-luc-ii.mau-02", "repeal phu-luc-ii.mau-03"],
    ),
    "what a form is about stands in front of its successor": (
        "Sửa đổi Mẫu số 02 về ao thành Mẫu số 04 ban hành kèm theo Luật này.",
        ONE,
        ["substitute mau-02: 04"],
    ),
    "an annex and the forms of another come in": (
        "Bổ sung Phụ lục II, các Mẫu số 04, 05 Phụ lục I ban hành kèm theo Luật này.",
        TWO,
        ["insert into act: phu-luc-II: II", "insert into phu-luc-i: mau-04 mau-05: 04, 05"],
    ),
    "the list of forms tells where numbers are left out": (
        "Thay thế Mẫu số 02 bằng Mẫu số 02 ban hành kèm theo Luật này.",
        LISTED,
        ["substitute mau-02: 02"],
    ),
    # -- refused
    "a form that stands in two annexes": (
        "Thay thế Mẫu số 02 Phụ lục III bằng Mẫu số 02 ban hành kèm theo Luật này.",
        TWO,
        ["refused(payload-unreadable) phu-luc-iii.mau-02"],
    ),
    "a form that is not there": (
        "Thay thế Mẫu số 07 Phụ lục III bằng Mẫu số 07 ban hành kèm theo Luật này.",
        ONE,
        ["refused(payload-missing) phu-luc-iii.mau-07"],
    ),
    "one form more than those that come in": (
        "Thay thế Mẫu số 02, Mẫu số 03, Mẫu số 04 bằng Mẫu số 02 và Mẫu số 04 Phụ lục I ban hành kèm theo Luật này.",
        ONE,
        ["refused(target-ambiguous) mau-02", "refused(target-ambiguous) mau-03", "refused(target-ambiguous) mau-04"],
    ),
    "a form whose successor has lost its heading": (
        "Thay thế Mẫu số 02, Mẫu số 03 bằng Mẫu số 02, Mẫu số 03 Phụ lục I ban hành kèm theo Luật này.",
        ONE,
        ["refused(payload-unreadable) mau-02", "refused(payload-missing) mau-03"],
    ),
    "a form whose successor in the list has lost its heading": (
        "Thay thế Mẫu số 02 bằng Mẫu số 02 ban hành kèm theo Luật này.",
        LISTED.replace("Mẫu số 04 Đơn", "Mẫu số 03 Đơn xin nuôi cá\nMẫu số 04 Đơn"),
        ["refused(payload-unreadable) mau-02"],
    ),
    "a form that holds a line like the heading of another": (
        "Thay thế Mẫu số 02 bằng Mẫu số 02 ban hành kèm theo Luật này.",
        ONE.replace("Mẫu số 04\n", "Mẫu 03]\nKính gửi: ......\nMẫu số 04\n"),
        ["refused(payload-unreadable) mau-02"],
    ),
    "a form that another act gives": (
        "Thay thế Mẫu số 02 bằng Mẫu số 02 ban hành kèm theo Nghị định số 10/2020/NĐ-CP.",
        ONE,
        ["refused(unsupported) mau-02"],
    ),
    "a form and an annex with a comma between": (
        "Bãi bỏ Mẫu số 02, Phụ lục III.",
        ONE,
        ["refused(target-ambiguous) mau-02", "repeal phu-luc-iii"],
    ),
    "a part of a form": (
        "Thay thế mục 2 Mẫu số 02 bằng Mẫu số 02 ban hành kèm theo Luật này.",
        ONE,
        ["refused(unsupported) mau-02.muc-2"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_commanded(name: str) -> None:
    command, enclosed, expected = CASES[name]
    assert commanded(command, enclosed) == expected


def test_words_announced_and_not_quoted_are_not_looked_for_in_the_annexes() -> None:
    assert commanded("Sửa đổi, bổ sung Mẫu số 02 như sau:", ONE) == ["refused(payload-missing) mau-02"]


def test_nor_are_words_that_may_stand_below_without_quotation_marks() -> None:
    told = commanded("Sửa đổi, bổ sung Mẫu số 02\na) Kính gửi: Ủy ban nhân dân xã;\nb) Tôi là: ......", ONE)
    assert "refused(payload-missing) mau-02" in told
    assert not any(line.startswith("substitute") for line in told)
