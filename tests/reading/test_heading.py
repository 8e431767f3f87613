"""The title, year and period that a plan states of itself."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.blocks import Block, Paragraph
from bot.reading.heading import find_title, guessed_year, stated_period, stated_year


def paragraphs(*texts: str) -> list[Block]:
    return [Paragraph(text) for text in texts]


TITLES = {
    ("Приложение", "ПЛАН", "мероприятий («дорожная карта»)", "на 2026 год", "Цель: …"): (
        "ПЛАН мероприятий («дорожная карта») на 2026 год"
    ),
    ("Дорожная карта района", "Раздел I"): "Дорожная карта района",
    ("«Дорожная карта»", "по поддержке школ"): "«Дорожная карта» по поддержке школ",
    ("Планируется улучшить школы", "Муниципальный план поддержки"): "Муниципальный план поддержки",
    ("Утверждаю", "Начальник отдела"): "",
}


@pytest.mark.parametrize("texts", TITLES)
def test_a_title_goes_on_while_lines_begin_small(texts: tuple[str, ...]) -> None:
    assert find_title(paragraphs(*texts), None) == TITLES[texts]


YEARS: dict[str, PlanYear | None] = {
    "План на 2026-2027 учебный год": SchoolYear(2026),
    "План на 2026 – 2027 уч. г.": SchoolYear(2026),
    "План на 2026/27 учебный год": SchoolYear(2026),
    "План на 2026 год": CalendarYear(2026),
    "План на 2026 г.": CalendarYear(2026),
    "План на 2026-2028 годы": None,
    "План по итогам 2026 года": None,
    "План на 2026-2028 учебный год": None,
}


@pytest.mark.parametrize("text", YEARS)
def test_the_year_that_a_title_states(text: str) -> None:
    assert stated_year(text) == YEARS[text]


def test_the_period_is_the_year_the_years_or_the_year_columns() -> None:
    assert stated_period("План на 2026-2027 учебный год", set()) == Period(
        date(2026, 9, 1), date(2027, 8, 31)
    )
    assert stated_period("План на 2026-2028 годы", set()) == Period(date(2026, 1, 1), date(2028, 12, 31))
    assert stated_period("План", {2026, 2027}) == Period(date(2026, 1, 1), date(2027, 12, 31))
    assert stated_period("План", set()) == Period(None, None)


def test_a_year_is_guessed_only_where_the_deadlines_name_one() -> None:
    assert guessed_year(["май", "в течение 2026-2027 учебного года"]) == SchoolYear(2026)
    assert guessed_year(["2026-2027 уч. год", "2027-2028 уч. год"]) is None
    assert guessed_year(["декабрь 2026 г."]) is None
