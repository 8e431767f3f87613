"""To whom a late task rises when those who are to do it do not move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.ladder import USUAL, Ladders, Threshold
from bot.domain.reminders import Days, days_late, urgency
from bot.domain.tasks import TO_DO, Move, Task

AGAIN = 7  # days after which the authority hears again of what is still late


class Above(StrEnum):
    """Who hears of a late task beside those who are to do it."""

    COORDINATOR = "coordinator"
    HEAD = "head"
    AUTHORITY = "authority"


MOVE_TO: Mapping[Above, Move] = {
    Above.COORDINATOR: Move.RISE_TO_COORDINATOR,
    Above.HEAD: Move.RISE_TO_HEAD,
    Above.AUTHORITY: Move.RISE_TO_AUTHORITY,
}


@dataclass(frozen=True, slots=True)
class Rise:
    """A late task of which somebody above was told; a new deadline lets it rise anew."""

    task: Task
    above: Above


def rises(task: Task, today: date, ladders: Ladders) -> frozenset[Above]:
    """Everybody above to whom the task has risen by ``today``; nobody while it is not late.

    What the coordinator holds down rises no higher than to her.
    """
    late = days_late(task, today) if task.state in TO_DO else 0
    if late <= 0:
        return frozenset()
    found = {Above.COORDINATOR}
    if task.held_down:
        return frozenset(found)
    if task.school_id is not None and late >= ladders.thresholds[Threshold.HEAD]:
        found.add(Above.HEAD)
    if late > ladders.thresholds[Threshold.AUTHORITY]:
        found.add(Above.AUTHORITY)
    return frozenset(found)


def rising(tasks: Iterable[Task], today: date, ladders: Mapping[int, Ladders]) -> list[Task]:
    """Late tasks that have risen above their school or body, or would if they were not held down."""
    late = [
        task
        for task in tasks
        if task.state in TO_DO
        and days_late(task, today) >= ladders.get(task.district_id, USUAL).thresholds[Threshold.HEAD]
    ]
    return sorted(late, key=urgency)


def for_authority(tasks: Iterable[Task], days: Days, ladders: Mapping[int, Ladders]) -> tuple[Task, ...]:
    """All that has risen to the authority, on the days on which one of them is news or a week older."""
    risen = [
        task
        for task in tasks
        if Above.AUTHORITY in rises(task, days.today, ladders.get(task.district_id, USUAL))
    ]
    told = any(_day_of_telling(task, days.today, ladders) in days for task in risen)
    return tuple(sorted(risen, key=urgency)) if told else ()


def _day_of_telling(task: Task, today: date, ladders: Mapping[int, Ladders]) -> date:
    """The last day up to ``today`` on which the authority is to hear of a task that has risen to it."""
    first = ladders.get(task.district_id, USUAL).thresholds[Threshold.AUTHORITY] + 1
    return today - timedelta(days=(days_late(task, today) - first) % AGAIN)
