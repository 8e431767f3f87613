"""A report that its author takes back: the task stands again where the report found it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from bot.domain.reports import Report
from bot.domain.tasks import FILING, PASSING, Move, Task, TaskState
from storage.engine import Transaction
from storage.history import NewLine, append_lines, lock_chains
from storage.tables import reports, task_history, tasks


async def get_state_before(tx: Transaction, task_id: int) -> TaskState | None:
    """Where the report that counts found the task; None when somebody has decided on it since."""
    h = task_history.c
    lines = await tx.execute(
        select(h.move, h.from_state, h.to_state).where(h.task_id == task_id).order_by(h.number.desc())
    )
    undone = 0  # sendings that were taken back before
    for line, before, after in lines:
        move = Move(line)
        if move is Move.TAKE_BACK:
            undone += 1
        elif move in FILING and undone:
            undone -= 1
        elif move in FILING:
            return TaskState(before)
        elif before != after and move not in PASSING:
            return None
    return None


async def take_back(
    tx: Transaction, task: Task, report: Report, state: TaskState, *, person_id: int, now: datetime
) -> bool:
    """Bring the task from the state it was seen in to ``state``; its report counts no more.

    False when somebody has moved the task or taken the report back meanwhile.
    """
    await lock_chains(tx, {task.plan_id})
    moved = await tx.execute(
        update(tasks)
        .where(tasks.c.id == task.id, tasks.c.state == task.state.value)
        .values(state=state.value, changed_at=now)
    )
    taken = await tx.execute(
        update(reports)
        .where(reports.c.id == report.id, reports.c.taken_back_at.is_(None))
        .values(taken_back_at=now)
    )
    if not (moved.rowcount and taken.rowcount):
        return False
    line = NewLine(task.plan_id, task.id, Move.TAKE_BACK, task.state, state)
    await append_lines(tx, [line], person_id=person_id, now=now)
    return True
