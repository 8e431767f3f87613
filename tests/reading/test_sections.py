"""Where a section begins, which words between tables are its title, and the time that it is for."""

from __future__ import annotations

import pytest

from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.blocks import Block, Paragraph
from bot.reading.outline import Outline
from bot.reading.plan_reader import read_plan
from bot.reading.section_times import Level, level_of, section_month, time_of, year_alone
from bot.reading.sections import begins_as_section
from bot.reading.tables import read_tables
from tests.reading.plain_tables import table

_HEADER = ["№", "Мероприятие", "Срок", "Кто"]


def _sections(*blocks: Block) -> list[str]:
    return [item.section for item in read_tables(blocks).activities]


def _two(first: list[str], second: list[str]) -> list[Block]:
    """Two tables alike, with lines above each."""
    above = [list(map(Paragraph, texts)) for texts in (first, second)]
    rows = table(_HEADER, ["1", "Совет", "май", "РМК"])
    return [*above[0], rows, *above[1], rows]


CAPTIONS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "plain lines": (
        ["План", "Работа с детьми"],
        ["Работа с родителями"],
        ["Работа с детьми", "Работа с родителями"],
    ),
    "with a full stop or a colon": (["План", "Дети:"], ["Родители и семья."], ["Дети:", "Родители и семья."]),
    "a risk each": (["План", "Риск 1. Кадры"], ["Риск 2. Учёба"], ["Риск 1. Кадры", "Риск 2. Учёба"]),
    "the name of a programme": (
        ["План на 2026 год"],
        ["Программа по направлению «Кадры»", "Цель: учить", "План мероприятий:"],
        ["", "Программа по направлению «Кадры»"],
    ),
    "years": (["План", "2026 год"], ["2027 год"], ["2026 год", "2027 год"]),
    "the plan's own year": (["План", "2026 год"], ["Работа с детьми"], ["", "Работа с детьми"]),
    "the plan's own title": (["План работы школы"], ["План работы с семьёй"], ["", "План работы с семьёй"]),
    "prose, a signature, an appendix": (
        ["План"],
        [
            "В школе проведён анализ, и по его итогам принято решение.",
            "Директор ____ Н. П. Карпова",
            "Приложение 2",
        ],
        ["", ""],
    ),
    "a month above its parts": (["План"], ["СЕНТЯБРЬ", "1. Кадры"], ["", "1. Кадры"]),
}


@pytest.mark.parametrize("name", CAPTIONS)
def test_which_words_between_tables_are_a_section(name: str) -> None:
    first, second, sections = CAPTIONS[name]
    assert _sections(*_two(first, second)) == sections


def test_words_that_open_a_section() -> None:
    opening = ("2. Кадры", "IV. Ресурсы", "Раздел первый", "II этап: внедрение", "Первый этап", "1-й модуль")
    others = ("2.1. Семинар", "Работа с кадрами", "Первый день", "5 класс")
    assert {text: begins_as_section(text) for text in (*opening, *others)} == {
        **dict.fromkeys(opening, True),
        **dict.fromkeys(others, False),
    }


def test_a_line_within_a_table_of_text_is_a_section_or_unread() -> None:
    text = "План на 2026 год\n\n№\tМероприятие\tСрок\tКто\nРабота с фондом\n1\tСверка\tмай\tРМК\n"
    text += "Учёт\n2\tЗаказ\tиюнь\tРМК\nРабота с читателями школы\n3\tЗапись\tиюль\tРМК"
    plan = read_plan(text.encode(), "план")
    assert [item.section for item in plan.activities] == [
        "Работа с фондом", "Работа с фондом", "Работа с читателями школы",
    ]  # fmt: skip
    assert plan.unread == ("Учёт",)


LEVELS = {
    "2026 год": Level.YEAR,
    "2026/27 учебный год": Level.YEAR,
    "I квартал": Level.PART,
    "Декабрь – январь": Level.PART,
    "СЕНТЯБРЬ": Level.MONTH,
    "5. Май 2027 г.": Level.MONTH,
    "Работа в мае": Level.OTHER,
    "2. Кадры": Level.OTHER,
}


