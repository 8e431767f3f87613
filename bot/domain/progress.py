"""How far a plan has come: tasks counted by status, by section, by school, by organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.reports import Outcome


class Status(StrEnum):
    """What a reader wants to know of a task; every task has exactly one. The order is that of bars."""

    DONE = "done"  # confirmed or accepted, and the report says so
    PARTLY = "partly"  # confirmed or accepted that it was done in part or not at all
    REPORTED = "reported"  # waits for the head or the coordinator
    OPEN = "open"  # its window runs, a returned report among them
    OVERDUE = "overdue"  # its window ended without a report
    PLANNED = "planned"  # its window has not begun
    WAITING = "waiting"  # waits for a date


_STATUS_OF_STATE = {
    "waiting": Status.WAITING,
    "planned": Status.PLANNED,
    "open": Status.OPEN,
    "reported": Status.REPORTED,
    "confirmed": Status.DONE,
    "accepted": Status.DONE,
    "returned": Status.OPEN,
}
# What was reported is in somebody else's court, and what has no date cannot be late.
_LATE = frozenset({Status.OPEN, Status.PLANNED})


def status_of(state: str, outcome: str | None, *, overdue: bool) -> Status:
    """What a task's stored state says, with its newest report's outcome and its window's end."""
    status = _STATUS_OF_STATE[state]
    if status is Status.DONE and outcome in (Outcome.PARTLY, Outcome.NOT_DONE):
        return Status.PARTLY
    return Status.OVERDUE if overdue and status in _LATE else status


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task as far as progress is concerned."""

    section: str
    school: str | None  # None where an organisation is responsible
    body: str  # the responsible school or organisation
    state: str  # the stored state, see ``_STATUS_OF_STATE``
    overdue: bool  # the window has ended
    outcome: str | None  # of the newest report that was sent, see ``bot.domain.reports.Outcome``

    @property
    def status(self) -> Status:
        return status_of(self.state, self.outcome, overdue=self.overdue)


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of tasks by status; the fields have the names and the order of Status."""

    done: int = 0
    partly: int = 0
    reported: int = 0
    open: int = 0
    overdue: int = 0
    planned: int = 0
    waiting: int = 0

    def __getitem__(self, status: Status) -> int:
        count: int = getattr(self, status.value)
        return count

    @property
    def total(self) -> int:
        return sum(self[status] for status in Status)

    @property
    def percent(self) -> int:
        """Done out of all, rounded down: 100 is said only when everything is done; 0 for no tasks."""
        return self.done * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Sections stand in the order of the facts, schools and organisations in that of the alphabet.

    The alphabet, because schools are not ranked.
    """

    total: Tally
    by_section: Mapping[str, Tally]
    by_school: Mapping[str, Tally]
    by_organisation: Mapping[str, Tally]  # responsible bodies that are no schools


def count_progress(facts: Iterable[TaskFact]) -> Progress:
    """Counts ``facts``, which come in the order of the plan. Raises KeyError for an unknown state."""
    facts = tuple(facts)
    by_school = _tallies((fact.school, fact.status) for fact in facts if fact.school is not None)
    by_organisation = _tallies((fact.body, fact.status) for fact in facts if fact.school is None)
    return Progress(
        total=_tally(Counter(fact.status for fact in facts)),
        by_section=_tallies((fact.section, fact.status) for fact in facts),
        by_school=_by_alphabet(by_school),
        by_organisation=_by_alphabet(by_organisation),
    )


def _tallies(pairs: Iterable[tuple[str, Status]]) -> dict[str, Tally]:
    counters: dict[str, Counter[Status]] = {}
    for name, status in pairs:
        counters.setdefault(name, Counter())[status] += 1
    return {name: _tally(counter) for name, counter in counters.items()}


def _tally(counter: Counter[Status]) -> Tally:
    return Tally(**{status.value: counter[status] for status in Status})


def _by_alphabet(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    return {name: tallies[name] for name in sorted(tallies, key=alphabetical)}


def alphabetical(name: str) -> tuple[list[str | int], str]:
    """A sort key: letter case and ё do not matter, numbers count as numbers («№ 2» before «№ 10»)."""
    pieces = re.split(r"(\d+)", name.casefold().replace("ё", "е"))
    return [int(piece) if place % 2 else piece for place, piece in enumerate(pieces)], name
