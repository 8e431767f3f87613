"""The plan over time: the windows of its activities, and how much of it is done by the end of each month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bot.domain.progress import Status
from bot.domain.school_year import next_month


@dataclass(frozen=True, slots=True)
class TaskTerm:
    """A task as far as its days are concerned."""

    activity_id: int
    number: str  # of the activity, as written
    title: str
    window: tuple[date, date] | None  # None: it waits for a date; both ends included
    status: Status
    done_on: date | None  # the local day of the report by which it is done


@dataclass(frozen=True, slots=True)
class Term:
    """One window of an activity, of all who are responsible for it together."""

    start: date
    end: date
    status: Status  # the one that most needs somebody, see ``URGENCY``
    done: int
    total: int  # tasks


@dataclass(frozen=True, slots=True)
class ActivityTerms:
    number: str
    title: str
    terms: tuple[Term, ...]  # in the order of their days; none: it waits for a date


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Both are counted from the plan's beginning to the month's end."""

    first: date  # the month's first day
    wanted: int  # tasks whose window has ended by then
    done: int | None  # tasks done by then; None: the month has not begun


URGENCY = (
    *(Status.OVERDUE, Status.OPEN, Status.REPORTED, Status.PLANNED),
    *(Status.WAITING, Status.PARTLY, Status.DONE),
)


def activity_terms(tasks: Iterable[TaskTerm]) -> tuple[ActivityTerms, ...]:
    """The activities in the order of ``tasks``, which come activity by activity."""
    return tuple(
        _activity(list(of_activity)) for _, of_activity in groupby(tasks, key=lambda task: task.activity_id)
    )


def month_counts(tasks: Sequence[TaskTerm], today: date) -> tuple[MonthCount, ...]:
    """From the month of the first window or finished task to that of the last; () where no day is known."""
    ends = [task.window[1] for task in tasks if task.window]
    done = [task.done_on for task in tasks if task.status is Status.DONE and task.done_on]
    known = [*ends, *done, *(task.window[0] for task in tasks if task.window)]
    if not known:
        return ()
    return tuple(
        MonthCount(
            first=month,
            wanted=sum(end < following for end in ends),
            done=sum(day < following for day in done) if month <= today else None,
        )
        for month, following in _months(min(known), max(known))
    )


def period(activities: Iterable[ActivityTerms]) -> tuple[date, date] | None:
    """The first day of the first month and the last one of the last month of all windows."""
    days = [day for activity in activities for term in activity.terms for day in (term.start, term.end)]
    if not days:
        return None
    return min(days).replace(day=1), next_month(max(days)) - timedelta(days=1)


def months_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months from that of ``first`` to that of ``last``."""
    return tuple(month for month, _ in _months(first, last))


def _activity(tasks: Sequence[TaskTerm]) -> ActivityTerms:
    by_window: dict[tuple[date, date], list[Status]] = {}
    for task in tasks:
        if task.window:
            by_window.setdefault(task.window, []).append(task.status)
    terms = tuple(_term(window, by_window) for window in sorted(by_window))
    return ActivityTerms(tasks[0].number, tasks[0].title, terms)


def _term(window: tuple[date, date], by_window: Mapping[tuple[date, date], Sequence[Status]]) -> Term:
    statuses = by_window[window]
    most_urgent = min(statuses, key=URGENCY.index)
    return Term(*window, most_urgent, statuses.count(Status.DONE), len(statuses))


def _months(first: date, last: date) -> Iterable[tuple[date, date]]:
    """Each month's first day with that of the month behind it."""
    month = first.replace(day=1)
    while month <= last:
        yield month, next_month(month)
        month = next_month(month)