def test_what_time_a_section_is_for() -> None:
    assert {title: level_of(title) for title in LEVELS} == LEVELS
    assert [time_of(title) for title in ("1. I четверть:", "Контроль", "МАЙ")] == ["I четверть", "", "МАЙ"]


YEARS: dict[str, PlanYear | None] = {
    "2026 год": CalendarYear(2026),
    "2026 г.": CalendarYear(2026),
    "2026-2027 учебный год": SchoolYear(2026),
    "2026/27 уч. г.": SchoolYear(2026),
    "2026-2028 годы": None,
    "План на 2026 год": None,
}


def test_a_year_alone() -> None:
    assert {text: year_alone(text) for text in YEARS} == YEARS


def test_a_section_named_after_a_month_gives_its_month() -> None:
    school = SchoolYear(2026)
    assert section_month("Сентябрь", school) == (2026, 9)
    assert section_month("5. Январь", school) == (2027, 1)
    assert section_month("МАЙ 2028 г.", None) == (2028, 5)
    assert section_month("Май", None) is None
    assert section_month("Мероприятия мая", school) is None


def test_sections_lie_in_a_time_that_has_no_rows_of_its_own() -> None:
    outline, seen = Outline(), []
    for title, holds in [
        ("2026 год", False), ("Май", False), ("1. Кадры", True), ("2. Дети", True), ("Июнь", True),
        ("3. Отчёты", True), ("2027 год", False), ("4. Сайт", True),
    ]:  # fmt: skip
        outline.open(title)
        seen.append(outline.times)
        if holds:
            outline.hold("1")
    year, last = ("2026 год",), ("2027 год",)
    may, june = (*year, "Май"), (*year, "Июнь")
    assert seen == [year, may, may, may, june, year, last, last]


TIMES = {
    "a year's row gives its year": (
        ["№\tМероприятие\tСрок\tКто", "2026 год", "1\tСовет\tмай\tРМК", "2027 год", "2\tКлуб\tмай\tРМК"],
        ["2026-05-01", "2027-05-01"],
    ),
    "months under their parts": (
        [
            "№\tМероприятие\tСрок\tКто", "СЕНТЯБРЬ 2026", "1. Кадры", "1.1\tСовет\t2 неделя\tРМК", "2. Дети",
            "2.1\tКлуб\t1 неделя\tРМК", "ОКТЯБРЬ 2026", "1. Кадры", "1.1\tСмотр\t1 неделя\tРМК",
        ],
        ["2026-09-08", "2026-09-01", "2026-10-01"],
    ),
    "months where no column is a deadline": (
        ["№\tМероприятие\tКто", "МАЙ 2026", "1\tСовет\tРМК", "2\tКлуб\tРМК", "Июнь 2026", "1\tСмотр\tРМК"],
        ["2026-05-01", "2026-05-01", "2026-06-01"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TIMES)
def test_the_time_of_a_section_is_that_of_its_rows(name: str) -> None:
    lines, starts = TIMES[name]
    plan = read_plan("\n".join(["План на 2026-2027 годы", "", *lines]).encode(), "план")
    assert [str(item.deadline.windows[0].start) for item in plan.activities] == starts


def test_numbers_that_begin_again_with_a_month_or_a_table_are_no_duplicates() -> None:
    months = "План на 2026 год\n\n№\tМероприятие\tСрок\tКто\nМАЙ\n1. Кадры\n1.1\tСовет\t1 неделя\tРМК\n"
    months += "ИЮНЬ\n1. Кадры\n1.1\tСмотр\t1 неделя\tРМК\n"
    rows = "\n".join(["№\tМероприятие\tСрок\tКто", "1\tСовет\tмай\tРМК", "2\tКлуб\tмай\tРМК"])
    for text in (months, f"План на 2026 год\n\n{rows}\n\n{rows.replace('Совет', 'Смотр')}"):
        codes = {doubt.code for doubt in read_plan(text.encode(), "план").doubts}
        assert not codes & {"duplicate_number", "month_unknown"}
