"""The bulk insert of a plan's tasks, with the first line of each one's history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, insert, literal, null, select

from bot.domain.fan_out import NewTask
from bot.domain.local_time import day_begins, day_ends
from bot.domain.tasks import Move, TaskState
from storage.districts import District
from storage.engine import Transaction
from storage.tables import task_history, tasks
from storage.upsert import upsert


async def add_tasks(
    tx: Transaction, district: District, new: Sequence[NewTask], *, person_id: int, now: datetime
) -> int:
    """Insert those of ``new`` that do not exist yet, in two statements; how many were inserted."""
    if not new:
        return 0
    before = await _count(tx, district.id)
    # Executed with many rows at once, so that no engine's limit of parameters is met.
    await tx.execute(upsert(tx, tasks).on_conflict_do_nothing(), [_row(district, t, now) for t in new])
    t, h = tasks.c, task_history.c
    unwritten = ~select(h.id).where(h.task_id == t.id).exists()
    lines = select(
        t.id, t.changed_at, literal(person_id), literal(Move.CREATE.value), null(), t.state, literal("")
    )
    await tx.execute(
        insert(task_history).from_select(
            [h.task_id, h.at, h.person_id, h.move, h.from_state, h.to_state, h.why],
            lines.where(t.district_id == district.id, unwritten),
        )
    )
    return await _count(tx, district.id) - before


async def _count(tx: Transaction, district_id: int) -> int:
    found = await tx.execute(select(func.count()).where(tasks.c.district_id == district_id))
    return int(found.scalar_one())


def _row(district: District, task: NewTask, now: datetime) -> dict[str, object]:
    when = task.occurrence
    waiting = when.end is None
    opens_at = day_begins(when.start, district.zone) if when.start else now
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
        "due_at": None if when.end is None else day_ends(when.end, district.zone),
        "changed_at": now,
    }
