"""Tasks that a person has ticked to report on together."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select

from storage.engine import Transaction
from storage.tables import ticked_tasks
from storage.upsert import upsert

_T = ticked_tasks.c


async def list_ticks(tx: Transaction, person_id: int) -> frozenset[int]:
    return frozenset((await tx.execute(select(_T.task_id).where(_T.person_id == person_id))).scalars())


async def toggle(tx: Transaction, *, person_id: int, task_id: int) -> None:
    """Tick the task, or take the tick off it."""
    added = upsert(tx, ticked_tasks).values(person_id=person_id, task_id=task_id).on_conflict_do_nothing()
    if (await tx.execute(added)).rowcount == 0:
        await clear(tx, person_id=person_id, task_ids=[task_id])


async def clear(tx: Transaction, *, person_id: int, task_ids: Collection[int]) -> None:
    gone = (_T.person_id == person_id) & _T.task_id.in_(task_ids)
    await tx.execute(delete(ticked_tasks).where(gone))
