"""School years and calendar years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.school_year import CalendarYear, SchoolYear, parse_year

YEAR = SchoolYear(2021)


def test_a_school_year_runs_from_september_to_august() -> None:
    assert (YEAR.start, YEAR.lessons_end, YEAR.end) == (
        date(2021, 9, 1),
        date(2022, 5, 31),
        date(2022, 8, 31),
    )


def test_quarters_and_halves_fill_the_lessons_without_a_gap() -> None:
    for parts in (YEAR.quarters, YEAR.halves):
        assert parts[0][0] == YEAR.start
        assert parts[-1][1] == YEAR.lessons_end
        assert all((after[0] - before[1]).days == 1 for before, after in pairwise(parts))
    assert (len(YEAR.quarters), len(YEAR.halves)) == (4, 2)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_every_day_lies_in_its_school_year(day: date) -> None:
    year = SchoolYear.of(day)
    assert year.start <= day <= year.end


def test_a_bare_month_has_its_year_and_august_the_one_before_the_lessons() -> None:
    assert [YEAR.year_of(month) for month in range(1, 13)] == [2022] * 7 + [2021] * 5
    assert CalendarYear(2024).year_of(3) == 2024


@pytest.mark.parametrize(
    ("text", "year"),
    [("2021-2022", SchoolYear(2021)), (" 2021 – 2022 ", SchoolYear(2021)), ("2024", CalendarYear(2024))],
)
def test_years_are_parsed(text: str, year: SchoolYear | CalendarYear) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize("text", ["", "21", "2021-2023", "2022-2021", "0000", "0000-0001", "год"])
def test_anything_else_is_no_year(text: str) -> None:
    with pytest.raises(ValueError, match="not a year"):
        parse_year(text)


@given(st.integers(1990, 2060))
def test_a_year_reads_back_as_it_is_written(first: int) -> None:
    assert parse_year(str(SchoolYear(first))) == SchoolYear(first)
    assert parse_year(str(CalendarYear(first))) == CalendarYear(first)
