"""The tasks of a live plan as a correction finds them, and what it makes of them, in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from bot.domain.binding import Assignee
from bot.domain.fan_out import Occurrence
from bot.domain.local_time import day_begins, day_ends
from bot.domain.replanning import Replan, StandingTask
from bot.domain.tasks import Move, TaskState, moved
from storage.districts import District
from storage.engine import Transaction
from storage.fan_out import add_tasks
from storage.history import NewLine, append_lines, lock_chains, plans_of
from storage.tables import activities, tasks
from storage.upsert import update_rows


async def list_standing(tx: Transaction, plan_id: int) -> list[StandingTask]:
    """Every task of the plan that was not withdrawn, locked until the transaction ends."""
    await lock_chains(tx, {plan_id})
    t = tasks.c
    when = (t.occurrence, t.label, t.window_start, t.window_end, t.checkpoint)
    rows = await tx.execute(
        select(t.id, t.activity_id, t.school_id, t.organisation_id, *when, t.state)
        .join(activities, activities.c.id == t.activity_id)
        .where(activities.c.plan_id == plan_id, t.state != TaskState.WITHDRAWN.value)
        .order_by(t.id)
        .with_for_update(of=tasks)
    )
    return [
        StandingTask(
            r.id,
            r.activity_id,
            Assignee(r.school_id, r.organisation_id),
            Occurrence(r.occurrence, r.label, r.window_start, r.window_end, r.checkpoint),
            TaskState(r.state),
        )
        for r in rows
    ]


async def carry_out(
    tx: Transaction, district: District, replan: Replan, *, person_id: int, now: datetime
) -> None:
    """Do what the replan says, each move with its line of history."""
    numbers = {task.id: number for task, number in replan.numbered}
    numbers |= {task.id: when.number for task, when in replan.moved}
    # Withdrawn ones leave their numbers to those who may come after them.
    numbers |= {task.id: -task.id for task in replan.withdrawn}
    await _number(tx, numbers)
    await _move(tx, replan.moved, district, person_id, now)
    await _note(tx, [(task, Move.WITHDRAW, "") for task in replan.withdrawn], person_id, now)
    await add_tasks(tx, district, replan.added, person_id=person_id, now=now)


async def _number(tx: Transaction, numbers: dict[int, int]) -> None:
    # Aside first: numbers are unique after every single row of an update.
    await update_rows(tx, tasks, [{"id": task_id, "occurrence": -task_id} for task_id in numbers])
    await update_rows(tx, tasks, [{"id": task_id, "occurrence": n} for task_id, n in numbers.items()])


async def _move(
    tx: Transaction,
    pairs: Sequence[tuple[StandingTask, Occurrence]],
    district: District,
    person_id: int,
    now: datetime,
) -> None:
    rows = []
    for task, when in pairs:
        dated, zone = when.end is not None, district.zone_of(task.place.school_id)
        rows.append(
            {
                "id": task.id,
                "label": when.label,
                "window_start": when.start,
                "window_end": when.end,
                "checkpoint": when.checkpoint,
                "opens_at": (day_begins(when.start, zone) if when.start else now) if dated else None,
                "due_at": day_ends(when.end, zone) if when.end else None,
            }
        )
    await update_rows(tx, tasks, rows)
    shifted = [
        (task, Move.RESCHEDULE if when.end else Move.UNSCHEDULE, _shift(task.occurrence, when))
        for task, when in pairs
        if (task.occurrence.start, task.occurrence.end) != (when.start, when.end)
    ]
    await _note(tx, shifted, person_id, now)


def _shift(before: Occurrence, after: Occurrence) -> str:
    """«15.10.2026 → 20.10.2026»: days in figures, which every language reads."""
    days = (f"{when.end:%d.%m.%Y}" if when.end else "—" for when in (before, after))
    return " → ".join(days)


async def _note(
    tx: Transaction, moves: Sequence[tuple[StandingTask, Move, str]], person_id: int, now: datetime
) -> None:
    """Move tasks within the table of moves; what it does not know (a returned task's date) stays."""
    plan_of = await plans_of(tx, {task.activity_id for task, _, _ in moves})
    states, lines = [], []
    for task, move, why in moves:
        if state := moved(task.state, move):
            states.append({"id": task.id, "state": state.value, "changed_at": now})
            lines.append(NewLine(plan_of[task.activity_id], task.id, move, task.state, state, why))
    await update_rows(tx, tasks, states)
    await append_lines(tx, lines, person_id=person_id, now=now)
