"""The ladder of reminders: on which local days a task is spoken of, and to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.ladder import LATEST, LONG_WINDOW, USUAL, Ladders, Rung
from bot.domain.local_time import local_day, next_local_hour
from bot.domain.people import Membership, Role
from bot.domain.tasks import TO_DO, Task, TaskState

DRAFT_REST = timedelta(hours=24)  # whoever is writing a report is not nagged about it
LISTED = 7  # tasks shown one by one in a message; the rest are counted


class Part(StrEnum):
    """What a person has to do with a task that is theirs."""

    DO = "do"
    WATCH = "watch"  # a deputy is to do it, the head hears of it when it is late


@dataclass(frozen=True, slots=True)
class Days:
    """The local days not spoken of yet: after ``last``, up to and with ``today``.

    A stop of several days, a Sunday, a person out of reach: all are caught up with in one message.
    """

    last: date
    today: date

    @classmethod
    def since(cls, last: date | None, today: date) -> Days:
        """A person who never had a message is told of everything that the ladder still speaks of."""
        return cls(last if last is not None else today - timedelta(days=LATEST + 1), today)

    def __contains__(self, day: date) -> bool:
        return self.last < day <= self.today

    def any_of(self, days: Iterable[date]) -> bool:
        return any(day in self for day in days)


def ladder(task: Task, part: Part = Part.DO, ladders: Ladders = USUAL) -> tuple[date, ...]:
    """The days on which a task that is still to be done is spoken of; none for one without a date.

    The late days of a report that came back after the last day are counted from its return.
    """
    last, opened = task.window_end, task.opened_on
    if last is None or task.state not in TO_DO:
        return ()
    late_from = max(last, task.changed_on) if task.state is TaskState.RETURNED else last
    if part is Part.WATCH:
        return tuple(late_from + timedelta(days=n) for n in ladders.heads_days(task))
    rungs = ladders.of(task)
    is_long = opened is not None and (last - opened).days >= LONG_WINDOW
    opening = [opened] if opened and not is_long and Rung.OPENING in rungs else []
    unfit = {Rung.OPENING} if is_long else {Rung.OPENING, Rung.BEFORE_14}
    early = [last + timedelta(days=rung.days) for rung in Rung if rung in rungs - unfit and not rung.is_late]
    late = [late_from + timedelta(days=n) for n in ladders.late_days(task)]
    return (*opening, *early, *late)


def decision_ladder(task: Task, ladders: Ladders = USUAL) -> tuple[date, ...]:
    """The days on which whoever is to confirm or to accept a report hears of it."""
    return tuple(task.changed_on + timedelta(days=n) for n in ladders.waiting_days)


def is_due(
    task: Task,
    days: Days,
    *,
    part: Part = Part.DO,
    ladders: Ladders = USUAL,
    held_until: date | None = None,
) -> bool:
    """Whether the task belongs in today's message.

    ``held_until`` is the day on which a task put off, or a draft left lying, is shown again.
    """
    if task.state not in TO_DO:
        return False
    if held_until is not None and held_until > days.today:
        return False
    return (held_until is not None and held_until in days) or days.any_of(ladder(task, part, ladders))


def draft_held_until(touched_at: datetime, zone: str, morning_hour: int) -> date:
    """The local day of the first morning that leaves a touched draft its rest."""
    rested = touched_at + DRAFT_REST - timedelta(microseconds=1)
    return local_day(next_local_hour(rested, zone, morning_hour), zone)


def part_in(memberships: Iterable[Membership], task: Task, staffed: Collection[int]) -> Part | None:
    """What holders of ``memberships`` have to do with the task; ``staffed``: schools with a deputy."""
    parts = {_part(m, task, staffed) for m in memberships}
    return Part.DO if Part.DO in parts else Part.WATCH if Part.WATCH in parts else None


def _part(membership: Membership, task: Task, staffed: Collection[int]) -> Part | None:
    at_school = task.school_id is not None and membership.school_id == task.school_id
    match membership.role:
        case Role.DEPUTY if at_school:
            return Part.DO
        case Role.HEAD if at_school:
            return Part.WATCH if task.school_id in staffed else Part.DO
        case Role.METHODIST if task.organisation_id is not None:
            return Part.DO if membership.organisation_id == task.organisation_id else None
        case Role.COORDINATOR if task.school_id is None and task.organisation_id is None:
            return Part.DO if membership.district_id == task.district_id else None
        case _:
            return None


def days_late(task: Task, today: date) -> int:
    """Whole local days since the last day; 0 or less while it is not over."""
    return (today - task.window_end).days if task.window_end else 0


def urgency(task: Task) -> tuple[date, int, int]:
    """A sort key: what is overdue longest comes first."""
    return (task.window_end or date.max, task.position, task.id)
