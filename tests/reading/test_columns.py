"""Which column is which: by the header, by looks, by the table before."""

from __future__ import annotations

import pytest

from bot.reading.blocks import Cell, Paragraph, Row, Table, row_of
from bot.reading.columns import Role
from bot.reading.headers import find_header, is_numbering
from bot.reading.tables import read_tables
from tests.reading.plain_tables import FIRST, HEADER, numbers_and_titles, read, table

HEADERS = {
    ("№", "Содержание работы", "Сроки выполнения", "Исполнители"): "number title deadline responsible",
    ("Мероприятия", "Отв.", "Дата проведения", "Результат выполнения мероприятия"): (
        "title responsible deadline result"
    ),
    ("№ п/п", "Выявленные проблемы", "Наименование мероприятий", "Сроки", "Ответственные", "Итог"): (
        "number problem title deadline responsible result"
    ),
    ("", "Направление деятельности", "Мероприятие", "Срок", "Кто", "Примечание"): (
        "number problem title deadline responsible other"
    ),
}


@pytest.mark.parametrize("cells", HEADERS)
def test_columns_are_told_by_the_words_of_the_header(cells: tuple[str, ...]) -> None:
    header = find_header(table(list(cells)).rows, 0)
    assert header is not None
    assert " ".join(column.role for column in header.columns) == HEADERS[cells]


NOT_HEADERS = [
    ["1.", "Мероприятия ко Дню учителя", "Срок до мая", "Ответственный за УВР", "Результаты в справке"],
    ["Мероприятие", "Телефон"],
    ["Семинар", "май", "РМК"],
]


@pytest.mark.parametrize("cells", NOT_HEADERS)
def test_a_row_that_speaks_of_deadlines_is_no_header(cells: list[str]) -> None:
    assert find_header(table(cells).rows, 0) is None


def test_the_row_of_column_numbers_is_part_of_the_header() -> None:
    assert is_numbering(row_of(["1", "2", "3"]))
    assert is_numbering(row_of(["", "2", "3"]))
    assert not is_numbering(row_of(["1", "", ""]))
    assert not is_numbering(row_of(["2", "3", "4"]))


@pytest.mark.parametrize(
    "top",
    [
        row_of(["№", "Мероприятие", "Результат", "Срок, годы", "Исполнитель"]),
        row_of(["№", "Мероприятие", "Результат", "", "Срок, годы", "", "Исполнитель"]),
        row_of(["№", "Мероприятие", "Результат", "Срок, годы", "Исполнитель", "", ""]),
        Row(
            (Cell("№"), Cell("Мероприятие"), Cell("Результат", 2), Cell("Срок, годы", 2), Cell("Исполнитель"))
        ),
    ],
)
def test_a_header_of_two_levels_with_a_column_for_each_year(top: Row) -> None:
    under = row_of(["", "", "наименование", "плановое значение", "2026 г.", "2027 г.", ""])
    body = row_of(["1", "Семинар", "Справка", "раз в год", "май", "июнь", "РМК"])
    item = read(Table((top, under, body))).activities[0]
    assert item.by_year == [(2026, "май"), (2027, "июнь")]
    assert item.texts == {
        Role.NUMBER: "1",
        Role.TITLE: "Семинар",
        Role.RESULT: "Справка; раз в год",
        Role.RESPONSIBLE: "РМК",
    }


def test_a_table_of_something_else_is_left_unread() -> None:
    other = table(
        ["Школа", "Учеников", "Класс", "Адрес", "Телефон"], ["Горкинская", "40", "5", "Лесная", "2-30"]
    )
    extract = read(other, table(HEADER, FIRST), Paragraph("Приложение"), other)
    assert numbers_and_titles(extract) == [("1.1.", "Семинар для")]
    assert extract.unread == [cell.text for _ in range(2) for row in other.rows for cell in row.cells]


def test_a_table_without_header_is_told_by_content() -> None:
    extract = read(
        table(
            ["1", "Семинар для учителей", "РМК", "до 10.10.2026", "Справка"],
            ["2", "Совет", "Отдел образования", "Ежемесячно", "Протокол"],
            ["Совет по итогам", "ОО", "май 2027 г."],
        )
    )
    assert extract.notes == [("header_lost", "")]
    assert [item.text(Role.DEADLINE) for item in extract.activities] == [
        "до 10.10.2026",
        "Ежемесячно",
        "май 2027 г.",
    ]
    assert [item.text(Role.RESPONSIBLE) for item in extract.activities] == ["РМК", "Отдел образования", "ОО"]


def test_column_numbers_alone_do_not_make_a_table_numbered() -> None:
    extract = read(
        table(HEADER, ["1", "2", "3", "4", "5"]),
        Paragraph("1. Первый"),
        table(["", "Семинар", "май", "РМК", ""], ["", "Совет", "июнь", "РМК", ""]),
    )
    assert [(item.section, item.numbered) for item in extract.activities] == [("1. Первый", False)] * 2


@pytest.mark.parametrize(
    ("start", "end", "phrase"),
    [
        ("01.09.2026", "30.09.2026", "01.09.2026 – 30.09.2026"),
        ("01.09.2026", "01.09.2026", "01.09.2026"),
        ("01.09.2026", "", "с 01.09.2026"),
        ("", "30.09.2026", "до 30.09.2026"),
    ],
)
def test_two_columns_for_the_sides_of_a_deadline(start: str, end: str, phrase: str) -> None:
    header = ["№", "Мероприятие", "Дата начала", "Дата окончания", "Кто"]
    (item,) = read_tables([table(header, ["1", "Семинар", start, end, "РМК"])]).activities
    assert item.text(Role.DEADLINE) == phrase
