"""A meeting of the district: an agenda proposed from what is late or was returned, and its decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.errors import DomainError
from bot.domain.tasks import Task, TaskState

LONGEST = 10  # questions that an agenda proposes
MAX_DECISION = 400  # characters of each part of a decision
SECTION = "Решения совещаний"  # of the plan, as an official document names it
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the plan that a meeting is to speak of."""

    number: str  # as written
    title: str
    late: int  # tasks
    returned: int


@dataclass(frozen=True, slots=True)
class Decision:
    words: str
    deadline: str  # as typed
    responsible: str


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    district_id: int
    district: str
    held_on: date
    agenda: tuple[Question, ...]


def propose_agenda(tasks: Iterable[Task], now: datetime) -> tuple[Question, ...]:
    """The rows with most tasks late or returned first; those alike in the order of the plan."""
    counts: dict[tuple[int, int, str, str], list[int]] = {}
    for task in tasks:
        late, returned = task.is_overdue(now), task.state is TaskState.RETURNED
        if late or returned:
            row = (task.plan_id, task.position, task.number, task.title)
            found = counts.setdefault(row, [0, 0])
            found[0] += late
            found[1] += returned and not late
    ranked = sorted(counts.items(), key=lambda pair: (-sum(pair[1]), pair[0][:2]))
    return tuple(Question(number, title, *found) for (_, _, number, title), found in ranked[:LONGEST])


def read_decision(raw: str) -> Decision:
    """«Провести сверку; до 15 декабря; РМК»: what, by when, who, on one line or on three."""
    parts = [" ".join(part.split()) for part in re.split(r"[;\n]", raw) if part.strip()]
    if len(parts) != _PARTS or any(len(part) > MAX_DECISION for part in parts):
        raise DomainError("error-meeting-decision", max=MAX_DECISION)
    return Decision(*parts)
