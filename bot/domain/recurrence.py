"""The occurrences of a recurring deadline: each the period in which the work is to be done once.

The rules are those that the deadline reader writes, a small part of RFC 5545 without DTSTART:

========================================  ==================================================================
DAILY, INTERVAL=n                         every n-th day from the first
WEEKLY, INTERVAL=n                        n weeks, Monday to Sunday
WEEKLY;BYDAY=MO,TH                        those days
MONTHLY                                   each calendar month
MONTHLY;INTERVAL=3 (2, 4, 6)              each quarter (2, 4, 6 months) of a calendar year
MONTHLY;BYMONTHDAY=5                      by the 5th; a run of days (15,16,17) is one period
MONTHLY;BYDAY=-1FR                        that weekday
MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1  the last of these days, counted together
YEARLY                                    twelve months from the first day
YEARLY;BYMONTH=9,10                       each run of consecutive months; separate months are separate periods
YEARLY;BYMONTH=10,12,3,5                  the four school quarters, which end in these months
YEARLY;BYMONTH=12;BYMONTHDAY=1            by 1 December; BYDAY as above
========================================  ==================================================================
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.deadlines import Window
from bot.domain.school_year import SchoolYear

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TERM_ENDS = (10, 12, 3, 5)
_KNOWN = {
    "DAILY": {"INTERVAL"},
    "WEEKLY": {"INTERVAL", "BYDAY"},
    "MONTHLY": {"INTERVAL", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
    "YEARLY": {"INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
}

Span = tuple[date | None, date]


@dataclass(frozen=True, slots=True)
class _Rule:
    frequency: str
    interval: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()  # of the month; -1 is its last
    weekdays: tuple[tuple[int, int], ...] = ()  # (which of the month or 0 for each, Monday is 0)
    position: int = 0  # which of the month's days of these weekdays, 0 where each weekday says it itself


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(",")) if text else ()


def _weekday(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(-?\d)?([A-Z]{2})", text)
    if not match or match[2] not in _WEEKDAYS:
        raise ValueError(f"not a weekday: {text!r}")
    return int(match[1] or 0), _WEEKDAYS.index(match[2])


def _parsed(rule: str) -> _Rule:
    fields = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency = fields.pop("FREQ", "")
    if frequency not in _KNOWN or not fields.keys() <= _KNOWN[frequency]:
        raise ValueError(f"not a rule of deadlines: {rule!r}")
    parsed = _Rule(
        frequency,
        int(fields.get("INTERVAL", "1")),
        _numbers(fields.get("BYMONTH", "")),
        _numbers(fields.get("BYMONTHDAY", "")),
        tuple(_weekday(day) for day in fields["BYDAY"].split(",")) if "BYDAY" in fields else (),
        int(fields.get("BYSETPOS", "0")),
    )
    nth_allowed = frequency != "WEEKLY" and not parsed.position
    if parsed.interval < 1 or not all(1 <= month <= 12 for month in parsed.months):
        raise ValueError(f"not a rule of deadlines: {rule!r}")
    if any(bool(nth) is not nth_allowed for nth, _ in parsed.weekdays) or not _are_days(parsed.days):
        raise ValueError(f"not a rule of deadlines: {rule!r}")
    return parsed


def _are_days(days: Sequence[int]) -> bool:
    return all(1 <= abs(day) <= 31 for day in days)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield index // 12, index % 12 + 1


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Consecutive numbers together: 15,16,17,20 → [15, 16, 17], [20]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _month_runs(months: Sequence[int]) -> list[list[int]]:
    """The same with December before January, in the order written."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] % 12 + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _days_in(year: int, month: int, days: Sequence[int]) -> Iterator[Span]:
    """One day is a limit, several in a row a period; the days that this month lacks are left out."""
    length = monthrange(year, month)[1]
    own = sorted({day if day > 0 else length + 1 + day for day in days if -length <= day <= length})
    limits = len(days) == len(_runs(sorted(days)))
    for run in _runs(own):
        start = None if limits and len(run) == 1 else date(year, month, run[0])
        yield start, date(year, month, run[-1])


def _weekdays_in(year: int, month: int, weekdays: Sequence[tuple[int, int]]) -> Iterator[Span]:
    for nth, weekday in weekdays:
        start = (weekday - date(year, month, 1).weekday()) % 7 + 1
        days = range(start, monthrange(year, month)[1] + 1, 7)
        if -len(days) <= nth <= len(days):
            day = date(year, month, days[nth - 1 if nth > 0 else nth])
            yield day, day


