"""The life of a task: its states and the only ways between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.access import Action, Place, may
from bot.domain.deadlines import DeadlineKind
from bot.domain.evidence import EvidenceKind
from bot.domain.local_time import local_day
from bot.domain.people import Person, Role


class TaskState(StrEnum):
    WAITING = "waiting"  # for a date
    PLANNED = "planned"
    OPEN = "open"  # its window began
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    RETURNED = "returned"  # to be done again; open with a reason
    WITHDRAWN = "withdrawn"  # a correction of the plan asks for it no more; the end


class Move(StrEnum):
    """What moves a task from one state to another."""

    CREATE = "create"  # the plan went live, or a school joined it: from no state at all
    SCHEDULE = "schedule"  # a waiting task gets its window
    OPEN = "open"  # the window began
    REPORT = "report"  # filed by somebody who must be confirmed
    REPORT_CONFIRMED = "report_confirmed"  # by a head or a body: only the coordinator stands above
    REPORT_ACCEPTED = "report_accepted"  # filed by the coordinator
    CONFIRM = "confirm"
    ACCEPT = "accept"
    RETURN = "return"  # a reason is obligatory
    TAKE_BACK = "take_back"  # its author undoes the sending: back to where the report found the task
    WITHOUT_CONFIRM = "without_confirm"  # nobody's decision: the plan does without the head's
    WITHOUT_ACCEPT = "without_accept"  # … without the coordinator's
    RESCHEDULE = "reschedule"  # a correction of the plan gives it another window
    UNSCHEDULE = "unschedule"  # … or makes it wait for a date
    WITHDRAW = "withdraw"  # … or does without it
    # What leaves the state as it was and is a line of the history all the same.
    REFUSE = "refuse"  # a person said «не моё»
    RECLAIM = "reclaim"  # … and then that it is theirs
    GIVE_BACK = "give_back"  # it is theirs, whoever decides says
    HAND_OVER = "hand_over"  # to somebody by name
    RISE_TO_COORDINATOR = "rise_to_coordinator"  # it is late, and somebody above was told
    RISE_TO_HEAD = "rise_to_head"
    RISE_TO_AUTHORITY = "rise_to_authority"
    HOLD_DOWN = "hold_down"  # the coordinator lets it rise no higher
    LET_RISE = "let_rise"


_S, _M = TaskState, Move
_TO_DO = (_S.WAITING, _S.PLANNED, _S.OPEN, _S.RETURNED)

MOVES: Mapping[tuple[TaskState, Move], TaskState] = {
    (_S.WAITING, _M.SCHEDULE): _S.PLANNED,
    (_S.PLANNED, _M.OPEN): _S.OPEN,
    # Until it is accepted a report can be corrected: a new version goes the whole way again.
    **{(state, _M.REPORT): _S.REPORTED for state in (*_TO_DO, _S.REPORTED, _S.CONFIRMED)},
    **{(state, _M.REPORT_CONFIRMED): _S.CONFIRMED for state in (*_TO_DO, _S.REPORTED, _S.CONFIRMED)},
    **{(state, _M.REPORT_ACCEPTED): _S.ACCEPTED for state in _TO_DO},
    (_S.REPORTED, _M.CONFIRM): _S.CONFIRMED,
    (_S.CONFIRMED, _M.ACCEPT): _S.ACCEPTED,
    (_S.REPORTED, _M.WITHOUT_CONFIRM): _S.CONFIRMED,
    (_S.CONFIRMED, _M.WITHOUT_ACCEPT): _S.ACCEPTED,
    (_S.REPORTED, _M.RETURN): _S.RETURNED,
    (_S.CONFIRMED, _M.RETURN): _S.RETURNED,
    # A window that has begun is opened again by the calendar; what is to be done again stays so.
    **{(state, _M.RESCHEDULE): _S.PLANNED for state in (_S.WAITING, _S.PLANNED, _S.OPEN)},
    (_S.RETURNED, _M.RESCHEDULE): _S.RETURNED,
    **{(state, _M.UNSCHEDULE): _S.WAITING for state in (_S.PLANNED, _S.OPEN)},
    **{(state, _M.WITHDRAW): _S.WITHDRAWN for state in _TO_DO},
}

FILING = frozenset({_M.REPORT, _M.REPORT_CONFIRMED, _M.REPORT_ACCEPTED})
PASSING = frozenset({_M.WITHOUT_CONFIRM, _M.WITHOUT_ACCEPT})  # by itself
DONE = frozenset({_S.CONFIRMED, _S.ACCEPTED})
SENT = DONE | {_S.REPORTED}  # it lies with somebody else, or is over
SECOND_THOUGHTS = timedelta(days=1)
UNFINISHED = frozenset(_TO_DO)
TO_DO = frozenset({_S.PLANNED, _S.OPEN, _S.RETURNED})


def moved(state: TaskState, move: Move) -> TaskState | None:
    """The state after ``move``, or None where the table allows no such step."""
    return MOVES.get((state, move))


def right_to(state: TaskState, move: Move) -> Action:
    """The right that a person needs for ``move`` of a task in ``state``."""
    match move:
        case Move.SCHEDULE:
            return Action.SCHEDULE_TASK
        case Move.CONFIRM:
            return Action.CONFIRM_REPORT
        case Move.RETURN if state is TaskState.REPORTED:
            return Action.CONFIRM_REPORT
        case Move.RETURN | Move.ACCEPT:
            return Action.ACCEPT_REPORT
        case _:
            return Action.FILE_REPORT


@dataclass(frozen=True, slots=True)
class Task:
    """One activity × one occurrence × one responsible school or body, with what a card shows."""

    id: int
    district_id: int
    zone: str  # the school's or the district's
    activity_id: int
    plan_id: int
    position: int  # of the activity in its plan, from 0
    number: str  # of the activity, as written
    title: str
    section: str
    result: str  # what is asked for, as written
    responsible_text: str  # all responsible parties, as written
    label: str  # the occurrence's own name, or ""
    school_id: int | None
    organisation_id: int | None  # neither: the coordinator's own
    responsible: str  # the school's or the body's name; "" for the coordinator
    window_start: date | None
    window_end: date | None
    checkpoint: bool
    state: TaskState
    opens_at: datetime | None  # UTC
    due_at: datetime | None  # UTC; the local midnight that ends the last day
    changed_at: datetime  # UTC; when it came into its state
    evidence_kind: EvidenceKind = EvidenceKind.NONE  # what is to prove it
    archived: bool = False  # its plan is over and only read
    deadline_kind: DeadlineKind = DeadlineKind.UNKNOWN  # of the activity
    held_down: bool = False  # however late, it rises no higher than to the coordinator
    head_confirms: bool = True  # levels that a report passes in its plan
    coordinator_accepts: bool = True
    proof_required: bool = False  # its plan accepts no report without the proof asked for

    @property
    def place(self) -> Place:
        return Place(self.district_id, self.school_id, self.organisation_id)

    @property
    def opened_on(self) -> date | None:
        """The local day on which its window begins."""
        return local_day(self.opens_at, self.zone) if self.opens_at else None

    @property
    def changed_on(self) -> date:
        return local_day(self.changed_at, self.zone)

    def lets_go_of(self, sent_at: datetime, now: datetime) -> bool:
        """Whether a report sent then, on which nobody has decided, is still its author's to take back.

        What the plan accepts by itself, asking nobody, is so for a day.
        """
        at_once = self.state is TaskState.ACCEPTED and now - sent_at < SECOND_THOUGHTS
        return at_once or self.state in (TaskState.REPORTED, TaskState.CONFIRMED)

    def is_overdue(self, now: datetime) -> bool:
        """The last day is over and nothing was reported."""
        return self.state in TO_DO and self.due_at is not None and self.due_at <= now


@dataclass(frozen=True, slots=True)
class Step:
    """One change of state, so one line of history."""

    move: Move
    before: TaskState
    after: TaskState


def steps_of(task: Task, move: Move) -> tuple[Step, ...]:
    """``move`` and what follows it by itself: a level that the plan leaves out is passed at once.

    Raises LookupError for a move that the table does not know: the caller asks it first.
    """
    after = moved(task.state, move)
    if after is None:
        raise LookupError(f"no {move} from {task.state}")
    steps = [Step(move, task.state, after)]
    if after is _S.REPORTED and not task.head_confirms:
        steps.append(Step(_M.WITHOUT_CONFIRM, after, after := _S.CONFIRMED))
    if after is _S.CONFIRMED and not task.coordinator_accepts:
        steps.append(Step(_M.WITHOUT_ACCEPT, after, _S.ACCEPTED))
    return tuple(steps)


def filing_move(actor: Person, task: Task) -> Move:
    """What a report of ``actor`` does: nobody waits for a confirmation that only they could give."""
    if task.coordinator_accepts and may(actor, Action.ACCEPT_REPORT, task.place):
        return Move.REPORT_ACCEPTED
    if may(actor, Action.CONFIRM_REPORT, task.place) or task.school_id is None:
        return Move.REPORT_CONFIRMED
    return Move.REPORT


def power_behind(task: Task, move: Move) -> Action:
    """The right that gives ``move`` its weight: a head's report counts as confirmed by being a head's."""
    match move:
        case Move.REPORT_ACCEPTED:
            return Action.ACCEPT_REPORT
        case Move.REPORT_CONFIRMED if task.school_id is not None:
            return Action.CONFIRM_REPORT
        case _:
            return right_to(task.state, move)


def possible_moves(actor: Person, task: Task) -> frozenset[Move]:
    """The moves that ``actor`` can make with the task as it stands."""
    if task.archived:
        return frozenset()
    moves = (Move.SCHEDULE, Move.CONFIRM, Move.ACCEPT, Move.RETURN, filing_move(actor, task))
    return frozenset(
        move
        for move in moves
        if moved(task.state, move) and may(actor, right_to(task.state, move), task.place)
    )


@dataclass(frozen=True, slots=True)
class Duties:
    """The places whose tasks a person is to do."""

    schools: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    districts: tuple[int, ...] = ()  # their tasks that belong to no school and no organisation

    @classmethod
    def of(cls, person: Person) -> Duties:
        bodies = (m.organisation_id for m in person.memberships if m.role is Role.METHODIST)
        return cls(
            schools=person.schools(Role.HEAD, Role.DEPUTY),
            organisations=tuple(body for body in bodies if body),
            districts=person.districts(Role.COORDINATOR),
        )
