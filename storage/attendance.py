"""Meetings and who said that they were there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update

from bot.domain.access import Place
from bot.domain.attendance import Attendee, Event
from bot.domain.people import Membership, Role
from storage.engine import Transaction
from storage.tables import event_marks, events, organisations, people, schools
from storage.upsert import upsert


async def add_event(
    tx: Transaction,
    *,
    place: Place,
    activity_id: int | None,
    title: str,
    held_on: date,
    code: str,
    token: str,
    person_id: int,
    now: datetime,
) -> int:
    whose = {"district_id": place.district_id, "school_id": place.school_id}
    what = {"activity_id": activity_id, "title": title, "held_on": held_on, "code": code, "token": token}
    row = insert(events).values(
        **whose, organisation_id=place.organisation_id, **what, created_by=person_id, created_at=now
    )
    return int((await tx.execute(row.returning(events.c.id))).scalar_one())


async def get_event(tx: Transaction, event_id: int) -> Event | None:
    return _first(await tx.execute(_event().where(events.c.id == event_id)))


async def get_event_by_token(tx: Transaction, token: str) -> Event | None:
    return _first(await tx.execute(_event().where(events.c.token == token)))


async def get_open_event(tx: Transaction, district_ids: Collection[int], code: str) -> Event | None:
    """The open meeting of one of the districts with that code word."""
    e = events.c
    found = _event().where(e.district_id.in_(district_ids), e.code == code, e.closed_at.is_(None))
    return _first(await tx.execute(found.order_by(e.id).limit(1)))


async def list_events(tx: Transaction, district_id: int) -> list[Event]:
    """The newest first."""
    e = events.c
    rows = await tx.execute(
        _event().where(e.district_id == district_id).order_by(e.held_on.desc(), e.id.desc())
    )
    return [Event(*row) for row in rows]


async def list_open_codes(tx: Transaction, district_id: int) -> set[str]:
    e = events.c
    rows = await tx.execute(select(e.code).where(e.district_id == district_id, e.closed_at.is_(None)))
    return set(rows.scalars())


async def set_closed(tx: Transaction, event_id: int, closed_at: datetime | None, code: str) -> None:
    """``closed_at`` None: open again, under a code word that no other open meeting has."""
    await tx.execute(update(events).where(events.c.id == event_id).values(closed_at=closed_at, code=code))


async def mark_present(
    tx: Transaction, event_id: int, person_id: int, membership: Membership, *, now: datetime
) -> None:
    """Once, however often it is said."""
    values = {
        "role": membership.role.value,
        "school_id": membership.school_id,
        "organisation_id": membership.organisation_id,
        "at": now,
    }
    statement = upsert(tx, event_marks).values(event_id=event_id, person_id=person_id, **values)
    await tx.execute(statement.on_conflict_do_nothing())


async def unmark(tx: Transaction, event_id: int, person_id: int) -> None:
    m = event_marks.c
    await tx.execute(delete(event_marks).where(m.event_id == event_id, m.person_id == person_id))


async def is_marked(tx: Transaction, event_id: int, person_id: int) -> bool:
    m = event_marks.c
    found = await tx.execute(select(m.person_id).where(m.event_id == event_id, m.person_id == person_id))
    return found.first() is not None


async def list_attendees(tx: Transaction, event_id: int) -> list[Attendee]:
    """By place and name."""
    m = event_marks.c
    place = func.coalesce(schools.c.name, organisations.c.name, "").label("place")
    rows = await tx.execute(
        select(people.c.name, m.role, place)
        .select_from(event_marks)
        .join(people, people.c.id == m.person_id)
        .outerjoin(schools, schools.c.id == m.school_id)
        .outerjoin(organisations, organisations.c.id == m.organisation_id)
        .where(m.event_id == event_id)
        .order_by(place, people.c.name)
    )
    return [Attendee(name, Role(role), place) for name, role, place in rows]


async def count_registers(
    tx: Transaction, activity_ids: Collection[int]
) -> Mapping[tuple[int, int], tuple[int, ...]]:
    """(row of the plan, school) → how many of it were at each closed meeting of the row."""
    e, m = events.c, event_marks.c
    rows = await tx.execute(
        select(e.activity_id, m.school_id, func.count())
        .join(event_marks, m.event_id == e.id)
        .where(e.activity_id.in_(activity_ids), e.closed_at.is_not(None), m.school_id.is_not(None))
        .group_by(e.id, e.activity_id, m.school_id)
        .order_by(e.id)
    )
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for activity_id, school_id, count in rows:
        found[activity_id, school_id].append(int(count))
    return {key: tuple(counts) for key, counts in found.items()}


def _event() -> Select[Any]:
    e = events.c
    present = select(func.count()).where(event_marks.c.event_id == e.id).scalar_subquery()
    place = (e.id, e.district_id, e.school_id, e.organisation_id)
    return select(*place, e.activity_id, e.title, e.held_on, e.code, e.token, e.closed_at, present)


def _first(found: Any) -> Event | None:
    row = found.first()
    return Event(*row) if row else None
