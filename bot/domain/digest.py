"""A coordinator's digest: one screen on what needs her today; an empty day has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.reminders import AFTER, Days, days_late, decision_ladder
from bot.domain.tasks import TO_DO, Task, TaskState

TOP = 7  # lines of a group; the rest are counted


@dataclass(frozen=True, slots=True)
class Ranking:
    """Names with a number each, the greatest first, and how many names were left out."""

    top: tuple[tuple[str, int], ...] = ()
    more: int = 0
    total: int = 0  # the sum of all numbers

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> Ranking:
        ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
        return cls(tuple(ordered[:TOP]), max(0, len(ordered) - TOP), sum(numbers.values()))


@dataclass(frozen=True, slots=True)
class Digest:
    due_today: Ranking  # responsible → tasks whose last day is today
    overdue: Ranking  # responsible → overdue tasks
    long_overdue: int  # of these, later than the ladder speaks: a matter for the authority
    unconfirmed: Ranking  # school → days since its longest waiting report was filed
    new_reports: int  # to be accepted, since the last digest
    to_accept: int  # all that wait for her
    undated: int  # tasks that wait for a date; counted once a month
    undelivered: Sequence[str] = ()  # people whom no message reaches

    @property
    def is_empty(self) -> bool:
        """People out of reach alone are no news: they would make a digest of every day."""
        groups = (self.due_today.total, self.overdue.total, self.unconfirmed.top)
        return not any((*groups, self.new_reports, self.undated))


def compose_digest(
    tasks: Iterable[Task], undelivered: Sequence[str], *, days: Days, since: datetime, now: datetime
) -> Digest:
    """``tasks`` are those of her districts; ``since`` is the moment of her last digest.

    A report that she has left lying counts as news again on the days of the ladder.
    """
    due, late, waits = Counter[str](), Counter[str](), Counter[str]()
    new = to_accept = undated = long_overdue = 0
    for task in tasks:
        if task.is_overdue(now):
            late[task.responsible] += 1
            long_overdue += days_late(task, days.today) > AFTER[-1]
        elif task.state in TO_DO and task.window_end == days.today:
            due[task.responsible] += 1
        elif task.state is TaskState.REPORTED:
            waited = (days.today - task.changed_on).days
            waits[task.responsible] = max(waits[task.responsible], waited)
        elif task.state is TaskState.CONFIRMED:
            to_accept += 1
            new += task.changed_at > since or days.any_of(decision_ladder(task))
        elif task.state is TaskState.WAITING:
            undated += 1
    return Digest(
        due_today=Ranking.of(due),
        overdue=Ranking.of(late),
        long_overdue=long_overdue,
        unconfirmed=Ranking.of(waits),
        new_reports=new,
        to_accept=to_accept,
        undated=undated if _begins_month(days) else 0,
        undelivered=undelivered,
    )


def _begins_month(days: Days) -> bool:
    return date(days.today.year, days.today.month, 1) in days
