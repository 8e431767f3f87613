"""A plan's rows become tasks: activity × occurrence × place. Why so: docs/decisions/0003-fan-out.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.binding import Assignee, Binding, assignees
from bot.domain.deadlines import Day, Deadline, DeadlineKind, MonthDay, Window
from bot.domain.plan import Period
from bot.domain.recurrence import occurrences
from bot.domain.school_year import SchoolYear

# What repeats is followed for ten years at most: longer bounds in a document are a slip of the pen.
_LONGEST = timedelta(days=3653)
# A window longer than half a year («в течение года», «сентябрь – май») is followed by checkpoints: one
# report at its end would come when nothing can be mended any more.
_HALF_YEAR = timedelta(days=183)
# Nobody reports every week: what recurs that often is followed like what goes on all the time.
_TOO_OFTEN = ("FREQ=DAILY", "FREQ=WEEKLY")
# Every day of a calendar, the 29th of February too, comes within eight years.
_YEARS_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """The days a plan lives in. Fixed at its approval, so that fanning out again numbers alike."""

    first: date
    last: date
    approved_on: date

    @classmethod
    def of(cls, period: Period, approved_on: date) -> Frame:
        """The plan's own period; a side it does not state is that of its (else this) school year."""
        known = period.start or min(period.end or approved_on, approved_on)
        first = period.start or SchoolYear.of(known).start
        return cls(first, period.end or SchoolYear.of(known).end, approved_on)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an activity is to be done. Without a last day it waits for a date."""

    number: int  # from 0, in the deadline's order
    label: str = ""
    start: date | None = None
    end: date | None = None
    checkpoint: bool = False  # of an activity that goes on all the time

    def is_past(self, today: date) -> bool:
        return self.end is not None and self.end < today


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What of an activity decides about its tasks."""

    activity_id: int
    deadline: Deadline
    bindings: tuple[Binding, ...]  # of its parties, the accountable one first


@dataclass(frozen=True, slots=True)
class NewTask:
    activity_id: int
    occurrence: Occurrence
    assignee: Assignee


@dataclass(frozen=True, slots=True)
class FanOut:
    tasks: tuple[NewTask, ...]
    past: int  # windows that were over before the launch; they make no task


def fan_out(rows: Iterable[PlanRow], schools: Collection[int], frame: Frame, since: date) -> FanOut:
    """The tasks of a plan in a district of ``schools``, but those whose window was over before ``since``."""
    tasks: list[NewTask] = []
    past = 0
    for row in rows:
        places = assignees(row.bindings, schools)
        for occurrence in occurrences_of(row.deadline, frame):
            if occurrence.is_past(since):
                past += 1
            else:
                tasks += [NewTask(row.activity_id, occurrence, place) for place in places]
    return FanOut(tuple(tasks), past)


def occurrences_of(deadline: Deadline, frame: Frame) -> tuple[Occurrence, ...]:
    """When an activity is to be done, at least once: what has no day yet waits for one."""
    match deadline.kind:
        case DeadlineKind.DATE | DeadlineKind.BY | DeadlineKind.PERIOD | DeadlineKind.PERIODS:
            spans = [span for w in deadline.windows for span in _followed(_resolved(w, frame))]
        case DeadlineKind.RECURRING if not (deadline.rule or "").startswith(_TOO_OFTEN):
            spans = [
                _resolved(window, frame)
                for first, last in _bounds(deadline.windows, frame)
                for window in occurrences(deadline.rule or "", first, last)
            ]
        case DeadlineKind.RECURRING | DeadlineKind.CONTINUOUS:
            bounds = _bounds(deadline.windows, frame)
            spans = [span for first, last in bounds for span in _checkpoints("", first, last)]
        case _:
            spans = []
    return tuple(Occurrence(number, *span) for number, span in enumerate(spans)) or (Occurrence(0),)


_Span = tuple[str, date | None, date | None, bool]  # an occurrence without its number


def _followed(span: _Span) -> list[_Span]:
    label, start, end, _ = span
    if start is None or end is None or end - start <= _HALF_YEAR:
        return [span]
    return _checkpoints(label, start, min(end, start + _LONGEST))


def _resolved(window: Window, frame: Frame) -> _Span:
    """The window with years; one whose end precedes its start was kept as written and waits."""
    end = _day(window.end, frame)
    start = window.start
    if isinstance(start, MonthDay):
        start = _last(start, end) if end else _day(start, frame)
    if end is None and start is not None:
        end = max(start, frame.last)
    if start and end and end < start:
        return window.label, None, None, False
    return window.label, start, end, False


def _day(day: Day | None, frame: Frame) -> date | None:
    """A day without a year is the first such day of the plan, or else the next after its approval."""
    if not isinstance(day, MonthDay):
        return day
    within = _first(day, frame.first)
    return within if within <= frame.last else _first(day, frame.approved_on)


def _first(day: MonthDay, after: date) -> date:
    years = range(after.year, after.year + _YEARS_AHEAD + 1)
    return min(found for found in _in_years(day, years) if found >= after)


def _last(day: MonthDay, before: date) -> date:
    years = range(before.year - _YEARS_AHEAD, before.year + 1)
    return max(found for found in _in_years(day, years) if found <= before)


def _in_years(day: MonthDay, years: Iterable[int]) -> Iterator[date]:
    leap = (day.month, day.day) == (2, 29)
    for year in years:
        if not leap or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
            yield date(year, day.month, day.day)


def _bounds(windows: Sequence[Window], frame: Frame) -> list[tuple[date, date]]:
    """Within which days a thing repeats or goes on: the phrase's own bounds, else the plan's."""
    found = []
    for window in windows or (Window(None, None),):
        _, start, end, _ = _resolved(window, frame)
        first, last = start or frame.first, end or frame.last
        if first <= last:
            found.append((first, min(last, first + _LONGEST)))
    return found


def _checkpoints(label: str, first: date, last: date) -> list[_Span]:
    """School quarters that overlap the days, cut to them; the last day where none does (summer)."""
    found: list[_Span] = []
    year = SchoolYear.of(first)
    while year.start <= last:
        for start, end in year.quarters:
            if start <= last and end >= first:
                found.append((label, max(start, first), min(end, last), True))
        year = SchoolYear(year.first + 1)
    return found or [(label, first, last, True)]
