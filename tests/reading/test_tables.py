"""Tables become sections and activities, and no word of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table, row_of
from bot.reading.columns import Role
from tests.reading.plain_tables import FIRST, HEADER, numbers_and_titles, read, table


def test_sections_stand_in_the_table_above_it_or_beside_a_number() -> None:
    extract = read(
        table(HEADER, ["1. Первый", "", "", "", ""], FIRST),
        Paragraph("2. Второй"),
        table(["2.1.", "Совет", "июнь", "РМК", ""]),
        Paragraph("Раздел III"),
        table(
            HEADER,
            ["3.1", "Клуб", "июль", "РМК", ""],
            ["4", "Четвёртый", "", "", ""],
            ["4.1", "Сайт", "май", "", ""],
        ),
    )
    assert extract.sections == ["1. Первый", "2. Второй", "Раздел III", "4 Четвёртый"]
    assert [item.section for item in extract.activities] == extract.sections
    assert [item.table for item in extract.activities] == [0, 1, 2, 2]


def test_an_activity_of_several_lines_under_one_merged_title() -> None:
    merged = Row(
        (Cell("1", continues=True), Cell("Мониторинг", continues=True), Cell("до 1 июня"), Cell("ОО"))
    )
    first = row_of(["1", "Мониторинг", "до 1 мая", "РМК"])
    (item,) = read(Table((row_of(HEADER[:4]), first, merged))).activities
    assert (item.text(Role.DEADLINE), item.text(Role.RESPONSIBLE)) == ("до 1 мая\nдо 1 июня", "РМК\nОО")


def test_a_party_merged_over_rows_answers_for_each() -> None:
    rows = (
        row_of(HEADER[:4]),
        row_of(["1", "Семинар", "май", "РМК"]),
        Row((Cell("2"), Cell("Совет"), Cell("июнь"), Cell("РМК", continues=True))),
    )
    assert [item.text(Role.RESPONSIBLE) for item in read(Table(rows)).activities] == ["РМК", "РМК"]


_BODY = ["Семинар учителей", "для школ", "до 10.10.2026", "май", "2026", "РМК", "ОО", "Приказ"]

_CELLS = st.sampled_from(["", "1.", "1.2.", "2", *HEADER, *_BODY])

_CELL = st.builds(Cell, _CELLS, st.sampled_from([1, 1, 1, 2, 5]), st.just(False))

_ROWS = st.lists(st.lists(_CELL, max_size=7), max_size=9)


@given(st.lists(_ROWS, max_size=3), st.booleans())
def test_every_word_of_every_table_is_kept(tables: list[list[list[Cell]]], headed: bool) -> None:
    blocks: list[Block] = []
    for rows in tables:
        head = (row_of(HEADER),) if headed else ()
        blocks += [Paragraph("2. Раздел"), Table((*head, *(Row(tuple(cells)) for cells in rows)))]
    read(*blocks)


SECTION_ROWS = {
    "merged over the row": ["Раздел первый", "", "", "", ""],
    "a number that the next one goes below": ["1", "Раздел первый", "", "", ""],
    "a number of another kind": ["I.", "Раздел первый", "", "", ""],
    "in the column of titles": ["", "Кадровые вопросы", "", "", ""],
    "a merged cell that the export repeated": ["Раздел первый"] * 5,
}


@pytest.mark.parametrize("name", SECTION_ROWS)
def test_a_row_is_a_section(name: str) -> None:
    extract = read(table(HEADER, SECTION_ROWS[name], FIRST, ["1.2.", "Совет", "июнь", "РМК", "Протокол"]))
    title = SECTION_ROWS[name][0] or SECTION_ROWS[name][1]
    joined = " ".join(SECTION_ROWS[name][:2]) if len(title) < 3 else title
    assert extract.sections == [joined]
    assert numbers_and_titles(extract) == [("1.1.", "Семинар для"), ("1.2.", "Совет")]


def test_a_section_at_the_foot_of_a_page_is_told_by_the_row_on_the_next() -> None:
    foot = ["2", "Кадры", "", "", ""]
    pages = (
        table(HEADER, ["1.1", "Совет", "май", "РМК", "Акт"], foot),
        table(HEADER, ["1", "2", "3", "4", "5"], ["2.1", "Клуб", "июнь", "ОО", "План"]),
    )
    extract = read(*pages)
    assert extract.sections == ["2 Кадры"]
    assert numbers_and_titles(extract) == [("1.1", "Совет"), ("2.1", "Клуб")]


DOUBTED_ROWS = {
    "a list of activities in one cell": (
        table(["Месяц", "Мероприятие", "Кто"], ["Май", "1.Праздник книги 2.Досуг «Клад».", "РМК"]),
        [("several_in_one", "1.Праздник книги 2.Досуг «Клад».")],
    ),
    "an agenda": (
        table(["Месяц", "Мероприятие", "Кто"], ["Май", "Совет с повесткой: 1. Итоги. 2. План.", "РМК"]),
        [],
    ),
    "parts of a row that has its number": (
        table(HEADER[:4], ["1", "1. Собрать отчёты. 2. Обсудить их.", "май", "РМК"]),
        [],
    ),
    "a deadline of the row above": (
        table(["Месяц", "Мероприятие", "Кто"], ["Май", "Совет", "РМК"], ["", "Клуб", "РМК"]),
        [("deadline_above", "Май")],
    ),
    "a deadline that was forgotten": (
        table(HEADER[:4], ["1", "Совет", "май", "РМК"], ["2", "Клуб", "", "РМК"]),
        [],
    ),
}


@pytest.mark.parametrize("name", DOUBTED_ROWS)
def test_a_row_is_doubted(name: str) -> None:
    rows, notes = DOUBTED_ROWS[name]
    assert read(rows).activities[-1].notes == notes
