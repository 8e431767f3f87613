"""CSV and TSV, whatever sign parts the cells and whatever the cells hold."""

from __future__ import annotations

import csv
import io

import pytest

from bot.reading.blocks import Paragraph, Table
from bot.reading.delimited import delimited_blocks
from bot.reading.documents import read_document

PLAN = [
    ["План на 2026-2027 учебный год", "", "", ""],
    ["", "", "", ""],
    ["№", "Мероприятие", "Срок", "Ответственные"],
    ["1. Кадры", "", "", ""],
    ["1.1", 'Семинар "Точка роста"; разбор,\nпоказ', "май, июнь", "РМК,\nОО"],
    ["1.2", "Совет|клуб", "до 01.02.2027", "МБОУ «СОШ № 1»"],
]


def written(sign: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(PLAN)
    return out.getvalue()


@pytest.mark.parametrize("sign", list(";,|\t^~¦"))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_any_sign_in_any_encoding_gives_the_same_table(sign: str, encoding: str) -> None:
    if sign == "¦" and encoding != "utf-8":
        sign = ";"
    title, table = read_document(written(sign).encode(encoding))
    assert title == Paragraph(PLAN[0][0])
    assert isinstance(table, Table)
    assert [[cell.text.replace("\r\n", "\n") for cell in row.cells] for row in table.rows] == PLAN[2:]


def test_the_line_in_which_excel_names_the_sign_is_obeyed() -> None:
    assert delimited_blocks("sep=!\nа!б!в\n") is not None
    assert delimited_blocks("sep=;\r\n" + written(";")) == delimited_blocks(written(";"))


def test_quotation_marks_of_words_do_not_swallow_rows() -> None:
    table = read_document('№;Мероприятие;Срок\n1;"Точка роста;май\n2;Совет;июнь\n'.encode())[0]
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [
        ["1", '"Точка роста', "май"],
        ["2", "Совет", "июнь"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Цели, задачи, сроки.\nСеминар для учителей; совет.\nИтоги, в том числе, за год, по школам\n",
        "План, утверждён, вчера\n№\tМероприятие\tСрок\n1\tСеминар, клуб, совет\tмай\n",
        "слово",
    ],
)
def test_prose_and_tabs_are_left_to_plain_text(text: str) -> None:
    assert delimited_blocks(text) is None


MARKDOWN = """# План на 2026-2027 учебный год

| № | Мероприятие | Срок |
|---|:-----------|------|
| 1 | Семинар **учителей** | май |
| 2 | Совет | июнь |
"""
FRAMED = """План на 2026-2027 учебный год
┌───┬─────────────┬──────┐
│ № │ Мероприятие │ Срок │
├───┼─────────────┼──────┤
│ 1 │ Семинар     │ май  │
│   │ учителей    │      │
├───┼─────────────┼──────┤
│ 2 │ Совет       │ июнь │
└───┴─────────────┴──────┘
"""


@pytest.mark.parametrize(
    "text", [MARKDOWN, FRAMED, FRAMED.translate(str.maketrans("│├┼─┌┬┐└┴┘┤", "|++-+++++++"))]
)
def test_tables_drawn_with_signs(text: str) -> None:
    title, table = read_document(text.encode())
    assert isinstance(title, Paragraph)
    assert title.text == PLAN[0][0]
    assert isinstance(table, Table)
    rows = [[cell.line.replace("**", "") for cell in row.cells] for row in table.rows]
    assert rows == [["№", "Мероприятие", "Срок"], ["1", "Семинар учителей", "май"], ["2", "Совет", "июнь"]]
