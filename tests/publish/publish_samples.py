"""Small acts in the style of real ones, and what an amending act does to them, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lawtrack.law import (
    Action,
    Address,
    Authority,
    Bounded,
    Change,
    Document,
    Edition,
    Effect,
    Event,
    Kind,
    Meta,
    Operation,
    Origin,
    Outcome,
    Position,
    Provision,
    Reason,
    Refusal,
    State,
    Status,
    Target,
)
from lawtrack.publish.model import Entry, SiteModel

LAW, AMENDER, REPORTED = "11/2019/QH14", "21/2022/QH15", "33/2025/QH15"


def dieu(label: str, heading: str, *children: Provision) -> Provision:
    return Provision(Kind.DIEU, label, heading, children=children)


def khoan(label: str, text: str, *children: Provision) -> Provision:
    return Provision(Kind.KHOAN, label, text=text, children=children)


def diem(label: str, text: str) -> Provision:
    return Provision(Kind.DIEM, label, text=text)


def doan(text: str) -> Provision:
    return Provision(Kind.DOAN, text=text)


def chuong(label: str, heading: str, *children: Provision) -> Provision:
    return Provision(Kind.CHUONG, label, heading, children=children)


def root(*children: Provision) -> Provision:
    return Provision(Kind.VAN_BAN, children=children)


ART_2 = dieu(
    "2",
    "Giải thích từ ngữ",
    khoan("1", "Cây xanh đường phố là cây trồng trên vỉa hè, dải phân cách."),
    khoan(
        "2",
        "Chăm sóc cây xanh gồm các việc sau đây:",
        diem("a", "Tưới nước, bón phân;"),
        diem("đ", "Cắt tỉa cành khô, cành sâu bệnh;"),
        diem("e", "Quét vôi gốc cây."),
    ),
    khoan("3", "Vườn ươm là nơi nhân giống cây."),
    khoan("4", "Bãi bỏ trước đây."),
)
ART_5 = dieu("5", "Quỹ cây xanh", doan("Quỹ cây xanh do Ủy ban nhân dân cấp tỉnh lập theo quy định tại Điều 2 của Luật này."))
TABLE = Provision(
    Kind.PHU_LUC,
    "I",
    "Danh mục cây cấm trồng",
    children=(
        Provision(
            Kind.BANG,
            children=(
                Provision(Kind.HANG, cells=("STT", "Tên cây", "Lý do")),
                Provision(Kind.HANG, "1", cells=("1", "Cây trúc đào", "Có độc")),
                Provision(Kind.HANG, "2", cells=("2", "Cây bàng sữa", "〃")),
            ),
        ),
    ),
)


def law() -> Document:
    """The law as enacted."""
    return Document(
        Meta(
            LAW,
            "luật",
            "Cây xanh đô thị",
            "Quốc hội",
            issued=date(2019, 6, 14),
            effective=date(2020, 1, 1),
            source=_source("cay-xanh.txt"),
        ),
        root(
            chuong(
                "I",
                "QUY ĐỊNH CHUNG",
                dieu("1", "Phạm vi điều chỉnh", doan("Luật này quy định về trồng, chăm sóc và bảo vệ cây xanh tại đô thị.")),
                ART_2,
                dieu("3", "Nguyên tắc", khoan("1", "Trồng đúng mùa."), khoan("2", "Bảo vệ cây cổ thụ, cây di sản.")),
            ),
            chuong("II", "TỔ CHỨC THỰC HIỆN", dieu("4", "Trách nhiệm của Bộ", doan("Bộ ban hành danh mục cây cấm trồng.")), ART_5),
            TABLE,
        ),
        head=("QUỐC HỘI", f"Luật số: {LAW}"),
        preamble=("Căn cứ Hiến pháp;", "Quốc hội ban hành Luật Cây xanh đô thị."),
        tail=("Luật này được Quốc hội thông qua ngày 14 tháng 6 năm 2019.",),
    )


def _source(name: str):  # type: ignore[no-untyped-def]
    from lawtrack.law import Source

    return Source(name, "0" * 64)


def english() -> Document:
    """A translation of two articles of the law."""
    return Document(
        Meta(LAW, "luật", "Urban trees", "National Assembly", effective=date(2020, 1, 1), language="en", authority=Authority.TRANSLATION),
        root(
            chuong(
                "I",
                "GENERAL PROVISIONS",
                dieu("1", "Scope", doan("This Law provides for planting, care and protection of trees in towns.")),
                dieu(
                    "2",
                    "Terms",
                    khoan("1", "Street trees are trees on pavements."),
                    khoan("2", "Care comprises:", diem("a", "Watering;"), Provision(Kind.DIEM, "đ", text="Pruning;", mark="dd)")),
                ),
            )
        ),
    )


def amender() -> Document:
    """An amending act, in force on 01/01/2023."""
    return Document(
        Meta(
            AMENDER,
            "luật",
            "sửa đổi, bổ sung một số điều của Luật Cây xanh đô thị",
            "Quốc hội",
            issued=date(2022, 6, 15),
            effective=date(2023, 1, 1),
            amends=(LAW,),
        ),
        root(
            dieu(
                "1",
                "Sửa đổi, bổ sung một số điều của Luật Cây xanh đô thị",
                khoan("1", "Sửa đổi, bổ sung khoản 2 Điều 2 như sau:"),
                khoan("2", "Bổ sung Điều 3a vào sau Điều 3 như sau:"),
                khoan("3", "Bãi bỏ khoản 4 Điều 2."),
                khoan("4", "Thay thế cụm từ “cây di sản” bằng cụm từ “cây được bảo tồn” tại khoản 2 Điều 3."),
                khoan("5", "Bãi bỏ các quy định về phí cắt tỉa tại Điều 4."),
                khoan("6", "Sửa đổi khoản 9 Điều 3 như sau:"),
                khoan("7", "Sửa đổi Điều 4 như sau:"),
            ),
            dieu("2", "Hiệu lực thi hành", doan("Luật này có hiệu lực từ ngày 01 tháng 01 năm 2023.")),
        ),
    )


def reported() -> Document:
    """An act known from press reports: its effect is bounded."""
    return Document(
        Meta(
            REPORTED,
            "luật",
            "sửa đổi Luật Cây xanh đô thị",
            "Quốc hội",
            issued=date(2025, 12, 10),
            effective=date(2026, 1, 1),
            authority=Authority.REPORTED,
        ),
        root(dieu("1", "Tách quỹ", khoan("1", "Quỹ cây xanh được tách thành hai quỹ."))),
    )


NEW_2_2 = khoan(
    "2",
    "Chăm sóc cây xanh đô thị gồm các việc sau đây:",
    diem("a", "Tưới nước, bón phân hữu cơ;"),
    diem("đ", "Cắt tỉa cành khô, cành sâu bệnh;"),
    diem("e", "Quét vôi gốc cây;"),
    diem("g", "Gắn biển tên cây."),
)
NEW_3A = dieu("3a", "Cây cổ thụ", khoan("1", "Cây trên một trăm năm tuổi là cây cổ thụ."), khoan("2", "Không được đốn hạ cây cổ thụ."))
NEW_5 = dieu(
    "5",
    "Quỹ cây xanh và quỹ công viên",
    khoan("1", "Quỹ cây xanh do Ủy ban nhân dân cấp tỉnh lập."),
    khoan("2", "Quỹ công viên do Bộ quản lý."),
)
OLD_3_2, NEW_3_2 = khoan("2", "Bảo vệ cây cổ thụ, cây di sản."), khoan("2", "Bảo vệ cây cổ thụ, cây được bảo tồn.")

PLAIN_EFFECT = Effect(date(2023, 1, 1), basis="Luật này có hiệu lực từ ngày 01 tháng 01 năm 2023.")
BOUNDED = Effect(Bounded(date(2026, 1, 1), date(2026, 3, 1), "không rõ khoản nào quy định"))


def op(n: int, action: Action, target: str, text: str, by: str = AMENDER, effect: Effect = PLAIN_EFFECT, **more: object) -> Operation:
    source = Address.parse(f"dieu-1.khoan-{n}")
    return Operation(
        f"{by}#{source}/1", Origin(by, source, 0, len(text), text), action, Target(LAW, Address.parse(target)), effect, n, **more
    )  # type: ignore[arg-type]


def changes() -> tuple[Change, ...]:
    """What the amending act does: four operations applied, one left to an editor, one refused."""
    day = date(2023, 1, 1)
    a = Address.parse
    return (
        Change(
            op(1, Action.SUBSTITUTE, "dieu-2.khoan-2", "Sửa đổi, bổ sung khoản 2 Điều 2 như sau:", payload=(NEW_2_2,)),
            Outcome.APPLIED,
            day,
            a("dieu-2.khoan-2"),
            (ART_2.children[1],),
            (NEW_2_2,),
        ),
        Change(
            op(2, Action.INSERT, "dieu-3", "Bổ sung Điều 3a vào sau Điều 3 như sau:", payload=(NEW_3A,), position=Position.AFTER),
            Outcome.APPLIED,
            day,
            a("dieu-3a"),
            (),
            (NEW_3A,),
        ),
        Change(
            op(3, Action.REPEAL, "dieu-2.khoan-4", "Bãi bỏ khoản 4 Điều 2."),
            Outcome.APPLIED,
            day,
            a("dieu-2.khoan-4"),
            (ART_2.children[3],),
            (Provision(Kind.KHOAN, "4", state=State.REPEALED),),
        ),
        Change(
            op(
                4,
                Action.REPLACE_TEXT,
                "dieu-3.khoan-2",
                "Thay thế cụm từ “cây di sản” bằng cụm từ “cây được bảo tồn” tại khoản 2 Điều 3.",
                find="cây di sản",
                put="cây được bảo tồn",
            ),
            Outcome.APPLIED,
            day,
            a("dieu-3.khoan-2"),
            (OLD_3_2,),
            (NEW_3_2,),
        ),
        Change(
            op(5, Action.MANUAL, "dieu-4", "Bãi bỏ các quy định về phí cắt tỉa tại Điều 4."),
            Outcome.MANUAL,
            refusal=Refusal(Reason.DESCRIPTIVE, "Nội dung được mô tả, không được trích dẫn.", remedy="Ghi thao tác vào sổ."),
        ),
        Change(
            op(6, Action.SUBSTITUTE, "dieu-3.khoan-9", "Sửa đổi khoản 9 Điều 3 như sau:"),
            Outcome.REFUSED,
            refusal=Refusal(
                Reason.TARGET_MISSING,
                "Điều 3 không có khoản 9.",
                expected="khoản 9",
                found="khoản 1, khoản 2",
                remedy="Kiểm tra bản gốc của văn bản sửa đổi.",
            ),
        ),
    )


def split() -> Change:
    """The change of the reported act: between 01/01/2026 and 01/3/2026 nobody knows whether it holds."""
    return Change(
        op(1, Action.SUBSTITUTE, "dieu-5", "Quỹ cây xanh được tách thành hai quỹ.", REPORTED, BOUNDED, payload=(NEW_5,)),
        Outcome.APPLIED,
        date(2026, 3, 1),
        Address.parse("dieu-5"),
        (ART_5,),
        (NEW_5,),
    )


def pending() -> Change:
    """A change whose day hangs on an event."""
    return Change(
        op(
            7,
            Action.SUBSTITUTE,
            "dieu-4",
            "Sửa đổi Điều 4 như sau:",
            effect=Effect(Event("khi Luật Đô thị có hiệu lực")),
        ),
        Outcome.APPLIED,
        None,
        Address.parse("dieu-4"),
        (law().body.children[1].children[0],),
        (dieu("4", "Trách nhiệm của Bộ", doan("Bộ ban hành danh mục cây khuyến khích trồng.")),),
    )


def replaced(node: Provision, old: Provision, *new: Provision) -> Provision:
    """The tree with `old` exchanged for `new`."""
    children: list[Provision] = []
    for child in node.children:
        children += new if child == old else (replaced(child, old, *new),)
    return replace(node, children=tuple(children))


def amended() -> Document:
    """The law as the amending act makes it."""
    base = law()
    cause = f"{AMENDER}#dieu-1.khoan-1/1"
    body = replaced(base.body, ART_2.children[1], replace(NEW_2_2, causes=(cause,)))
    body = replaced(body, ART_2.children[3], Provision(Kind.KHOAN, "4", state=State.REPEALED, causes=(f"{AMENDER}#dieu-1.khoan-3/1",)))
    body = replaced(body, OLD_3_2, replace(NEW_3_2, causes=(f"{AMENDER}#dieu-1.khoan-4/1",)))
    after = next(c for c in body.children[0].children if c.label == "3")
    body = replaced(body, after, after, replace(NEW_3A, causes=(f"{AMENDER}#dieu-1.khoan-2/1",)))
    return replace(base, body=body)


def with_split() -> Document:
    """The law with the fund split."""
    base = amended()
    return replace(base, body=replaced(base.body, ART_5, replace(NEW_5, causes=(f"{REPORTED}#dieu-1.khoan-1/1",))))


def editions() -> tuple[Edition, ...]:
    """The law on each of its days."""
    made, fund = changes(), split()
    applied = tuple(c for c in made if c.outcome is Outcome.APPLIED)
    refused = tuple(c for c in made if c.outcome is not Outcome.APPLIED)
    partly = Status.PARTLY_EXPIRED
    return (
        Edition(law(), date(2020, 1, 1), Status.IN_FORCE, coming=(*applied, fund), refused=refused),
        Edition(amended(), date(2023, 1, 1), partly, f"sửa đổi bởi {AMENDER}", applied=applied, coming=(fund,), refused=refused),
        Edition(
            amended(),
            date(2026, 1, 1),
            Status.UNCERTAIN,
            "chưa rõ ngày có hiệu lực",
            with_split(),
            (fund,),
            applied,
            refused=refused,
        ),
        Edition(with_split(), date(2026, 3, 1), partly, f"sửa đổi bởi {REPORTED}", applied=(*applied, fund), refused=refused),
    )


def metas() -> dict[str, Meta]:
    """The acts by key."""
    return {d.key: d.meta for d in (law(), amender(), reported())}


def model(at: date = date(2025, 12, 20), base: str = "https://luat.example/") -> SiteModel:
    """A site of the law in two languages, its amending act, and the reported one."""
    received = (*changes(), split(), pending())
    return SiteModel(
        at,
        (
            Entry(law(), editions(), received=received),
            Entry(english(), (Edition(english(), date(2020, 1, 1), Status.IN_FORCE),)),
            Entry(amender(), (Edition(amender(), date(2023, 1, 1), Status.IN_FORCE),), made=(*changes(), pending())),
            Entry(reported(), (Edition(reported(), date(2026, 1, 1), Status.NOT_YET),), made=(split(),)),
        ),
        "Luật qua thời gian",
        base,
        markdown=lambda document: f"# {document.meta.number}\n",
    )
