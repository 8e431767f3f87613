"""Spans get their years and become days: what the neighbours say first, then the document."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

from bot.domain.deadlines import Day, MonthDay
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.deadline_grammar.item import Item
from bot.reading.deadline_grammar.span import UNNAMED, WEEKDAYS, YEAR, MonthAndDay, Span

_AUGUST = 8
_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ImpossibleDate(ValueError):
    """A day that no calendar has («31 сентября»)."""


class UnknownYear(ValueError):
    """A weekday of a month without a year."""


class UnknownMonth(ValueError):
    """A day of a month that nothing names («до 15»)."""


def _in_section(span: Span, year: int, month: int) -> Span:
    """A month not named is the section's."""
    if span.first_month != UNNAMED:
        return span
    (_, first), (_, last) = span.bounds
    return span._replace(bounds=((month, first), (month, last)), year=CalendarYear(year))


def _in_kind_of_year(span: Span, context: DeadlineContext) -> Span:
    """Words that mean one thing in a school year and another in a calendar year."""
    if span.school is None:
        return span
    default = context.default_year
    if isinstance(span.year, CalendarYear):
        if span.more_years and context.year == SchoolYear(span.year.year):
            return span._replace(bounds=span.school, year=context.year, more_years=0).doubting("year_assumed")
        of_school = span.scale is not YEAR and isinstance(default, SchoolYear)
        return span.doubting("year_assumed") if of_school else span  # «I полугодие 2022 г.»: of which year?
    if isinstance(default, SchoolYear):
        return span._replace(bounds=span.school)
    return span if default else span.doubting("year_assumed")


def _first_year(span: Span) -> int:
    assert span.year is not None
    return span.year.year_of(span.first_month)


def _last_year(span: Span) -> int:
    first, last = span.bounds
    return _first_year(span) + span.more_years + (last[0] < first[0])


def _from_neighbour(
    span: Span, neighbour: Span, default: PlanYear | None, *, before: bool, ranged: bool
) -> Span:
    """The span with the year of the next one («сентябрь, март 2022») or of the one before it.

    A month out of order means that a new year was passed. That is certain when the document's year says so
    too; in a list of a calendar year the months may simply stand out of order.
    """
    if span.after_first is not None and not before:
        return span.in_year(CalendarYear(_last_year(neighbour) + span.after_first))
    if isinstance(neighbour.year, SchoolYear):
        return span.in_year(neighbour.year)
    year = _first_year(neighbour) if before else _last_year(neighbour)
    if neighbour.scale is YEAR:
        return span.in_year(CalendarYear(_first_year(neighbour)))
    month = neighbour.first_month if before else neighbour.bounds[1][0]
    if not (span.first_month > month if before else span.first_month < month):
        return span.in_year(CalendarYear(year))
    passed = year - 1 if before else year + 1
    expected = default.year_of(span.first_month) if default else None
    if expected == passed:
        return span.in_year(CalendarYear(passed))
    unordered = expected == year and not ranged
    return span.in_year(CalendarYear(year if unordered else passed)).doubting("year_assumed")


def _share_years(spans: list[Span], pairs: set[int], default: PlanYear | None) -> None:
    """Spans without a year take it from the next one that has it, else from the one before.

    ``pairs``: the indices of spans that are the first of a range.
    """
    if len({span.year is None for span in spans}) < 2:
        return
    named = [span.first_month != UNNAMED and span.scale is not YEAR for span in spans]
    for i in reversed(range(len(spans) - 1)):
        if named[i] and spans[i].year is None and spans[i + 1].year is not None:
            spans[i] = _from_neighbour(spans[i], spans[i + 1], default, before=True, ranged=i in pairs)
    for i in range(1, len(spans)):
        if named[i] and spans[i].year is None and spans[i - 1].year is not None:
            spans[i] = _from_neighbour(spans[i], spans[i - 1], default, before=False, ranged=i - 1 in pairs)


def _by_document(span: Span, default: PlanYear, *, alone: bool, after: Span | None) -> Span:
    """The document's year; of its two Augusts one listed after spring months is the later."""
    if span.first_month == UNNAMED:
        return span
    if span.after_first is not None:
        placed = span.in_year(CalendarYear(default.start.year + span.after_first))
        certain = isinstance(default, CalendarYear) and not span.after_first
        return placed if certain else placed.doubting("year_assumed")
    if span.following and isinstance(default, SchoolYear):
        return span.in_year(SchoolYear(default.first + 1)).doubting("year_assumed")
    over_new_year = span.bounds[1][0] < span.bounds[0][0]
    if isinstance(default, CalendarYear) and over_new_year:
        span = span.doubting("year_assumed")  # «учебный год» in a calendar year: which of two?
    if isinstance(default, SchoolYear) and span.first_month == _AUGUST and alone:
        span = span.doubting("year_assumed")  # before the lessons or after them?
        if after and after.year is None and UNNAMED < after.first_month < _AUGUST:
            return span.in_year(CalendarYear(default.first + 1))
    return span.in_year(default)


