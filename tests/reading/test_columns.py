"""Which column is which: by the header, by looks, by the table before."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.domain.school_year import SchoolYear
from bot.reading.blocks import Cell, Paragraph, Row, Table, row_of
from bot.reading.columns import Role, header_role
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.reading.headers import find_header, is_numbering
from bot.reading.labelled import read_labelled
from bot.reading.tables import read_tables
from tests.reading.plain_tables import FIRST, HEADER, numbers_and_titles, read, table

_SCHOOL = DeadlineContext(year=SchoolYear(2026))

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


ONE_WORD = {
    "title": ("Дела, события", "Шаги", "Вопросы", "Пути решения", "Механизм реализации", "Объект контроля"),
    "deadline": ("Дедлайн", "Дата", "Неделя", "Месяц, неделя", "Крайний срок", "Временной период"),
    "responsible": ("Организаторы", "Куратор", "Координатор", "Соисполнители", "Ф.И.О. ответственного"),
    "result": ("Форма завершения", "Форма контроля", "Где рассматривается", "Вид документа", "Отчётность"),
    "other": (
        "Стоимость работ",
        "Последствия",
        "Связь с показателями",
        "Риски нереализации",
        "Фактический срок",
    ),
}


@pytest.mark.parametrize(("role", "words"), ONE_WORD.items())
def test_other_words_for_a_column(role: str, words: tuple[str, ...]) -> None:
    assert {word: header_role(word) for word in words} == dict.fromkeys(words, Role(role))


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


SIDES = {
    ("01.09.2026", "30.09.2026"): "01.09.2026 – 30.09.2026",
    ("01.09.2026", "01.09.2026"): "01.09.2026",
    ("01.09.2026", ""): "с 01.09.2026",
    ("", "30.09.2026"): "до 30.09.2026",
    ("сентябрь", "-"): "сентябрь",
    ("3-я неделя мая", ""): "3-я неделя мая",
    ("март, май", ""): "март, май",
    ("", "IV квартал"): "по IV квартал",
    ("", "конец мая"): "по конец мая",
    ("", "ежемесячно"): "ежемесячно",
    ("с 15.09", "до 15.10"): "с 15.09 до 15.10",
    ("сентября", "по май"): "с сентября по май",
    ("с 15.09", "15.10"): "с 15.09 по 15.10",
}


@pytest.mark.parametrize(("start", "end"), SIDES)
def test_two_columns_for_the_sides_of_a_deadline(start: str, end: str) -> None:
    header = ["№", "Мероприятие", "Дата начала", "Дата окончания", "Кто"]
    (item,) = read_tables([table(header, ["1", "Семинар", start, end, "РМК"])]).activities
    assert item.text(Role.DEADLINE) == SIDES[start, end]
    assert item.notes == []


def test_a_stretch_from_several_days_is_doubted() -> None:
    header = ["№", "Мероприятие", "Начало", "Окончание", "Кто"]
    (item,) = read_tables([table(header, ["1", "Семинар", "март, май", "июнь", "РМК"])]).activities
    assert item.notes == [("list_or_range", "март, май – июнь")]


SPANS = ["15.09.2026", "октябрь", "май", "2-я неделя ноября", "начало марта", "I четверть", "II полугодие"]
SPANS += ["IV квартал", "1 декада апреля", "зима", "2027 год", "конец мая 2027 г.", "сентябрь 2026"]


@pytest.mark.parametrize("side", SPANS)
def test_a_side_alone_ends_with_its_last_day_or_is_its_whole_time(side: str) -> None:
    own = read_deadline(side, _SCHOOL)
    (whole,) = own.windows
    start, end = (
        read_deadline(item.text(Role.DEADLINE), _SCHOOL)
        for sides in ([side, ""], ["", side])
        for item in read_tables(
            [table(["Мероприятие", "Начало", "Окончание", "Кто"], ["Семинар", *sides, "РМК"])]
        ).activities
    )
    assert (end.kind, end.windows) == (DeadlineKind.BY, (Window(None, whole.end),))
    day = own.kind is DeadlineKind.DATE
    assert start.windows == ((Window(whole.start, None),) if day else own.windows)


def test_occasions_are_understood_one_by_one() -> None:
    read = partial(read_labelled, context=_SCHOOL)
    may, june = Window(date(2027, 5, 1), date(2027, 5, 31)), Window(None, date(2027, 6, 1))
    both = (may._replace(label="9 класс"), june._replace(label="11 класс"))
    assert read([("9 класс", "май"), ("11 класс", "до 1 июня")]) == Deadline(
        "9 класс: май; 11 класс: до 1 июня", DeadlineKind.PERIODS, both
    )
    assert read([("9 класс", "май"), ("11 класс", "-")]) == Deadline(
        "9 класс: май", DeadlineKind.PERIOD, both[:1]
    )
    assert read([("9 класс", "май"), ("11 класс", "май")]) == Deadline("май", DeadlineKind.PERIOD, (may,))
    assert read([("9 класс", "еженедельно"), ("11 класс", "май")]).doubts == ("frequency_dropped",)
    assert read([("9 класс", "еженедельно"), ("11 класс", "еженедельно ")]).rule == "FREQ=WEEKLY"
    assert read([("9 класс", ""), ("11 класс", "-")]).doubts == ("no_deadline",)
