"""A school's own time zone, and the days of its tasks by it."""

from __future__ import annotations

from sqlalchemy import select, update

from bot.domain.local_time import day_begins, day_ends
from bot.domain.tasks import UNFINISHED
from storage.engine import Transaction
from storage.tables import schools, tasks
from storage.upsert import update_rows


async def set_school_zone(tx: Transaction, school_id: int, zone: str | None) -> None:
    """None: the district's."""
    await tx.execute(update(schools).where(schools.c.id == school_id).values(zone=zone))


async def move_to_zone(tx: Transaction, school_id: int, zone: str) -> None:
    """Let the days of a school's unfinished tasks begin and end by the clocks of ``zone``."""
    t = tasks.c
    to_do = t.state.in_([state.value for state in UNFINISHED])
    rows = await tx.execute(
        select(t.id, t.window_start, t.window_end, t.opens_at).where(
            t.school_id == school_id, to_do, t.window_end.is_not(None)
        )
    )
    moved_rows = [
        {
            "id": row.id,
            "opens_at": day_begins(row.window_start, zone) if row.window_start else row.opens_at,
            "due_at": day_ends(row.window_end, zone),
        }
        for row in rows
    ]
    await update_rows(tx, tasks, moved_rows)
