"""What a corrected row asks for against the tasks that it has: what is kept, moved, withdrawn, new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.binding import Assignee
from bot.domain.fan_out import NewTask, Occurrence
from bot.domain.tasks import UNFINISHED, TaskState


@dataclass(frozen=True, slots=True)
class StandingTask:
    """A task of a live plan as far as a correction is concerned; what was withdrawn stands no more."""

    id: int
    activity_id: int
    place: Assignee
    occurrence: Occurrence
    state: TaskState

    @property
    def unfinished(self) -> bool:
        return self.state in UNFINISHED


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row asks for: when, and of whom."""

    occurrences: tuple[Occurrence, ...] = ()
    places: tuple[Assignee, ...] = ()


@dataclass(frozen=True, slots=True)
class Replan:
    """What becomes of the tasks; a task that is named nowhere stays as it is.

    ``numbered`` are finished ones: they stand for the occurrence of this number now, or, below zero,
    for none. Their windows and reports are not touched.
    """

    added: tuple[NewTask, ...] = ()
    moved: tuple[tuple[StandingTask, Occurrence], ...] = ()
    numbered: tuple[tuple[StandingTask, int], ...] = ()
    withdrawn: tuple[StandingTask, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[Replan]) -> Replan:
        found = list(parts)
        return cls(
            tuple(task for part in found for task in part.added),
            tuple(move for part in found for move in part.moved),
            tuple(pair for part in found for pair in part.numbered),
            tuple(task for part in found for task in part.withdrawn),
        )


def replan_row(
    activity_id: int, standing: Sequence[StandingTask], before: Wanted, after: Wanted, today: date
) -> Replan:
    """Turn the tasks of one row from what it asked ``before`` into what it asks ``after``.

    Finished work is never asked for again where it answers an occurrence of the new row, and never
    lost where it answers none. A new window that is over before ``today`` makes no new task, as at a
    launch; a task that is there moves into it all the same, and is overdue.
    """
    parts = []
    for place in dict.fromkeys((*(task.place for task in standing), *after.places)):
        same_time = before.occurrences == after.occurrences
        if same_time and place in before.places and place in after.places:
            continue
        here = [task for task in standing if task.place == place]
        wanted = after.occurrences if place in after.places else ()
        parts.append(_replan_place(activity_id, place, here, before.occurrences, wanted, today))
    return Replan.joined(parts)


def _replan_place(
    activity_id: int,
    place: Assignee,
    here: Sequence[StandingTask],
    before: tuple[Occurrence, ...],
    wanted: tuple[Occurrence, ...],
    today: date,
) -> Replan:
    pairing = _Pairing(here, wanted)
    pairing.pair(lambda task, when: _window(task.occurrence) == _window(when))
    if len(before) == len(wanted):
        pairing.pair(lambda task, when: task.occurrence.number == when.number)
    else:
        pairing.pair(lambda task, when: not task.unfinished and _holds(when, task.occurrence.end))
    pairing.pair(lambda task, when: task.unfinished and not when.is_past(today))
    found, lone = pairing.found, pairing.tasks
    return Replan(
        added=tuple(NewTask(activity_id, when, place) for when in pairing.wanted if not when.is_past(today)),
        moved=tuple((task, when) for task, when in found if task.unfinished and task.occurrence != when),
        numbered=(
            *(
                (t, when.number)
                for t, when in found
                if not t.unfinished and t.occurrence.number != when.number
            ),
            # Below zero, by its own id: no occurrence of the plan will ever collide with it.
            *((task, -task.id) for task in lone if not task.unfinished and task.occurrence.number >= 0),
        ),
        withdrawn=tuple(task for task in lone if task.unfinished),
    )


class _Pairing:
    """Tasks and occurrences that have found each other, and those of both that are left."""

    def __init__(self, tasks: Sequence[StandingTask], wanted: Sequence[Occurrence]) -> None:
        self.tasks = sorted(tasks, key=lambda task: task.occurrence.number)
        self.wanted = list(wanted)
        self.found: list[tuple[StandingTask, Occurrence]] = []

    def pair(self, fits: Callable[[StandingTask, Occurrence], bool]) -> None:
        for task in tuple(self.tasks):
            when = next((when for when in self.wanted if fits(task, when)), None)
            if when is not None:
                self.tasks.remove(task)
                self.wanted.remove(when)
                self.found.append((task, when))


def _window(when: Occurrence) -> tuple[date | None, date | None, str]:
    return when.start, when.end, when.label


def _holds(when: Occurrence, day: date | None) -> bool:
    """Whether what was to be done by ``day`` was done within this window."""
    return day is not None and when.end is not None and (when.start or when.end) <= day <= when.end
