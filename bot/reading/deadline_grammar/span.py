"""A span: a stretch of the calendar as the words name it, before anybody knows its year."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from bot.domain.school_year import PlanYear

MonthAndDay = tuple[int, int]
"""Month 0 is a month not named. A day below 1 counts back from the last: 0 is the last, -6 a week's start."""

Bounds = tuple[MonthAndDay, MonthAndDay]

LAST = 0
NO_DAY = 99  # no calendar has it
UNNAMED = 0
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"


class Scale(IntEnum):
    DAY = 1
    PART = 2  # a week, a decade, a beginning
    MONTH = 3
    SEASON = 4  # several months: quarter, term, half-year, season
    YEAR = 5


DAY, PART, MONTH, SEASON, YEAR = Scale  # a look into an Enum takes as long as making a small object


class Span(NamedTuple):
    bounds: Bounds
    scale: Scale
    year: PlanYear | None = None  # as written; the last month may lie in the year after
    more_years: int = 0  # «2021-2023 годы» are 2 more than one
    school: Bounds | None = None  # what the words mean in a school year, where that differs
    weekday: tuple[int, str] | None = None  # (-1, "FR"): the last Friday within the bounds; or of WORKDAYS
    to_end: bool = False  # «до …» it means up to its end («до конца марта»)
    following: bool = False  # «новый учебный год»: the one after the document's
    after_first: int | None = None  # calendar years after the document's first: «до 31 марта следующего года»
    of_month: bool = False  # «5 числа месяца»
    doubts: tuple[str, ...] = ()

    def doubting(self, *codes: str) -> Span:
        return Span(*self[:-1], self.doubts + codes) if codes else self

    def in_year(self, year: PlanYear) -> Span:
        return Span(self.bounds, self.scale, year, *self[3:])  # twice as fast as _replace

    @property
    def first_month(self) -> int:
        return self.bounds[0][0]


WEEKS = ((1, 7), (8, 14), (15, 21), (22, 28), (29, LAST))
DECADES = ((1, 10), (11, 20), (21, LAST))
HALVES = ((1, 15), (16, LAST))
PARTS = {"start": DECADES[0], "middle": DECADES[1], "end": DECADES[2]}

LESSONS: Bounds = ((9, 1), (5, 31))
SCHOOL_YEAR: Bounds = ((9, 1), (8, 31))
CALENDAR_YEAR: Bounds = ((1, 1), (12, 31))
QUARTERS: tuple[Bounds, ...] = tuple(((m, 1), (m + 2, LAST)) for m in (1, 4, 7, 10))
TERMS: tuple[Bounds, ...] = (((9, 1), (10, 31)), ((11, 1), (12, 31)), ((1, 1), (3, 31)), ((4, 1), (5, 31)))
TRIMESTERS: tuple[Bounds, ...] = (((9, 1), (11, 30)), ((12, 1), (2, LAST)), ((3, 1), (5, 31)))
CALENDAR_HALVES: tuple[Bounds, ...] = (((1, 1), (6, 30)), ((7, 1), (12, 31)))
SCHOOL_HALVES: tuple[Bounds, ...] = (((9, 1), (12, 31)), ((1, 1), (5, 31)))
SUMMER: Bounds = ((6, 1), (8, 31))


def day_span(month: int, day: int, year: PlanYear | None = None) -> Span:
    return Span(((month, day), (month, day)), DAY, year)


def month_span(month: int, year: PlanYear | None = None) -> Span:
    return Span(((month, 1), (month, LAST)), MONTH, year)


def part_span(month: int, days: tuple[int, int], year: PlanYear | None = None) -> Span:
    """Days of one month."""
    return Span(((month, days[0]), (month, days[1])), PART, year)


def joined(first: Span, last: Span) -> Span:
    """From the start of one to the end of the other, both of one month, quarter or year («1-2 неделя»)."""
    school = (first.school[0], last.school[1]) if first.school and last.school else None
    return first._replace(bounds=(first.bounds[0], last.bounds[1]), school=school, to_end=last.to_end)


def season_span(month: int, year: PlanYear | None = None) -> Span:
    """Three months from the given one; a winter begins in the December before its January."""
    return Span(((month, 1), ((month + 1) % 12 + 1, LAST)), SEASON, year)
