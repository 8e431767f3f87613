"""Remarks on reports: what curators and experts say beside the way that a report goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from storage.engine import Transaction
from storage.tables import people, remarks


@dataclass(frozen=True, slots=True)
class Remark:
    at: datetime
    who: str
    version: int  # of the report
    words: str


async def add_remark(
    tx: Transaction, *, task_id: int, version: int, person_id: int, words: str, now: datetime
) -> int:
    """The remark's id."""
    row = {"task_id": task_id, "version": version, "person_id": person_id, "words": words, "at": now}
    added = await tx.execute(insert(remarks).values(row).returning(remarks.c.id))
    return int(added.scalar_one())


async def list_remarks(tx: Transaction, task_id: int) -> list[Remark]:
    """The latest first."""
    r = remarks.c
    rows = await tx.execute(
        select(r.at, people.c.name, r.version, r.words)
        .join(people, people.c.id == r.person_id)
        .where(r.task_id == task_id)
        .order_by(r.id.desc())
    )
    return [Remark(*row) for row in rows]


async def count_remarks(tx: Transaction, task_id: int) -> int:
    found = select(func.count()).select_from(remarks).where(remarks.c.task_id == task_id)
    return int((await tx.execute(found)).scalar_one())