def _positioned_in(year: int, month: int, rule: _Rule) -> Iterator[Span]:
    """«последний рабочий день»: one of all days of these weekdays together."""
    wanted = {weekday for _, weekday in rule.weekdays}
    month_days = (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))
    days = [day for day in month_days if day.weekday() in wanted]
    if -len(days) <= rule.position <= len(days):
        day = days[rule.position - 1 if rule.position > 0 else rule.position]
        yield day, day


def _parts_of_month(rule: _Rule, year: int, month: int) -> Iterator[Span]:
    if rule.position:
        yield from _positioned_in(year, month, rule)
    elif rule.weekdays:
        yield from _weekdays_in(year, month, rule.weekdays)
    else:
        yield from _days_in(year, month, rule.days)


def _daily(rule: _Rule, first: date, last: date) -> Iterator[Span]:
    for offset in range(0, (last - first).days + 1, rule.interval):
        day = first + timedelta(offset)
        yield day, day


def _weekly(rule: _Rule, first: date, last: date) -> Iterator[Span]:
    monday = first - timedelta(first.weekday())
    while monday <= last:
        if rule.weekdays:
            for _, weekday in sorted(rule.weekdays):
                yield monday + timedelta(weekday), monday + timedelta(weekday)
        else:
            yield monday, monday + timedelta(7 * rule.interval - 1)
        monday += timedelta(7 * rule.interval)


def _monthly(rule: _Rule, first: date, last: date) -> Iterator[Span]:
    for year, month in _months(date(first.year, 1, 1), last):
        if (month - 1) % rule.interval:
            continue
        if rule.days or rule.weekdays:
            yield from _parts_of_month(rule, year, month)
        else:
            end = year * 12 + month - 2 + rule.interval
            yield date(year, month, 1), _month_end(end // 12, end % 12 + 1)


def _yearly(rule: _Rule, first: date, last: date) -> Iterator[Span]:
    if rule.months == _TERM_ENDS and not (rule.days or rule.weekdays):
        for school_year in range(first.year - 1, last.year + 1):
            yield from SchoolYear(school_year).quarters
        return
    for year in range(first.year - 1, last.year + 1):
        for run in _month_runs(rule.months):
            years = [year + (month < run[0]) for month in run]
            if rule.days or rule.weekdays:
                for own_year, month in zip(years, run, strict=True):
                    yield from _parts_of_month(rule, own_year, month)
            else:
                yield date(years[0], run[0], 1), _month_end(years[-1], run[-1])


def _twelve_months(rule: _Rule, first: date, last: date) -> Iterator[Span]:
    day = min(first.day, 28) if first.month == 2 else first.day
    for year in range(first.year, last.year + 1, rule.interval):
        start = date(year, first.month, day) if year > first.year else first
        yield start, date(year + rule.interval, first.month, day) - timedelta(1)


def _clipped(span: Span, first: date, last: date, *, halves: bool) -> Span | None:
    """The span within the bounds; of a long one less than a half belongs to another plan."""
    start, end = span
    if start is None:
        return span if first <= end <= last else None
    kept = max(start, first), min(end, last)
    if kept[1] < kept[0]:
        return None
    if halves and ((kept[1] - kept[0]).days + 1) * 2 < (end - start).days:
        return None
    return kept


def occurrences(rule: str, first: date, last: date) -> tuple[Window, ...]:
    """The periods of a rule within [first, last], in time order, cut to these bounds.

    Of a quarter, a half-year or a school quarter that lies mostly outside nothing is due. A year that the
    plan does not fill is due all the same. ValueError: a rule that the deadline reader does not write.
    """
    parsed = _parsed(rule)
    bare_year = parsed.frequency == "YEARLY" and not parsed.months
    if bare_year and (parsed.days or parsed.weekdays):
        raise ValueError(f"not a rule of deadlines: {rule!r}")
    expand: dict[str, Callable[[_Rule, date, date], Iterator[Span]]] = {
        "DAILY": _daily,
        "WEEKLY": _weekly,
        "MONTHLY": _monthly,
        "YEARLY": _twelve_months if bare_year else _yearly,
    }
    several_months = (parsed.frequency == "MONTHLY" and parsed.interval > 1) or parsed.months == _TERM_ENDS
    spans = expand[parsed.frequency](parsed, first, last)
    clipped = (_clipped(span, first, last, halves=several_months) for span in spans)
    found = {span for span in clipped if span is not None}
    ordered = sorted(found, key=lambda span: (span[1], span[0] or span[1]))
    return tuple(Window(start, end) for start, end in ordered)
