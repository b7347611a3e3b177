"""Quotations without label or title, and quotations of titles: what they are read as, and what stays refused."""

from __future__ import annotations

import pytest
from amend_samples import amending, operations, read

CASES = {
    "the word for title governs the whole list, and each point quotes one": (
        "1. Sửa đổi, bổ sung tên Điều 5, Điều 6 và Điều 9 như sau:\na) “Điều 5. Nuôi cá”;\n"
        "b) “Điều 6. Thả cá - Mã: V.01”;\nc) “Điều 9. Bán cá”.",
        [
            "retitle “Nuôi cá” on dieu-5 (heading)",
            "retitle “Thả cá - Mã: V.01” on dieu-6 (heading)",
            "retitle “Bán cá” on dieu-9 (heading)",
        ],
    ),
    "a title of two paragraphs is not taken, nor its first line": (
        "1. Sửa đổi, bổ sung tên Điều 5, Điều 6 như sau:\na) “Điều 5. Nuôi cá - Mã số:\nV.09.02.01”;\nb) “Điều 6. Thả cá”.",
        ["refused(label-mismatch) dieu-5 (heading)", "retitle “Thả cá” on dieu-6 (heading)", "refused(label-mismatch) dieu-6"],
    ),
    "a title that is quoted with a clause nobody names": (
        "1. Sửa đổi tiêu đề Điều 8 như sau:\n“Điều 8. Bờ ao\n1. Bờ cao một mét.”.",
        ["refused(label-mismatch) dieu-8 (heading)", "refused(label-mismatch) dieu-8"],
    ),
    "a title that ends with a full stop": (
        "8. Sửa đổi, bổ sung Điều 8 như sau:\na) Sửa đổi, bổ sung tiêu đề Điều 8 như sau:\n“Điều 8. Bờ ao theo Luật số 12/2015/QH13.”.\n"
        "b) Sửa đổi, bổ sung khoản 1 như sau:\n“1. Một.”.",
        ["retitle “Bờ ao theo Luật số 12/2015/QH13.” on dieu-8 (heading)", "substitute dieu-8.khoan-1"],
    ),
    "a paragraph without label and title for an article": (
        "1. Sửa đổi, bổ sung Điều 1 như sau:\n“Luật này quy định việc nuôi cá.”.",
        ["substitute dieu-1 (body)"],
    ),
    "words that are no sentence may be the title": (
        "1. Sửa đổi, bổ sung Điều 1 như sau:\n“Nuôi cá”.",
        ["refused(label-mismatch) dieu-1", "refused(label-mismatch) dieu-1"],
    ),
    "all clauses of an article, counted up from the first": (
        "1. Sửa đổi, bổ sung Điều 5 như sau:\n“1. Một.\n2. Hai.\n3. Ba.”.",
        ["substitute dieu-5 (body)"],
    ),
    "clauses that do not begin with the first": (
        "1. Sửa đổi, bổ sung Điều 5 như sau:\n“2. Hai.\n3. Ba.”.",
        ["refused(label-mismatch) dieu-5", "refused(label-mismatch) dieu-5"],
    ),
    "one clause for an article": (
        "1. Sửa đổi, bổ sung Điều 5 như sau:\n“1. Một.”.",
        ["refused(label-mismatch) dieu-5", "refused(label-mismatch) dieu-5"],
    ),
    "a new article needs its title": (
        "1. Bổ sung Điều 5a như sau:\n“Ao chung do xã quản lý.”.",
        ["refused(label-mismatch) dieu-5a", "refused(label-mismatch) dieu-5a"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_quotation(name: str) -> None:
    text, expected = CASES[name]
    assert operations(text) == expected


def test_the_words_of_an_article_without_its_title_are_all_there() -> None:
    (op,) = read(amending("1. Sửa đổi, bổ sung Điều 5 như sau:\n“1. Một.\n2. Hai.”.")).operations
    (article,) = op.payload
    assert (article.label, article.heading, [c.text for c in article.children]) == ("5", "", ["Một.", "Hai."])
