"""What digests need beside the tasks: who is out of reach, what was filed, when a week is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select, update

from bot.domain.digest import Unreached
from storage.engine import Transaction
from storage.tables import memberships, organisations, people, reports, schools, tasks


async def list_unreached(tx: Transaction, district_ids: Collection[int]) -> Mapping[int, list[Unreached]]:
    """District → its people whom no message reaches."""
    m = memberships.c
    place = func.coalesce(schools.c.name, organisations.c.name, "")
    rows = await tx.execute(
        select(m.district_id, people.c.name, place)
        .select_from(memberships)
        .join(people, people.c.id == m.person_id)
        .join(schools, schools.c.id == m.school_id, isouter=True)
        .join(organisations, organisations.c.id == m.organisation_id, isouter=True)
        .where(m.district_id.in_(district_ids), people.c.reachable.is_(False))
        .distinct()
        .order_by(people.c.name, place)
    )
    found: dict[int, list[Unreached]] = defaultdict(list)
    for district, name, where in rows:
        found[district].append(Unreached(name, where))
    return found


async def count_filed(tx: Transaction, school_ids: Collection[int], *, since: datetime) -> Mapping[int, int]:
    """School → tasks that were reported after ``since``; a school without any is absent."""
    rows = await tx.execute(
        select(tasks.c.school_id, func.count(reports.c.task_id.distinct()))
        .join(tasks, tasks.c.id == reports.c.task_id)
        .where(
            tasks.c.school_id.in_(school_ids), reports.c.sent_at > since, reports.c.taken_back_at.is_(None)
        )
        .group_by(tasks.c.school_id)
    )
    return {school: int(n) for school, n in rows}


async def list_weekdays(tx: Transaction, person_ids: Collection[int]) -> Mapping[int, int]:
    """Person → the weekday (ISO) on which they are told of the week; 0: never."""
    rows = await tx.execute(select(people.c.id, people.c.weekly_on).where(people.c.id.in_(person_ids)))
    return {row.id: row.weekly_on for row in rows}


async def set_weekday(tx: Transaction, person_id: int, weekday: int) -> None:
    await tx.execute(update(people).where(people.c.id == person_id).values(weekly_on=weekday))
