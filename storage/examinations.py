"""Examinations of schools by experts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import func, select

from bot.domain.examinations import Examination
from bot.domain.plan import Period, PlanStatus
from storage.engine import Transaction
from storage.tables import examinations, people, plans, schools
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class ExaminedSchool:
    """A school and the examinations that it has had under its district's newest live plan."""

    district_id: int
    period: Period  # of that plan
    name: str
    held: frozenset[int]  # numbers


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


async def list_examined(tx: Transaction, district_ids: Collection[int]) -> list[ExaminedSchool]:
    """The schools of these districts by name; of a district without a live plan none. One query."""
    p, s, e = plans.c, schools.c, examinations.c
    newest = (
        select(func.max(p.id))
        .where(p.district_id.in_(district_ids), p.school_id.is_(None), p.status == PlanStatus.LIVE.value)
        .group_by(p.district_id)
    )
    rows = await tx.execute(
        select(p.district_id, p.period_start, p.period_end, s.id, s.name, e.number)
        .join(schools, s.district_id == p.district_id)
        .join(examinations, (e.plan_id == p.id) & (e.school_id == s.id), isouter=True)
        .where(p.id.in_(newest))
        .order_by(p.district_id, s.name, s.id)
    )
    found = []
    for _, group in groupby(rows, key=lambda row: row.id):
        first, *others = group
        held = frozenset(row.number for row in (first, *others) if row.number is not None)
        period = Period(first.period_start, first.period_end)
        found.append(ExaminedSchool(first.district_id, period, first.name, held))
    return found


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
