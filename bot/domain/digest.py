"""A coordinator's digest: one screen on what needs her today; an empty day has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.escalation import Above, rises, rising
from bot.domain.ladder import USUAL, Ladders
from bot.domain.reminders import Days, days_late, decision_ladder
from bot.domain.tasks import TO_DO, Task, TaskState


class Group(StrEnum):
    """The parts of a digest that may be longer than a screen."""

    DUE_TODAY = "today"
    OVERDUE = "overdue"
    UNCONFIRMED = "unconfirmed"
    UNDELIVERED = "undelivered"


TOP = 3  # lines of a group on the one screen; the whole of it is turned over page by page
CALLS = 3  # a coordinator has time for so many calls
CALLED_FROM = 3  # days that reminders are given to move somebody


@dataclass(frozen=True, slots=True)
class Ranking:
    """Names with a number each, the greatest first."""

    names: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> Ranking:
        return cls(tuple(sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))))

    @property
    def total(self) -> int:
        return sum(number for _, number in self.names)


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody whom no message reaches."""

    name: str
    place: str  # the school or the body; "" for the district's own people


@dataclass(frozen=True, slots=True)
class Call:
    """A place whom reminders have not moved, with every reason to call there today."""

    place: str
    overdue: int = 0  # tasks
    days_late: int = 0  # of the one that is overdue longest
    days_unconfirmed: int = 0  # since its longest waiting report was filed
    unreached: tuple[str, ...] = ()  # its people whom no message reaches

    @property
    def is_needed(self) -> bool:
        """Reminders are given some days; where they do not arrive at all there is nothing to wait for."""
        waited = max(self.days_late, self.days_unconfirmed)
        return waited >= CALLED_FROM or bool(self.overdue and self.unreached)


@dataclass(frozen=True, slots=True)
class Digest:
    due_today: Ranking  # responsible → tasks whose last day is today
    overdue: Ranking  # responsible → overdue tasks
    long_overdue: int  # of these, so late that it is a matter for the authority
    unconfirmed: Ranking  # school → days since its longest waiting report was filed
    new_reports: int  # to be accepted, since the last digest
    to_accept: int  # all that wait for her
    accept_waits: int  # days since the longest waiting of them was confirmed
    undated: int  # tasks that wait for a date; counted once a month
    rising: int = 0  # late tasks that rise above their place, held down or not
    calls: tuple[Call, ...] = ()  # the most pressing first
    undelivered: Sequence[Unreached] = ()

    @property
    def is_empty(self) -> bool:
        """People out of reach alone are no news: they would make a digest of every day."""
        groups = (self.due_today.names, self.overdue.names, self.unconfirmed.names)
        return not any((*groups, self.new_reports, self.undated))


def compose_digest(
    tasks: Sequence[Task],
    undelivered: Sequence[Unreached],
    *,
    days: Days,
    since: datetime,
    now: datetime,
    ladders: Mapping[int, Ladders],
) -> Digest:
    """``tasks`` are those of her districts; ``since`` is the moment of her last digest; ``ladders`` are those
    of districts that changed theirs.

    A report that she has left lying counts as news again on the days of the ladder.
    """
    late = [task for task in tasks if task.is_overdue(now)]
    due = [t for t in tasks if t.state in TO_DO and t.window_end == days.today and not t.is_overdue(now)]
    unconfirmed: dict[str, int] = {}
    for task in (t for t in tasks if t.state is TaskState.REPORTED):
        waited = (days.today - task.changed_on).days
        unconfirmed[task.responsible] = max(unconfirmed.get(task.responsible, 0), waited)
    to_accept = [task for task in tasks if task.state is TaskState.CONFIRMED]
    undated = sum(task.state is TaskState.WAITING for task in tasks) if _begins_month(days) else 0
    return Digest(
        due_today=Ranking.of(Counter(task.responsible for task in due)),
        overdue=Ranking.of(Counter(task.responsible for task in late)),
        long_overdue=sum(Above.AUTHORITY in rises(task, days.today, _own(ladders, task)) for task in late),
        unconfirmed=Ranking.of(unconfirmed),
        new_reports=sum(
            t.changed_at > since or days.any_of(decision_ladder(t, _own(ladders, t))) for t in to_accept
        ),
        to_accept=len(to_accept),
        accept_waits=max(((days.today - task.changed_on).days for task in to_accept), default=0),
        undated=undated,
        rising=len(rising(late, days.today, ladders)),
        calls=_calls(late, unconfirmed, undelivered, days.today),
        undelivered=undelivered,
    )


def _own(ladders: Mapping[int, Ladders], task: Task) -> Ladders:
    return ladders.get(task.district_id, USUAL)


def _calls(
    late: Iterable[Task], unconfirmed: Mapping[str, int], undelivered: Iterable[Unreached], today: date
) -> tuple[Call, ...]:
    """Whoever waits longest comes first; her own tasks are no reason to call anybody."""
    overdue: dict[str, list[int]] = {}
    for task in late:
        overdue.setdefault(task.responsible, []).append(days_late(task, today))
    people: dict[str, list[str]] = {}
    for person in undelivered:
        people.setdefault(person.place, []).append(person.name)
    calls = (
        Call(
            place,
            len(overdue.get(place, ())),
            max(overdue.get(place, (0,))),
            unconfirmed.get(place, 0),
            tuple(people.get(place, ())),
        )
        for place in overdue.keys() | unconfirmed.keys()
        if place
    )
    needed = (call for call in calls if call.is_needed)
    return tuple(
        sorted(needed, key=lambda c: (-max(c.days_late, c.days_unconfirmed), -c.overdue, c.place))[:CALLS]
    )


def _begins_month(days: Days) -> bool:
    return date(days.today.year, days.today.month, 1) in days
