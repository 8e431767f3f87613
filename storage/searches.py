"""What each person last looked for in a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.engine import Transaction
from storage.tables import searches
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Search:
    plan_id: int
    words: str
    at: datetime


async def remember_search(
    tx: Transaction, person_id: int, plan_id: int, words: str, *, now: datetime
) -> None:
    """The last one counts."""
    facts = {"plan_id": plan_id, "words": words, "at": now}
    statement = upsert(tx, searches).values(person_id=person_id, **facts)
    await tx.execute(statement.on_conflict_do_update(index_elements=[searches.c.person_id], set_=facts))


async def get_search(tx: Transaction, person_id: int) -> Search | None:
    s = searches.c
    row = (await tx.execute(select(s.plan_id, s.words, s.at).where(s.person_id == person_id))).first()
    return Search(row.plan_id, row.words, row.at) if row else None
