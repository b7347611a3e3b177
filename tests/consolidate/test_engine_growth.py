"""The work of an operation does not grow with the act: calls are counted for a hundred more of them, on a code and on one twice as long."""

import sys
from types import FrameType

from engine_samples import BASE as NUMBER
from engine_samples import DAY, act, article, clause, insert_after, law, operation, point

from lawtrack.law import Action, Operation

SENTENCE = "Tổ chức, cá nhân thực hiện theo quy định của pháp luật về quản lý chợ dân sinh và các quy định khác có liên quan. "


def calls(articles: int, touched: int) -> int:
    """How many functions are called to apply four operations to each of the touched articles."""
    long = act(
        *(
            article(str(n), f"Điều khoản {n}", *(clause(str(k), SENTENCE, *(point(p, SENTENCE) for p in "abc")) for k in range(1, 4)))
            for n in range(1, articles + 1)
        )
    )
    found: list[Operation] = []
    for n in range(1, 1 + 4 * touched, 4):
        found += [
            operation(Action.SUBSTITUTE, f"dieu-{n}.khoan-1", clause("1", "Mới.")),
            insert_after(f"dieu-{n}", article(f"{n}a", "Thêm")),
            operation(Action.REPEAL, f"dieu-{n}.khoan-2.diem-b"),
            operation(Action.REPLACE_TEXT, f"dieu-{n}.khoan-3", find="chợ dân sinh", put="chợ"),
        ]
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        built = law(long, *found)
        changes = built.changes(NUMBER)
        built.edition(NUMBER, DAY)
    finally:
        sys.setprofile(None)
    assert len(changes) == 4 * touched and not any(c.refusal for c in changes)
    return count


def test_an_operation_costs_the_same_on_a_longer_code() -> None:
    short = calls(200, 50) - calls(200, 25)
    long = calls(400, 50) - calls(400, 25)
    assert long < 1.5 * short, f"{long} calls for a hundred operations on 400 articles, {short} on 200"
