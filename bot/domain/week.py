"""The week of a school, for its head and its curator: once a week, on the day that each of them chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.people import Membership, Role
from bot.domain.progress import alphabetical
from bot.domain.reminders import Days, days_late, urgency
from bot.domain.tasks import TO_DO, Task, TaskState

WEEK = timedelta(days=7)
MONDAY = 1  # ISO
WEEKDAYS = range(MONDAY, 7)  # nobody is written to on a Sunday
NEVER = 0  # in place of a weekday
NEXT = 5  # tasks of the coming week that are named where there is one school


@dataclass(frozen=True, slots=True)
class SchoolWeek:
    """What lies ahead of a school for seven days, and what waits there already."""

    school: str
    overdue: int  # tasks
    days_late: int  # of the one that is overdue longest
    due: int  # tasks whose last day comes within the week
    returned: int  # reports to be corrected
    to_confirm: int  # reports that wait for the head
    days_waiting: int  # since the longest waiting of them was filed
    filed: int  # reports of the last seven days
    next: tuple[Task, ...]  # the first of those that are due

    @property
    def is_empty(self) -> bool:
        """What was filed is no reason to write."""
        return not any((self.overdue, self.due, self.returned, self.to_confirm))


def watched_schools(memberships: Iterable[Membership]) -> tuple[int, ...]:
    """The schools whose week a holder of ``memberships`` is told, and no other."""
    found = (m.school_id for m in memberships if m.role in (Role.HEAD, Role.CURATOR) and m.school_id)
    return tuple(dict.fromkeys(found))


def is_week_told(weekday: int, days: Days) -> bool:
    """Whether ``weekday`` (ISO) is among the days not told yet: a day off or a stop only puts it off."""
    if weekday == NEVER:
        return False
    back = (days.today.isoweekday() - weekday) % 7
    return days.today - timedelta(days=back) in days


def compose_weeks(
    tasks: Sequence[Task],
    schools: Collection[int],
    filed: Mapping[int, int],
    *,
    today: date,
    now: datetime,
) -> tuple[SchoolWeek, ...]:
    """The weeks of ``schools`` that have something in them, by the alphabet: schools are not ranked.

    ``filed``: school → reports sent in the last seven days.
    """
    by_school: dict[int, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.school_id is not None and task.school_id in schools:
            by_school[task.school_id].append(task)
    weeks = (_week(found, filed.get(school, 0), today, now) for school, found in by_school.items())
    return tuple(sorted((w for w in weeks if not w.is_empty), key=lambda w: alphabetical(w.school)))


def _week(tasks: Sequence[Task], filed: int, today: date, now: datetime) -> SchoolWeek:
    late = [days_late(task, today) for task in tasks if task.is_overdue(now)]
    due = [t for t in tasks if t.state in TO_DO and t.window_end and today <= t.window_end < today + WEEK]
    waiting = [(today - task.changed_on).days for task in tasks if task.state is TaskState.REPORTED]
    return SchoolWeek(
        school=tasks[0].responsible,
        overdue=len(late),
        days_late=max(late, default=0),
        due=len(due),
        returned=sum(task.state is TaskState.RETURNED for task in tasks),
        to_confirm=len(waiting),
        days_waiting=max(waiting, default=0),
        filed=filed,
        next=tuple(sorted(due, key=urgency)[:NEXT]),
    )
