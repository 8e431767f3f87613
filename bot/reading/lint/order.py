"""Deadlines against what stands around them: their title, their section's month, the rows above and below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from bot.domain.deadlines import DeadlineKind, Window
from bot.reading.deadlines import read_deadline
from bot.reading.lint.days import YEAR, dates_of, other_year
from bot.reading.lint.facts import Facts, Found

_SHORT = 62  # days of a window that has a place in an order: two months
_MANY = 5  # other days of a section, which show how these go
_MONTH = 31
_FAR = 14  # days beyond the rows around, from which on a day among sorted ones is out of place
# «(в срок до 10 августа)», «срок: не позднее 10.08.2026»; not the day before which somebody was born.
_BY_DAY = re.compile(
    r"(?:\bсрок\w*\W{1,3}|\()((?:до|не\s+позднее)\s+\d{1,2}"
    r"(?:\.\d{1,2}(?:\.\d{4})?|\s+[а-я]+(?:\s+20\d\d)?))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),? \d{1,2} [а-я]+ 20\d\d",
    re.IGNORECASE,
)


def check_title_days(facts: Facts) -> Iterator[Found]:
    """The title names the day by which, the deadline's cell ends later; or a weekday that is another's."""
    for line in facts.lines:
        for day in _WEEKDAY.findall(line.item.title):
            if "weekday_mismatch" in read_deadline(day, line.context).doubts:
                yield Found(line.index, "weekday_mismatch", day)
        deadline, match = line.item.deadline, _BY_DAY.search(line.item.title)
        if match and deadline.kind is not DeadlineKind.RECURRING:
            named = dates_of(read_deadline(match[1], line.context))
            ends = dates_of(deadline)
            if named and ends and max(ends) > max(named):
                yield Found(line.index, "other_date", match[1])


def check_months(facts: Facts) -> Iterator[Found]:
    """«4 июня» below the heading «Май 2023»."""
    for line in facts.lines:
        month, windows = line.context.section_month, line.item.deadline.windows
        if month and windows and not any(_touches(window, month) for window in windows):
            yield Found(line.index, "other_month", line.item.deadline.phrase)


def _touches(window: Window, month: tuple[int, int]) -> bool:
    if not (isinstance(window.start, date) and isinstance(window.end, date)):
        return True  # open on one side, or of no known year
    first, last = ((day.year, day.month) for day in (window.start, window.end))
    return first <= month <= last


def check_neighbours(facts: Facts) -> Iterator[Found]:
    """19 May, 20 April, 21 May: one day far from its place in a section sorted by days, or from the rest."""
    for run in facts.runs:
        days = [
            (day, line)
            for line in run
            if line.item.deadline.kind is DeadlineKind.DATE and len(line.item.deadline.windows) == 1
            for day in dates_of(line.item.deadline)[:1]
        ]
        if len(days) <= _MANY:
            continue
        place = _out_of_order([day for day, _ in days])
        if place is None:
            place = _in_another_month([day for day, _ in days])
        if place is not None:
            line = days[place][1]
            yield Found(line.index, "out_of_order", line.item.deadline.phrase)


def _out_of_order(days: Sequence[date]) -> int | None:
    """The one place without which the days are sorted, if it is far from those around it."""
    falls = [place for place, (day, below) in enumerate(pairwise(days)) if below < day]
    if len(falls) != 1:
        return None
    spots = [place for place in (falls[0], falls[0] + 1) if _is_sorted([*days[:place], *days[place + 1 :]])]
    middle = median(day.toordinal() for day in days)
    odd = max(spots, key=lambda place: abs(days[place].toordinal() - middle), default=None)
    if odd is None:
        return None
    around = [days[place] for place in (odd - 1, odd + 1) if 0 <= place < len(days)]
    return odd if min(abs((day - days[odd]).days) for day in around) >= _FAR else None


def _in_another_month(days: Sequence[date]) -> int | None:
    """The one day that would stand among all others in their month: 20 April beside 19, 21 and 22 May."""
    for odd in (min(days), max(days)):
        rest = [day for day in days if day != odd]
        if len(rest) != len(days) - 1 or (max(rest) - min(rest)).days > _MONTH:
            continue
        among = (min(rest) + timedelta(n) for n in range((max(rest) - min(rest)).days + 1))
        if min(abs((day - odd).days) for day in rest) >= _FAR and any(day.day == odd.day for day in among):
            return days.index(odd)
    return None


def _is_sorted(days: Sequence[date]) -> bool:
    return all(day <= below for day, below in pairwise(days))


def check_order(facts: Facts) -> Iterator[Found]:
    """«Сентябрь 2020, октябрь 2020, февраль 2020»: who goes through a school year forgets to turn the year.

    Asked only where the plan names no period of its own, else such a day is outside of it anyway.
    """
    if facts.period.start is not None:
        return
    autumn: dict[int, int] = {}  # how many rows above lie in the autumn of a year, and in no earlier month
    earliest: dict[int, date] = {}
    for line in facts.lines:
        days = dates_of(line.item.deadline)
        if not days or len({day.year for day in days}) > 1 or not YEAR.search(line.item.deadline.phrase):
            continue
        day = min(days)
        if (max(days) - day).days > _SHORT or any(
            window.end is None for window in line.item.deadline.windows
        ):
            continue
        first = earliest.setdefault(day.year, day)
        if day.month >= first.month and day.month >= 8:
            autumn[day.year] = autumn.get(day.year, 0) + 1
        elif day.month <= 7 and first.month >= 8 and autumn.get(day.year, 0) >= 2:
            yield Found(line.index, "year_slip", line.item.deadline.phrase, other_year(facts, line, (1,)))
