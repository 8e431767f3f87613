"""The title, year and period that a plan states of itself."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.blocks import Block, Paragraph
from bot.reading.heading import (
    find_title,
    guessed_year,
    stated_period,
    stretch_in_prose,
    titled_month,
    titled_year,
    year_in_prose,
)
from bot.reading.plan_reader import read_plan


def paragraphs(*texts: str) -> list[Block]:
    return [Paragraph(text) for text in texts]


TITLES = {
    ("Приложение", "ПЛАН", "мероприятий («дорожная карта»)", "на 2026 год", "Цель: …"): (
        "ПЛАН мероприятий («дорожная карта») на 2026 год"
    ),
    ("Дорожная карта района", "Раздел I"): "Дорожная карта района",
    ("«Дорожная карта»", "по поддержке школ"): "«Дорожная карта» по поддержке школ",
    ("Планируется улучшить школы", "Муниципальный план поддержки"): "Муниципальный план поддержки",
    (
        "План-график мероприятий",
        "в 2026 –",
        "2027 учебном году",
    ): "План-график мероприятий в 2026 – 2027 учебном году",
    ("ПЛАН ПРОВЕДЕНИЯ", "НЕДЕЛИ НАУКИ", "(с 20.04.26 - 25.04.2026г.)", "ЦЕЛЬ: УЧИТЬ"): (
        "ПЛАН ПРОВЕДЕНИЯ НЕДЕЛИ НАУКИ (с 20.04.26 - 25.04.2026г.)"
    ),
    ("Годовой календарный план школы", "2026 год"): "Годовой календарный план школы",
    ("Антирисковая программа «Кадры»", "Дорожная карта"): "Антирисковая программа «Кадры»",
    ("Мероприятия по охране труда", "План работы"): "План работы",
    ("Перечень основных мероприятий",): "Перечень основных мероприятий",
    ("Соглашение по охране труда",): "Соглашение по охране труда",
    ("Настоящий план разработан школой",): "",
    ("Утверждаю", "Начальник отдела"): "",
}


@pytest.mark.parametrize("texts", TITLES)
def test_a_title_goes_on_while_lines_begin_small(texts: tuple[str, ...]) -> None:
    assert find_title(paragraphs(*texts), None) == TITLES[texts]


YEARS: dict[str, PlanYear | None] = {
    "План на 2026-2027 учебный год": SchoolYear(2026),
    "План на 2026 – 2027 уч. г.": SchoolYear(2026),
    "План на 2026/27 учебный год": SchoolYear(2026),
    "План, учебный год 2026-27": SchoolYear(2026),
    "План на 2026 год": CalendarYear(2026),
    "План на 2026 г.": CalendarYear(2026),
    "План на 2026 календарный год": CalendarYear(2026),
    "План работы школы в 2026 году": CalendarYear(2026),
    "План на летний период 2026 года": CalendarYear(2026),
    "План Дня здоровья на 6 марта 2026 года": CalendarYear(2026),
    "План (март – декабрь 2026 г.)": CalendarYear(2026),
    "План с 01.09.2026 по 31.05.2027": SchoolYear(2026),
    "План (сентябрь 2026 г. – май 2028 г.)": None,
    "План на 2026-2028 годы": None,
    "План по итогам 2026 года": None,
    "План проведения ГИА в 2027 году": None,
    "План к переходу на ФГОС с 1 сентября 2026 года": None,
    "План на 2026-2028 учебный год": None,
}


@pytest.mark.parametrize("text", YEARS)
def test_the_year_that_a_title_states(text: str) -> None:
    assert titled_year(text) == YEARS[text]


PERIODS = {
    "План на 2026-2027 учебный год": (date(2026, 9, 1), date(2027, 8, 31)),
    "План на 2026-2028 годы": (date(2026, 1, 1), date(2028, 12, 31)),
    "План (сентябрь 2026 г. – май 2028 г.)": (date(2026, 9, 1), date(2028, 5, 31)),
    "План недели (с 20.04.26 - 25.04.2026г.)": (date(2026, 4, 20), date(2026, 4, 25)),
    "План на 2026 год (март – май 2026 г.)": (date(2026, 1, 1), date(2026, 12, 31)),
    "План проведения ГИА в 2027 году": (date(2026, 9, 1), date(2027, 8, 31)),
    "План": (None, None),
}


@pytest.mark.parametrize("text", PERIODS)
def test_the_period_that_a_title_states(text: str) -> None:
    assert stated_period(text, set()) == Period(*PERIODS[text])


def test_the_period_of_year_columns() -> None:
    assert stated_period("План", {2026, 2027}) == Period(date(2026, 1, 1), date(2027, 12, 31))


def test_the_words_above_the_table_state_the_year_where_they_say_little_else() -> None:
    assert year_in_prose(["2026 год", "Цель"]) == CalendarYear(2026)
    assert year_in_prose(["В 2026 году школа показала низкие результаты"]) is None
    lines = ["Приказ от 1 марта 2026 г.", "Сроки реализации: март – декабрь 2026 г."]
    assert stretch_in_prose(lines) == Period(date(2026, 3, 1), date(2026, 12, 31))


def test_a_plan_of_what_it_is_says_when_it_is_carried_out() -> None:
    about = "Программа\nСрок реализации\t2026-2027 учебный год\nЦель\tучить\n\nПлан мероприятий\n\n"
    rows = "№\tМероприятие\tСрок\tКто\n1\tСовет\tмай\tРМК\n"
    plan = read_plan((about + rows).encode(), "план")
    assert (plan.title, plan.period.start) == ("План мероприятий", date(2026, 9, 1))
    assert [str(item.deadline.windows[0].start) for item in plan.activities] == ["2027-05-01"]


def test_a_year_is_guessed_only_where_the_deadlines_name_one() -> None:
    assert guessed_year("План", ["май", "в течение 2026-2027 учебного года"]) == SchoolYear(2026)
    assert guessed_year("План", ["2026-2027 уч. год", "2027-2028 уч. год"]) is None
    assert guessed_year("План проведения ГИА в 2027 году", []) == SchoolYear(2026)
    assert guessed_year("План итоговой аттестации 2027 года", []) == SchoolYear(2026)
    assert guessed_year("План по итогам ГИА 2027 года", []) is None
    assert guessed_year("План работы 2026-2027", []) == SchoolYear(2026)
    assert guessed_year("План", ["декабрь 2026 г."]) is None


def test_a_plan_for_a_month() -> None:
    assert titled_month("План работы на сентябрь 2026 года") == (2026, 9)
    assert titled_month("План работы на сентябрь – октябрь 2026 года") is None
    assert titled_month("План на 2026 год") is None
    rows = "№\tМероприятие\tСрок\tКто\n1\tСовет\t2 неделя\tРМК\n"
    plan = read_plan(f"План работы на сентябрь 2026 года\n\n{rows}".encode(), "план")
    assert [str(item.deadline.windows[0].start) for item in plan.activities] == ["2026-09-08"]
