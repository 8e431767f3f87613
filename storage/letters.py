"""Notices that Telegram refused: dead letters, until somebody sends them again or lets them go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.engine import Transaction
from storage.tables import outbox, people

REFUSED, DROPPED = "refused", "dropped"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    id: int
    name: str  # of the person it is for
    notice: str
    error: str
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    waiting: int
    oldest: datetime | None  # due moment of the longest waiting notice that is due


async def list_dead_letters(tx: Transaction) -> list[DeadLetter]:
    """The latest first."""
    o = outbox.c
    found = await tx.execute(
        select(o.id, people.c.name, o.notice, o.error, o.closed_at)
        .join(people, people.c.id == o.person_id)
        .where(o.outcome == REFUSED)
        .order_by(o.closed_at.desc(), o.id.desc())
    )
    return [DeadLetter(row.id, row.name, row.notice, row.error or "", row.closed_at) for row in found]


async def revive_letter(tx: Transaction, letter_id: int, *, now: datetime) -> bool:
    """Queue a dead letter once more; False when it is none (any more)."""
    values = {"outcome": None, "closed_at": None, "error": None, "tries": 0, "due_at": now, "send_by": None}
    return await _change(tx, letter_id, values)


async def drop_letter(tx: Transaction, letter_id: int) -> bool:
    """Let a dead letter go; False when it is none (any more)."""
    return await _change(tx, letter_id, {"outcome": DROPPED})


async def look_at_queue(tx: Transaction, now: datetime) -> Queue:
    o = outbox.c
    due = select(func.count(), func.min(o.due_at)).where(o.outcome.is_(None), o.due_at <= now)
    waiting, oldest = (await tx.execute(due)).one()
    return Queue(waiting, oldest)


async def count_pending(tx: Transaction) -> int:
    """Notices not sent yet and not given up, whenever they are due."""
    found = select(func.count()).where(outbox.c.outcome.is_(None))
    return int((await tx.execute(found)).scalar_one())


async def _change(tx: Transaction, letter_id: int, values: Mapping[str, object]) -> bool:
    dead = (outbox.c.id == letter_id) & (outbox.c.outcome == REFUSED)
    return (await tx.execute(update(outbox).where(dead).values(values))).rowcount == 1
