"""Pairs of partner schools and their joint events."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, insert, select, update

from bot.domain.partners import JointEvent, Partnership
from storage.engine import Transaction
from storage.tables import joint_events, partnerships, schools
from storage.upsert import upsert

_P = partnerships.c
_HOST, _SCHOOL = schools.alias("host"), schools.alias("school")


async def add_partnership(
    tx: Transaction,
    *,
    district_id: int,
    host_id: int,
    school_id: int,
    ends_on: date,
    created_by: int,
    now: datetime,
) -> int | None:
    """The pair's id; None where the two are a pair already. One that was ended comes back with its events."""
    ended = (_P.host_id == host_id, _P.school_id == school_id, _P.ended_at.is_not(None))
    again = update(partnerships).where(*ended).values(ends_on=ends_on, ended_at=None)
    if back := (await tx.execute(again.returning(_P.id))).scalar_one_or_none():
        return int(back)
    pair = {"district_id": district_id, "host_id": host_id, "school_id": school_id, "ends_on": ends_on}
    row = upsert(tx, partnerships).values(**pair, created_by=created_by, created_at=now)
    made: int | None = (await tx.execute(row.on_conflict_do_nothing().returning(_P.id))).scalar_one_or_none()
    return made


async def end_partnership(tx: Transaction, partnership_id: int, *, now: datetime) -> bool:
    one = update(partnerships).where(_P.id == partnership_id, _P.ended_at.is_(None))
    return (await tx.execute(one.values(ended_at=now))).rowcount == 1


async def prolong(tx: Transaction, partnership_id: int, ends_on: date) -> None:
    await tx.execute(update(partnerships).where(_P.id == partnership_id).values(ends_on=ends_on))


async def get_partnership(tx: Transaction, partnership_id: int) -> Partnership | None:
    row = (await tx.execute(_query().where(_P.id == partnership_id))).first()
    return Partnership(**row._asdict()) if row else None


async def list_partnerships(tx: Transaction, district_ids: Collection[int]) -> list[Partnership]:
    """By the helping school's name, then the other's."""
    of_districts = _query().where(_P.district_id.in_(district_ids))
    rows = await tx.execute(of_districts.order_by(_HOST.c.name, _SCHOOL.c.name, _P.id))
    return [Partnership(**row._asdict()) for row in rows]


async def add_event(
    tx: Transaction, partnership_id: int, *, held_on: date, title: str, created_by: int
) -> None:
    event = {"partnership_id": partnership_id, "held_on": held_on, "title": title}
    await tx.execute(insert(joint_events).values(**event, created_by=created_by))


async def list_events(tx: Transaction, partnership_id: int, *, limit: int) -> list[JointEvent]:
    """The latest first."""
    e = joint_events.c
    of_pair = select(e.held_on, e.title).where(e.partnership_id == partnership_id)
    rows = await tx.execute(of_pair.order_by(e.held_on.desc(), e.id.desc()).limit(limit))
    return [JointEvent(row.held_on, row.title) for row in rows]


def _query() -> Select[*tuple[Any, ...]]:
    names = (_HOST.c.name.label("host"), _P.school_id, _SCHOOL.c.name.label("school"), _P.ends_on)
    return (
        select(_P.id, _P.district_id, _P.host_id, *names)
        .select_from(partnerships)
        .join(_HOST, _HOST.c.id == _P.host_id)
        .join(_SCHOOL, _SCHOOL.c.id == _P.school_id)
        .where(_P.ended_at.is_(None))
    )