def _in_order(first: Span, last: Span, default: PlanYear | None) -> tuple[Span, Span]:
    """Both ends of a range took the document's year: the end may lie only after the start."""
    if default is None or first.year != default or last.year != default:
        return first, last
    begins, ends = (_first_year(first), first.first_month), (_last_year(last), last.bounds[1][0])
    if ends >= begins:
        return first, last
    year = begins[0] + (last.bounds[1][0] < first.first_month)
    moved = last._replace(year=CalendarYear(year))
    inside = isinstance(default, SchoolYear) and date(year, last.bounds[1][0], 1) <= default.end
    return first, moved if inside else moved.doubting("year_assumed")


def parted(items: Sequence[Item], context: DeadlineContext) -> list[Item]:
    """In a year column two months side by side are two items: both lie in the column's year."""
    if not context.column_year:
        return list(items)
    parted: list[Item] = []
    for item in items:
        if "list_or_range" in item.last.doubts:
            parted += [item._replace(last=item.first), item._replace(first=item.last)]
        else:
            parted.append(item)
    return parted


def _placed_alone(item: Item, context: DeadlineContext) -> Item:
    """The short way of most phrases: no neighbour tells anything."""
    span = item.first
    if context.section_month:
        span = _in_section(span, *context.section_month)
    span = _in_kind_of_year(span, context)
    if span.year is None and context.default_year:
        span = _by_document(span, context.default_year, alone=True, after=None)
    return item if span is item.first else Item(item.role, span, span, item.label)


def place(items: Sequence[Item], context: DeadlineContext) -> list[Item]:
    """The items with years, where the phrase or the document tells them."""
    if not items:
        return []
    if len(items) == 1 and items[0].first is items[0].last:
        return [_placed_alone(items[0], context)]
    spans: list[Span] = []
    pairs: set[int] = set()
    for item in items:
        if item.first is not item.last:
            pairs.add(len(spans))
        spans += item.spans
    default = context.default_year
    if context.section_month:
        spans = [_in_section(span, *context.section_month) for span in spans]
    if len(spans) > 1:
        _share_years(spans, pairs, default)
    spans = [_in_kind_of_year(span, context) for span in spans]
    if default:
        undated = spans
        spans = [
            _by_document(
                span,
                default,
                alone=i not in pairs and i - 1 not in pairs,
                after=undated[i - 1] if i else None,
            )
            if span.year is None
            else span
            for i, span in enumerate(undated)
        ]
    placed, rest = [], iter(spans)
    for item in items:
        first = last = next(rest)
        if item.first is not item.last:
            first, last = _in_order(first, next(rest), default)
        placed.append(Item(item.role, first, last, item.label))
    return placed


@lru_cache(maxsize=4096)
def _day(month_day: MonthAndDay, year: int | None) -> Day:
    month, day = month_day
    if month == UNNAMED:
        raise UnknownMonth
    if month > 12 or (year is not None and year > MAXYEAR):
        raise ImpossibleDate(f"{day}.{month}.{year}")
    length = _MONTH_LENGTHS[month] + (month == 2 and year is not None and isleap(year))
    if day < 1:
        day += length
    if day < 1 or day > (29 if year is None and month == 2 else length):
        raise ImpossibleDate(f"{day}.{month}.{year}")
    return date(year, month, day) if year is not None else MonthDay(month, day)


def _nth_weekday(span: Span, first: date, last: date) -> date:
    assert span.weekday is not None
    nth, name = span.weekday
    allowed = {WEEKDAYS.index(day) for day in name.split(",")}
    month = [first + timedelta(d) for d in range((last - first).days + 1)]
    days = [day for day in month if day.weekday() in allowed]
    if not -len(days) <= nth <= len(days) or nth == 0:
        raise ImpossibleDate(f"{nth} {name}")
    return days[nth - 1 if nth > 0 else nth]


def days_of(span: Span) -> tuple[Day, Day]:
    """First and last day of a placed span."""
    begins, ends = span.bounds
    year = last_year = None
    if span.year is not None:
        year = span.year.year_of(begins[0])
        last_year = year + span.more_years + (ends[0] < begins[0])
    first, last = _day(begins, year), _day(ends, last_year)
    if span.weekday:
        if isinstance(first, MonthDay) or isinstance(last, MonthDay):
            raise UnknownYear
        first = last = _nth_weekday(span, first, last)
    return first, last


def shifted(day: Day, days: int) -> Day:
    """The day so many days later; without a year, in a common year."""
    if isinstance(day, date):
        return day + timedelta(days)
    moved = date(2001, day.month, min(day.day, 28) if day.month == 2 else day.day) + timedelta(days)
    return MonthDay(moved.month, moved.day)
