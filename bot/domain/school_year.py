"""The two kinds of year a plan may live in, and how each places a month that was written without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_SEPTEMBER, _AUGUST = 9, 8


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A Russian school year, 1 September to 31 August; ``first`` is the calendar year in which it begins.

    Its quarters and halves are the usual ones; a district may set its own.
    """

    first: int

    @classmethod
    def of(cls, day: date) -> SchoolYear:
        return cls(day.year if day.month >= _SEPTEMBER else day.year - 1)

    @property
    def start(self) -> date:
        return date(self.first, 9, 1)

    @property
    def end(self) -> date:
        return date(self.first + 1, 8, 31)

    @property
    def lessons_end(self) -> date:
        return date(self.first + 1, 5, 31)

    @property
    def quarters(self) -> tuple[tuple[date, date], ...]:
        """First and last day of the four school quarters («четверти»)."""
        second = self.first + 1
        return (
            (self.start, date(self.first, 10, 31)),
            (date(self.first, 11, 1), date(self.first, 12, 31)),
            (date(second, 1, 1), date(second, 3, 31)),
            (date(second, 4, 1), self.lessons_end),
        )

    @property
    def halves(self) -> tuple[tuple[date, date], ...]:
        """First and last day of the two halves («полугодия»)."""
        return ((self.start, date(self.first, 12, 31)), (date(self.first + 1, 1, 1), self.lessons_end))

    def year_of(self, month: int) -> int:
        """The calendar year of a bare month; August is the one before the lessons, which prepares them."""
        return self.first if month >= _AUGUST else self.first + 1

    def __str__(self) -> str:
        return f"{self.first}-{self.first + 1}"


@dataclass(frozen=True, slots=True)
class CalendarYear:
    year: int

    @property
    def start(self) -> date:
        return date(self.year, 1, 1)

    @property
    def end(self) -> date:
        return date(self.year, 12, 31)

    def year_of(self, month: int) -> int:
        """The calendar year of a bare month: always this one."""
        return self.year

    def __str__(self) -> str:
        return str(self.year)


PlanYear = SchoolYear | CalendarYear


def parse_year(text: str) -> PlanYear:
    """«2021-2022» is a school year, «2024» a calendar year; anything else is a ValueError."""
    if match := re.fullmatch(r"\s*(\d{4})\s*[-–—/]\s*(\d{4})\s*", text):
        first, second = int(match[1]), int(match[2])
        if second == first + 1 and first >= 1:
            return SchoolYear(first)
    elif re.fullmatch(r"\s*\d{4}\s*", text) and int(text) >= 1:
        return CalendarYear(int(text))
    raise ValueError(f"not a year: {text!r}; expected 2021-2022 or 2024")


def next_month(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
