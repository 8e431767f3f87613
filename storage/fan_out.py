"""The bulk insert of a plan's tasks, with the first line of each one's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from bot.domain.fan_out import NewTask
from bot.domain.local_time import day_begins, day_ends
from bot.domain.tasks import Move, TaskState
from storage.districts import District
from storage.engine import Transaction
from storage.history import NewLine, append_lines
from storage.tables import activities, task_history, tasks
from storage.upsert import upsert


async def add_tasks(
    tx: Transaction, district: District, new: Sequence[NewTask], *, person_id: int, now: datetime
) -> int:
    """Insert those of ``new`` that do not exist yet, in a few statements; how many were inserted."""
    if not new:
        return 0
    before = await _count(tx, district.id)
    # Executed with many rows at once, so that no engine's limit of parameters is met.
    await tx.execute(upsert(tx, tasks).on_conflict_do_nothing(), [_row(district, t, now) for t in new])
    await _note(tx, district.id, person_id=person_id, now=now)
    return await _count(tx, district.id) - before


async def _note(tx: Transaction, district_id: int, *, person_id: int, now: datetime) -> None:
    """Give every task that has no line of history its first one."""
    t, h = tasks.c, task_history.c
    unwritten = ~select(h.id).where(h.task_id == t.id).exists()
    rows = await tx.execute(
        select(activities.c.plan_id, t.id, t.state)
        .join(activities, activities.c.id == t.activity_id)
        .where(t.district_id == district_id, unwritten)
        .order_by(t.id)
    )
    lines = [NewLine(plan, task, Move.CREATE, None, TaskState(state)) for plan, task, state in rows]
    await append_lines(tx, lines, person_id=person_id, now=now)


async def _count(tx: Transaction, district_id: int) -> int:
    found = await tx.execute(select(func.count()).where(tasks.c.district_id == district_id))
    return int(found.scalar_one())


def _row(district: District, task: NewTask, now: datetime) -> dict[str, object]:
    when = task.occurrence
    waiting = when.end is None
    zone = district.zone_of(task.assignee.school_id)
    opens_at = day_begins(when.start, zone) if when.start else now
    return {
        "district_id": district.id,
        "activity_id": task.activity_id,
        "occurrence": when.number,
        "label": when.label,
        "school_id": task.assignee.school_id,
        "organisation_id": task.assignee.organisation_id,
        "place": task.assignee.word,
        "window_start": when.start,
        "window_end": when.end,
        "checkpoint": when.checkpoint,
        "state": (TaskState.WAITING if waiting else TaskState.PLANNED).value,
        "opens_at": None if waiting else opens_at,
        "due_at": None if when.end is None else day_ends(when.end, zone),
        "changed_at": now,
    }
