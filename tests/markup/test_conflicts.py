"""What a merge of Git leaves behind is no text of anybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lawtrack.markup import FormatError, read, read_errata, read_ledger

ACT = """---
format: 1
number: 1/2021/NĐ-CP
kind: nghị định
title: Chợ
language: vi
authority: official
---

# NGHỊ ĐỊNH. Chợ

#### Điều 1. Tên

- **1.** Một.
<<<<<<< HEAD
- **2.** Hai.
=======
- **2.** Hai mới.
>>>>>>> 12ab
"""
LEDGER = """format: 1
act: 1/2021/NĐ-CP
<<<<<<< HEAD
language: vi
=======
language: en
>>>>>>> 12ab
operations: []
"""
ERRATA = """format: 1

errata:
<<<<<<< HEAD
  - on: 2026-11-21
=======
  - on: 2026-11-22
>>>>>>> 12ab
    at: dieu-1
    find: a
    why: b
"""


@pytest.mark.parametrize(("reader", "text", "line"), [(read, ACT, 15), (read_ledger, LEDGER, 3), (read_errata, ERRATA, 4)])
def test_a_conflict_is_named_with_its_line_and_its_remedy(reader: Callable[[str, str], object], text: str, line: int) -> None:
    with pytest.raises(FormatError) as caught:
        reader(text, "a")
    assert (caught.value.line, caught.value.path) == (line, "a")
    assert "nobody has chosen" in caught.value.message and "git merge --abort" in caught.value.remedy
