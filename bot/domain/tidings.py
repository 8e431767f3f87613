"""What a correction of the plan means for those who do its tasks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.binding import COORDINATOR, Assignee
from bot.domain.replanning import Replan, StandingTask
from bot.domain.tasks import Duties


class TidingKind(StrEnum):
    """In the order in which a person wants to know."""

    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    NEW = "new"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Tiding:
    """What happened to the tasks that a row of the plan gives one place."""

    kind: TidingKind
    activity_id: int
    tasks: int
    was: date | None = None  # the last day before and after, of the only task that was moved
    now: date | None = None


def compose_tidings(
    replan: Replan, standing: Iterable[StandingTask], reworded: Collection[int]
) -> dict[Assignee, list[Tiding]]:
    """Place → what its people are told. ``reworded`` are activities that ask for the same in other words."""
    moved = [(task, when) for task, when in replan.moved if task.occurrence.end != when.end]
    counts: dict[tuple[TidingKind, Assignee, int], int] = defaultdict(int)
    for task in replan.withdrawn:
        counts[TidingKind.WITHDRAWN, task.place, task.activity_id] += 1
    for task, _ in moved:
        counts[TidingKind.MOVED, task.place, task.activity_id] += 1
    for new in replan.added:
        counts[TidingKind.NEW, new.assignee, new.activity_id] += 1
    told = {(place, activity) for _, place, activity in counts}
    for task in standing:
        if task.unfinished and task.activity_id in reworded and (task.place, task.activity_id) not in told:
            counts[TidingKind.REWORDED, task.place, task.activity_id] += 1
    days = {(task.place, task.activity_id): (task.occurrence.end, when.end) for task, when in moved}
    found: dict[Assignee, list[Tiding]] = defaultdict(list)
    for (kind, place, activity), n in counts.items():
        alone = kind is TidingKind.MOVED and n == 1
        was, now = days[place, activity] if alone else (None, None)
        found[place].append(Tiding(kind, activity, n, was, now))
    return found


def tidings_for(
    duties: Duties, tidings: Mapping[Assignee, Sequence[Tiding]], positions: Mapping[int, int]
) -> list[Tiding]:
    """What one person is told, of all their places: by kind, then in the plan's order."""
    places = [Assignee(school_id=school) for school in duties.schools]
    places += [Assignee(organisation_id=body) for body in duties.organisations]
    places += [COORDINATOR] if duties.districts else []
    order = list(TidingKind)
    found = [tiding for place in places for tiding in tidings.get(place, ())]
    return sorted(found, key=lambda t: (order.index(t.kind), positions.get(t.activity_id, 0)))
