"""The cost of an operation does not grow with the act: two hundred of them on a long code cost no more than a few walks through it."""

from time import process_time

from engine_samples import BASE as NUMBER
from engine_samples import DAY, act, article, clause, insert_after, law, operation, point

from lawtrack.law import Action, Operation
from lawtrack.law.address import index

SENTENCE = "Tổ chức, cá nhân thực hiện theo quy định của pháp luật về quản lý chợ dân sinh và các quy định khác có liên quan. "


def test_two_hundred_operations_on_a_long_code() -> None:
    long = act(
        *(
            article(str(n), f"Điều khoản {n}", *(clause(str(k), SENTENCE, *(point(p, SENTENCE) for p in "abc")) for k in range(1, 4)))
            for n in range(1, 501)
        )
    )
    assert sum(len(u.text) for u in long.body.walk()) > 600_000
    found: list[Operation] = []
    for n in range(1, 501, 10):
        found += [
            operation(Action.SUBSTITUTE, f"dieu-{n}.khoan-1", clause("1", "Mới.")),
            insert_after(f"dieu-{n}", article(f"{n}a", "Thêm")),
            operation(Action.REPEAL, f"dieu-{n}.khoan-2.diem-b"),
            operation(Action.REPLACE_TEXT, f"dieu-{n}.khoan-3", find="chợ dân sinh", put="chợ"),
        ]
    start = process_time()
    index(long.body)
    walk = process_time() - start
    start = process_time()
    built = law(long, *found)
    changes = built.changes(NUMBER)
    built.edition(NUMBER, DAY)
    spent = process_time() - start
    assert len(changes) == 200 and not any(c.refusal for c in changes)
    assert spent < 25 * walk, f"{spent:.3f} s for 200 operations, {walk:.3f} s for one walk"
