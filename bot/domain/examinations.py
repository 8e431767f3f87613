"""An expert examines a school twice in the year of a plan, and writes down what was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.plan import Period
from bot.domain.reminders import Days
from bot.domain.school_year import SchoolYear

NUMBERS = (1, 2)
_BEFORE_THE_DAY = tuple(timedelta(days=days) for days in (14, 3, 0))
MAX_WORDS = 1200  # characters: both fit one message


@dataclass(frozen=True, slots=True)
class Examination:
    number: int
    held_on: date
    who: str
    words: str


def due_on(number: int, period: Period, today: date) -> date:
    """The last day for an examination: the first half of the plan's school year, and before its end."""
    year = SchoolYear.of(period.end or today)
    return date(year.first, 12, 31) if number == 1 else date(year.first + 1, 5, 31)


def is_reminded(last_day: date, days: Days) -> bool:
    """Two weeks and three days before the last day of an examination, and on it."""
    return days.today <= last_day and days.any_of(last_day - before for before in _BEFORE_THE_DAY)
