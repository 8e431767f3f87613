"""The life of a task: its states and the only ways between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.access import Place


class TaskState(StrEnum):
    WAITING = "waiting"  # for a date
    PLANNED = "planned"
    OPEN = "open"  # its window began
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    RETURNED = "returned"  # to be done again; open with a reason


class Move(StrEnum):
    """What moves a task from one state to another."""

    SCHEDULE = "schedule"  # a waiting task gets its window
    OPEN = "open"  # the window began
    REPORT = "report"  # filed by somebody who must be confirmed
    REPORT_CONFIRMED = (
        "report_confirmed"  # filed by a head or a body: nobody stands above but the coordinator
    )
    REPORT_ACCEPTED = "report_accepted"  # filed by the coordinator
    CONFIRM = "confirm"
    ACCEPT = "accept"
    RETURN = "return"  # a reason is obligatory


_S, _M = TaskState, Move
_TO_DO = (_S.WAITING, _S.PLANNED, _S.OPEN, _S.RETURNED)

MOVES: Mapping[tuple[TaskState, Move], TaskState] = {
    (_S.WAITING, _M.SCHEDULE): _S.PLANNED,
    (_S.PLANNED, _M.OPEN): _S.OPEN,
    **{(state, _M.REPORT): _S.REPORTED for state in (*_TO_DO, _S.REPORTED)},
    **{(state, _M.REPORT_CONFIRMED): _S.CONFIRMED for state in (*_TO_DO, _S.REPORTED, _S.CONFIRMED)},
    **{(state, _M.REPORT_ACCEPTED): _S.ACCEPTED for state in _TO_DO},
    (_S.REPORTED, _M.CONFIRM): _S.CONFIRMED,
    (_S.CONFIRMED, _M.ACCEPT): _S.ACCEPTED,
    (_S.REPORTED, _M.RETURN): _S.RETURNED,
    (_S.CONFIRMED, _M.RETURN): _S.RETURNED,
}

DONE = frozenset({_S.CONFIRMED, _S.ACCEPTED})
TO_DO = frozenset({_S.PLANNED, _S.OPEN, _S.RETURNED})


def moved(state: TaskState, move: Move) -> TaskState | None:
    """The state after ``move``, or None where the table allows no such step."""
    return MOVES.get((state, move))


@dataclass(frozen=True, slots=True)
class Task:
    """One activity × one occurrence × one responsible school or body, with what a card shows."""

    id: int
    district_id: int
    activity_id: int
    number: str  # of the activity, as written
    title: str
    section: str
    label: str  # the occurrence's own name, or ""
    school_id: int | None
    organisation_id: int | None  # neither: the coordinator's own
    responsible: str  # the school's or the body's name; "" for the coordinator
    window_start: date | None
    window_end: date | None
    checkpoint: bool
    state: TaskState
    due_at: datetime | None  # UTC; the local midnight that ends the last day

    @property
    def place(self) -> Place:
        return Place(self.district_id, self.school_id, self.organisation_id)

    def is_overdue(self, now: datetime) -> bool:
        """The last day is over and nothing was reported."""
        return self.state in TO_DO and self.due_at is not None and self.due_at <= now
