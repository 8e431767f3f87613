"""Which late task has risen to whom, and what is held down."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import select, update

from bot.domain.escalation import MOVE_TO, Rise
from bot.domain.tasks import Task
from storage.engine import Transaction
from storage.history import NewLine, append_lines
from storage.tables import organisations, task_rises, tasks
from storage.upsert import upsert


async def note_rises(tx: Transaction, rises: Iterable[Rise], *, now: datetime) -> None:
    """Write each rise of a deadline once, with its line of history; three queries, however many."""
    found = {(r.task.id, r.above.value, r.task.window_end): r for r in rises}
    if not found:
        return
    statement = upsert(tx, task_rises).values(
        [{"task_id": task, "above": above, "last_on": last_on} for task, above, last_on in found]
    )
    r = task_rises.c
    new = await tx.execute(statement.on_conflict_do_nothing().returning(r.task_id, r.above, r.last_on))
    fresh = [found[row.task_id, row.above, row.last_on] for row in new]
    lines = [
        NewLine(r.task.plan_id, r.task.id, MOVE_TO[r.above], r.task.state, r.task.state)
        for r in sorted(fresh, key=lambda rise: (rise.task.id, rise.above))
    ]
    await append_lines(tx, lines, person_id=None, now=now)


async def hold_down(tx: Transaction, task: Task, *, held: bool) -> bool:
    """False when it stands so already."""
    t = tasks.c
    done = await tx.execute(
        update(tasks).where(t.id == task.id, t.held_down.is_not(held)).values(held_down=held)
    )
    return done.rowcount == 1


async def list_authorities(tx: Transaction, district_ids: Collection[int]) -> Mapping[int, int]:
    """Organisation → the district whose authority it is."""
    o = organisations.c
    rows = await tx.execute(
        select(o.id, o.district_id).where(o.district_id.in_(district_ids), o.is_authority.is_(True))
    )
    return {row.id: row.district_id for row in rows}


async def set_authority(tx: Transaction, district_id: int, organisation_id: int | None) -> None:
    """The only one of its district; None: nobody."""
    o = organisations.c
    chosen = o.id == organisation_id if organisation_id is not None else o.id.is_(None)
    await tx.execute(update(organisations).where(o.district_id == district_id).values(is_authority=chosen))
