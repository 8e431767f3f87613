"""What each person last looked for in a plan, and where they stood among its filtered tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from storage.engine import Transaction
from storage.tables import filters, searches
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


@dataclass(frozen=True, slots=True)
class FilterPlace:
    """A page of a plan's filtered tasks."""

    plan_id: int
    code: str  # of the filter
    first: int  # the page's first task; 0: the beginning
    at: datetime


async def remember_filter(tx: Transaction, person_id: int, place: FilterPlace) -> None:
    """The last one counts."""
    facts = {"plan_id": place.plan_id, "code": place.code, "first_task": place.first, "at": place.at}
    statement = upsert(tx, filters).values(person_id=person_id, **facts)
    await tx.execute(statement.on_conflict_do_update(index_elements=[filters.c.person_id], set_=facts))


async def get_filter(tx: Transaction, person_id: int) -> FilterPlace | None:
    f = filters.c
    query = select(f.plan_id, f.code, f.first_task, f.at).where(f.person_id == person_id)
    row = (await tx.execute(query)).first()
    return FilterPlace(row.plan_id, row.code, row.first_task, row.at) if row else None
