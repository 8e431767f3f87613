"""Examinations of schools by experts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import select

from bot.domain.examinations import Examination
from storage.engine import Transaction
from storage.tables import examinations, people
from storage.upsert import upsert


async def list_examinations(
    tx: Transaction, plan_id: int, school_ids: Collection[int]
) -> Mapping[int, tuple[Examination, ...]]:
    """School → its examinations under the plan, the first first; a school without any is absent."""
    e = examinations.c
    rows = await tx.execute(
        select(e.school_id, e.number, e.held_on, people.c.name, e.words)
        .join(people, people.c.id == e.person_id)
        .where(e.plan_id == plan_id, e.school_id.in_(school_ids))
        .order_by(e.number)
    )
    found: dict[int, list[Examination]] = defaultdict(list)
    for school_id, *fields in rows:
        found[school_id].append(Examination(*fields))
    return {school_id: tuple(held) for school_id, held in found.items()}


async def set_examination(
    tx: Transaction,
    *,
    plan_id: int,
    school_id: int,
    number: int,
    held_on: date,
    person_id: int,
    words: str,
    now: datetime,
) -> None:
    """Write it down, or anew: the last word counts."""
    values = {"held_on": held_on, "person_id": person_id, "words": words, "at": now}
    key = {"plan_id": plan_id, "school_id": school_id, "number": number}
    statement = upsert(tx, examinations).values(**key, **values)
    columns = [examinations.c[name] for name in key]
    await tx.execute(statement.on_conflict_do_update(index_elements=columns, set_=values))
