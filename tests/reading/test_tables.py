"""Rows, sections and torn rows, each as a small table of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table, row_of
from bot.reading.columns import Role
from bot.reading.extract import Extract
from bot.reading.headers import find_header, is_numbering
from bot.reading.tables import read_tables
from tests.reading.words import read_words, table_words

HEADER = ["№ п/п", "Мероприятие", "Срок", "Ответственные", "Ожидаемый результат"]
FIRST = ["1.1.", "Семинар для", "май 2027", "Отдел", "Приказ об"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(row_of(row) for row in rows))


def read(*blocks: Block) -> Extract:
    extract = read_tables(blocks)
    assert table_words(blocks) - read_words(extract) == Counter()
    return extract


def numbers_and_titles(extract: Extract) -> list[tuple[str, str]]:
    return [(item.text(Role.NUMBER), item.text(Role.TITLE)) for item in extract.activities]


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


TAILS = {
    "no number, the sentence goes on": ["", "учителей", "", "образования", "итогах"],
    "a false number": ["1.2.", "учителей", "", "", ""],
    "only one cell goes on": ["", "", "", "образования", ""],
}


@pytest.mark.parametrize("name", TAILS)
def test_a_row_torn_by_a_page_is_whole_again(name: str) -> None:
    tail = TAILS[name]
    extract = read(table(HEADER, FIRST, HEADER, tail, ["1.3.", "Совет", "июнь", "РМК", "Протокол"]))
    assert [item.rows for item in extract.activities] == [[1, 3], [4]]
    whole = ["\n".join(filter(None, pair)) for pair in zip(FIRST[1:], tail[1:], strict=True)]
    assert list(extract.activities[0].texts.values()) == ["1.1.", *whole]
    assert extract.unread == [tail[0]] * bool(tail[0])


OWN = {
    "its own number and a capital": ["1.2.", "Учителям", "май", "РМК", "Отчёт"],
    "a numbered list in small letters": ["1.2.", "учителям", "май", "РМК", "Отчёт"],
    "a lost number": ["", "Учителям", "май", "РМК", "Отчёт"],
    "a lost title": ["", "", "май", "РМК", "Отчёт"],
    "a lost number before small letters": ["", "учителям", "май", "РМК", "Отчёт"],
}


@pytest.mark.parametrize("name", OWN)
def test_a_row_that_stands_on_its_own_is_not_joined(name: str) -> None:
    extract = read(table(HEADER, FIRST, OWN[name]))
    assert [item.rows for item in extract.activities] == [[1], [2]]


def test_a_tail_with_the_rest_of_a_deadline_and_a_party_is_joined_with_a_doubt() -> None:
    head = ["1.1.", "Семинар для", "В течение 2026-2027", "Отдел", "Приказ"]
    (item,) = read(table(HEADER, head, ["", "учителей", "учебного года", "образования", ""])).activities
    assert item.text(Role.DEADLINE) == "В течение 2026-2027\nучебного года"
    assert item.notes == [("rows_joined", "учителей")]


def test_a_tail_whose_column_is_told_by_its_looks_alone_is_joined_with_a_doubt() -> None:
    (item,) = read(table(HEADER, FIRST, ["молодых коллег"])).activities
    assert item.text(Role.TITLE) == "Семинар для\nмолодых коллег"
    assert item.notes == [("rows_joined", "молодых коллег")]


@pytest.mark.parametrize(
    ("head", "rest", "whole"),
    [
        ("ноябрь-", "декабрь 2026", "ноябрь-декабрь 2026"),
        ("Приказ, прото-", "колы жюри", "Приказ, протоколы жюри"),
        ("педагоги-", "психологи", "педагоги-психологи"),
        ("Учителя-предмет-", "ники", "Учителя-предметники"),
        ("2026-", "2027", "2026-2027"),
    ],
)
def test_a_hyphen_at_a_pages_end_stays_where_it_is_the_words_own(head: str, rest: str, whole: str) -> None:
    rows = ["1.1.", "Семинар для", "май", "РМК", head], ["", "учителей", "", "", rest]
    (item,) = read_tables([table(HEADER, *rows)]).activities
    assert item.text(Role.RESULT) == whole


def test_a_tail_does_not_cross_a_section() -> None:
    extract = read(
        table(HEADER, FIRST), Paragraph("2. Второй"), table(HEADER, ["", "учителей", "", "РМК", ""])
    )
    assert [item.section for item in extract.activities] == ["", "2. Второй"]


def test_a_result_that_slid_below_goes_back_with_a_doubt() -> None:
    slid = ["1.2.", "Совет", "июнь", "РМК", "итогах семинара Протокол совета"]
    first, second = read(table(HEADER, FIRST, HEADER, slid)).activities
    assert (first.text(Role.RESULT), second.text(Role.RESULT)) == (
        "Приказ об\nитогах семинара",
        "Протокол совета",
    )
    assert second.notes == [("cell_slid", "итогах семинара")]


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


def test_a_row_moved_to_the_left_over_lost_cells_goes_back() -> None:
    lost = ["Совет", "до 10.10.2026", "РМК", "Протокол", ""]
    item = read(table(HEADER, FIRST, lost)).activities[1]
    assert [
        item.text(role) for role in (Role.NUMBER, Role.TITLE, Role.DEADLINE, Role.RESPONSIBLE, Role.RESULT)
    ] == [
        "",
        *lost[:4],
    ]


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


def test_a_section_at_the_foot_of_a_page_is_told_by_the_row_on_the_next() -> None:
    foot = ["2", "Кадры", "", "", ""]
    pages = (
        table(HEADER, ["1.1", "Совет", "май", "РМК", "Акт"], foot),
        table(HEADER, ["1", "2", "3", "4", "5"], ["2.1", "Клуб", "июнь", "ОО", "План"]),
    )
    extract = read(*pages)
    assert extract.sections == ["2 Кадры"]
    assert numbers_and_titles(extract) == [("1.1", "Совет"), ("2.1", "Клуб")]


def test_a_row_torn_by_the_last_page_is_whole_again_where_its_cells_tell() -> None:
    page = table(
        HEADER, ["1.1", "Совет", "май", "РМК", "Акт"], ["1.2", "Отчёт о", "до 20", "Отдел образован", "Акт"]
    )
    tail = ["", "работе школ", "мая 2027", "ия", ""]
    extract = read_tables([page, table(tail)])
    assert [item.rows for item in extract.activities] == [[1], [2, 0]]
    assert extract.activities[1].text(Role.DEADLINE) == "до 20\nмая 2027"
    assert extract.notes == []
    lonely = read(page, table(["работе школ"]))
    assert lonely.activities[1].text(Role.TITLE) == "Отчёт о\nработе школ"
    assert lonely.activities[1].notes == [("rows_joined", "работе школ")]


def test_the_tail_of_a_title_alone_on_the_last_page_is_told_of() -> None:
    """A page with one text on it has no columns that could say of which cell that is the rest."""
    page = table(HEADER, ["1.1", "Отчёт о работе", "май", "РМК", "Справка"])
    extract = read(page, table(["для молодых специалистов"]))
    assert extract.unread == ["для молодых специалистов"]
    assert extract.notes == [("torn_row", "для молодых специалистов")]
    assert read(page, Paragraph("Приложение"), table(["Начальник отдела"])).notes == []
