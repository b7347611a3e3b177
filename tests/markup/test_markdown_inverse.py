"""Writing and reading canonical Markdown are exact inverses, for every document of the model."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from strategies import acts, documents, texts, units

from lawtrack.law import Document, Kind, Meta, Provision
from lawtrack.markup import read, read_units, write, write_units

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a document shrinks for minutes
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60, phases=NO_SHRINKING)


@SLOW
@given(documents())
def test_a_document_comes_back(document: Document) -> None:
    text = write(document)
    assert read(text) == document
    assert write(read(text)) == text


def test_a_form_behind_the_closing_lines_belongs_to_no_annex_in_front_of_them() -> None:
    annex = Provision(Kind.PHU_LUC, "I", "Danh mục ao")
    article = Provision(Kind.DIEU, "1", "Ao", children=(annex,))
    body = Provision(Kind.VAN_BAN, children=(article, Provision(Kind.MAU, "01", "Đơn xin đào ao")))
    document = Document(Meta("1/2020/NĐ-CP"), body, tail=("CHỦ TỊCH",))
    assert read(write(document)) == document


@given(acts())
def test_an_orderly_act_needs_no_notes(act: Document) -> None:
    text = write(act)
    assert read(text) == act
    assert "*(" not in text


@SLOW
@given(st.lists(units(), max_size=3).map(tuple), st.sampled_from(("vi", "en")))
def test_a_payload_comes_back(payload: tuple[Provision, ...], language: str) -> None:
    text = write_units(payload, language)
    assert read_units(text, language=language) == payload
    assert write_units(read_units(text, language=language), language) == text


@settings(max_examples=150)
@given(texts(1))
@example("1. Doanh nghiệp")
@example("    bốn dấu cách")
@example("<script>alert(1)</script>")
@example("a\\")
@example("--- | ---")
@example("_* hai dấu khác nhau")
@example("một *_ hai _* ba")
def test_any_text_stands_anywhere(words: str) -> None:
    """As khoản, điểm, bullet, paragraph, cell, heading, quotation, recital and line of the head."""
    item = Provision(Kind.KHOAN, "1", text=words, children=(Provision(Kind.GACH, text=words), Provision(Kind.DOAN, text=words)))
    table = Provision(Kind.BANG, children=(Provision(Kind.HANG, cells=("", words)), Provision(Kind.HANG, cells=("", words))))
    quotation = Provision(Kind.TRICH, text=f"{words}\n{words}\n\n{words}")
    article = Provision(Kind.DIEU, "1", words, children=(Provision(Kind.DOAN, text=words), item, table, quotation))
    document = Document(Meta("1/2020/NĐ-CP", title=words), Provision(Kind.VAN_BAN, children=(article,)), (words,), (words,), (words,))
    text = write(document)
    assert read(text) == document
    # Nothing in a file of ours can become HTML, code or a link in a viewer.
    body = text.split("\n---\n", 1)[1]
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(body)
    for tag in ("<script", "<code", "<pre", "<a ", "<img", "<b>", "<ol"):
        assert tag not in rendered
