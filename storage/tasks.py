"""Tasks, and the compare-and-swap that moves them, each move with its line of history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, literal, or_, select, update

from bot.domain.access import acts_for_another
from bot.domain.deadlines import DeadlineKind
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.tasks import Duties, Move, Task, TaskState, power_behind, steps_of
from storage.districts import LOCAL_ZONE
from storage.engine import Transaction
from storage.history import NewLine, append_lines, lock_chains
from storage.tables import (
    activities,
    districts,
    organisations,
    plans,
    schools,
    sections,
    snoozes,
    tasks,
)
from storage.upsert import upsert

# What a card shows, and enough for every list.
TASK: Select[*tuple[Any, ...]] = (
    select(
        tasks.c.id,
        tasks.c.district_id,
        LOCAL_ZONE.label("zone"),
        tasks.c.activity_id,
        activities.c.plan_id,
        activities.c.position,
        activities.c.number,
        activities.c.title,
        func.coalesce(sections.c.title, "").label("section"),
        activities.c.result,
        activities.c.responsible_text,
        tasks.c.label,
        tasks.c.school_id,
        tasks.c.organisation_id,
        func.coalesce(schools.c.name, organisations.c.name, "").label("responsible"),
        tasks.c.window_start,
        tasks.c.window_end,
        tasks.c.checkpoint,
        tasks.c.state,
        tasks.c.opens_at,
        tasks.c.due_at,
        tasks.c.changed_at,
        activities.c.evidence_kind,
        (plans.c.status == PlanStatus.ARCHIVED.value).label("archived"),
        func.coalesce(activities.c.deadline["kind"].as_string(), DeadlineKind.UNKNOWN.value).label(
            "deadline_kind"
        ),
        tasks.c.held_down,
        plans.c.head_confirms,
        # Of a school's own plan its head is the last one.
        and_(plans.c.coordinator_accepts, plans.c.school_id.is_(None)).label("coordinator_accepts"),
        plans.c.proof_required,
    )
    .join(districts, districts.c.id == tasks.c.district_id)
    .join(activities, activities.c.id == tasks.c.activity_id)
    .join(plans, plans.c.id == activities.c.plan_id)
    .join(sections, sections.c.id == activities.c.section_id, isouter=True)
    .join(schools, schools.c.id == tasks.c.school_id, isouter=True)
    .join(organisations, organisations.c.id == tasks.c.organisation_id, isouter=True)
)

# What is in the archive is followed no more: lists, counts and reminders leave it out.
IN_LIVE_PLAN: ColumnElement[bool] = plans.c.status != PlanStatus.ARCHIVED.value


def task_from(row: Row[*tuple[Any, ...]]) -> Task:
    fields = row._asdict()
    kinds = {
        "state": TaskState(fields["state"]),
        "evidence_kind": EvidenceKind(fields["evidence_kind"]),
        "deadline_kind": DeadlineKind(fields["deadline_kind"]),
    }
    return Task(**fields | kinds)


async def get_task(tx: Transaction, task_id: int) -> Task | None:
    row = (await tx.execute(TASK.where(tasks.c.id == task_id))).first()
    return task_from(row) if row else None


async def list_duties(tx: Transaction, duties: Duties, states: Collection[TaskState]) -> list[Task]:
    """The tasks of these places in one of ``states``, by their last day, then in the plan's order."""
    return await _list(tx, belongs_to(duties), _in(states))


async def list_latest(
    tx: Transaction, duties: Duties, states: Collection[TaskState], *, offset: int, limit: int
) -> list[Task]:
    """Some of the tasks of these places in one of ``states``, the latest change first."""
    page = TASK.where(belongs_to(duties), _in(states), IN_LIVE_PLAN)
    rows = await tx.execute(
        page.order_by(tasks.c.changed_at.desc(), tasks.c.id.desc()).offset(offset).limit(limit)
    )
    return [task_from(row) for row in rows]


async def list_schools_tasks(
    tx: Transaction, school_ids: Sequence[int], states: Collection[TaskState]
) -> list[Task]:
    return await _list(tx, tasks.c.school_id.in_(school_ids), _in(states))


async def list_districts_tasks(
    tx: Transaction, district_ids: Collection[int], states: Collection[TaskState]
) -> list[Task]:
    return await _list(tx, tasks.c.district_id.in_(district_ids), _in(states))


async def list_plan_tasks(tx: Transaction, plan_id: int, states: Collection[TaskState]) -> list[Task]:
    return await _list(tx, activities.c.plan_id == plan_id, _in(states))


async def count_duties(tx: Transaction, duties: Duties) -> Mapping[TaskState, int]:
    """How many tasks of these places are in each state; a state without any is absent."""
    rows = await tx.execute(
        select(tasks.c.state, func.count())
        .join(activities, activities.c.id == tasks.c.activity_id)
        .join(plans, plans.c.id == activities.c.plan_id)
        .where(belongs_to(duties), IN_LIVE_PLAN)
        .group_by(tasks.c.state)
    )
    return {TaskState(state): int(n) for state, n in rows}


async def move_task(
    tx: Transaction, task: Task, move: Move, *, actor: Person, why: str = "", now: datetime
) -> bool:
    """Move the task out of the state it was seen in and note it; False when it has left that state.

    Raises LookupError for a move that the table does not know: the caller asks it first.
    """
    return bool(await move_tasks(tx, [task], move, actor=actor, why=why, now=now))


async def move_tasks(
    tx: Transaction, seen: Sequence[Task], move: Move, *, actor: Person, why: str = "", now: datetime
) -> list[Task]:
    """The same for several; those that were still in the state they were seen in, as they are now."""
    await lock_chains(tx, {task.plan_id for task in seen})
    done, lines = [], []
    for task in seen:
        steps = steps_of(task, move)
        state = steps[-1].after
        of_task = (tasks.c.id == task.id, tasks.c.state == task.state.value)
        changed = await tx.execute(update(tasks).where(*of_task).values(state=state.value, changed_at=now))
        if changed.rowcount:
            done.append(replace(task, state=state, changed_at=now))
            acting = acts_for_another(actor, power_behind(task, move), task.place)
            reasons = (why, *[""] * len(steps))  # what follows by itself has none of its own
            lines += [
                NewLine(task.plan_id, task.id, step.move, step.before, step.after, reason, acting)
                for step, reason in zip(steps, reasons, strict=False)
            ]
    await append_lines(tx, lines, person_id=actor.id, now=now)
    return done


async def set_window(
    tx: Transaction, task_id: int, *, start: date | None, end: date, opens_at: datetime, due_at: datetime
) -> None:
    await tx.execute(
        update(tasks)
        .where(tasks.c.id == task_id)
        .values(window_start=start, window_end=end, opens_at=opens_at, due_at=due_at)
    )


async def open_due_tasks(tx: Transaction, *, now: datetime) -> int:
    """Open the planned tasks of followed plans whose window has begun; how many."""
    # The state stands literally, as in the partial index: a bound one would not let SQLite use it.
    planned = literal(TaskState.PLANNED.value, literal_execute=True)
    due = (tasks.c.state == planned, tasks.c.opens_at <= now)
    found = await tx.execute(
        select(activities.c.id, activities.c.plan_id)
        .join(plans, plans.c.id == activities.c.plan_id)
        .where(activities.c.id.in_(select(tasks.c.activity_id).where(*due)), IN_LIVE_PLAN)
    )
    plan_of = {row.id: row.plan_id for row in found}
    if not plan_of:
        return 0
    await lock_chains(tx, set(plan_of.values()))
    opened = await tx.execute(
        update(tasks)
        .where(*due, tasks.c.activity_id.in_(plan_of))
        .values(state=TaskState.OPEN.value, changed_at=now)
        .returning(tasks.c.id, tasks.c.activity_id)
    )
    lines = [
        NewLine(plan_of[activity], task, Move.OPEN, TaskState.PLANNED, TaskState.OPEN)
        for task, activity in sorted(tuple(row) for row in opened)
    ]
    await append_lines(tx, lines, person_id=None, now=now)
    return len(lines)


async def put_off(tx: Transaction, *, person_id: int, task_id: int, until: date) -> None:
    """Show the task to this person again on ``until``, not before; the last word counts."""
    statement = upsert(tx, snoozes).values(person_id=person_id, task_id=task_id, until_on=until)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[snoozes.c.person_id, snoozes.c.task_id], set_={"until_on": until}
        )
    )


def belongs_to(duties: Duties) -> ColumnElement[bool]:
    t = tasks.c
    return or_(
        t.school_id.in_(duties.schools),
        t.organisation_id.in_(duties.organisations),
        t.district_id.in_(duties.districts) & t.school_id.is_(None) & t.organisation_id.is_(None),
    )


def _in(states: Collection[TaskState]) -> ColumnElement[bool]:
    return tasks.c.state.in_([state.value for state in states])


async def _list(tx: Transaction, *conditions: ColumnElement[bool]) -> list[Task]:
    t = tasks.c
    order = (t.window_end.is_(None), t.window_end, activities.c.position, t.occurrence, t.place, t.id)
    rows = await tx.execute(TASK.where(*conditions, IN_LIVE_PLAN).order_by(*order))
    return [task_from(row) for row in rows]
