"""Consultations and who has a seat at them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, union_all, update

from bot.domain.consultations import Consultation, ConsultationRecord, Guest
from storage.engine import Transaction
from storage.tables import consultation_seats, consultations, districts, people, schools
from storage.upsert import upsert

_C, _S = consultations.c, consultation_seats.c


async def add_consultation(
    tx: Transaction,
    *,
    district_id: int,
    factor: int,
    starts_at: datetime,
    place: str,
    seats: int,
    host_id: int,
    now: datetime,
) -> int:
    values = {"district_id": district_id, "factor": factor, "starts_at": starts_at, "place": place}
    row = insert(consultations).values(**values, seats=seats, host_id=host_id, created_at=now)
    return int((await tx.execute(row.returning(_C.id))).scalar_one())


async def get_consultation(tx: Transaction, consultation_id: int) -> Consultation | None:
    row = (await tx.execute(_query().where(_C.id == consultation_id))).first()
    return Consultation(**row._asdict()) if row else None


async def list_ahead(
    tx: Transaction, district_id: int, *, now: datetime, offset: int, limit: int
) -> tuple[list[Consultation], int]:
    """A page of those that have not begun, the next first, and how many there are."""
    ahead = (_C.district_id == district_id, _C.cancelled_at.is_(None), _C.starts_at > now)
    counted = await tx.execute(select(func.count()).select_from(consultations).where(*ahead))
    page = _query().where(*ahead).order_by(_C.starts_at, _C.id).offset(offset).limit(limit)
    return [Consultation(**row._asdict()) for row in await tx.execute(page)], int(counted.scalar_one())


async def list_between(
    tx: Transaction,
    district_id: int,
    *,
    since: datetime | None,
    until: datetime | None,
    school_id: int | None = None,
) -> list[Consultation]:
    """All that were not cancelled, the first first; of one school those at which it has a seat."""
    there: list[ColumnElement[bool]] = [_C.district_id == district_id, _C.cancelled_at.is_(None)]
    there += [_C.starts_at >= since] if since else []
    there += [_C.starts_at < until] if until else []
    if school_id:
        there.append(_C.id.in_(select(_S.consultation_id).where(_S.school_id == school_id)))
    rows = await tx.execute(_query().where(*there).order_by(_C.starts_at, _C.id))
    return [Consultation(**row._asdict()) for row in rows]


async def take_seat(
    tx: Transaction, consultation: Consultation, *, person_id: int, school_id: int | None, now: datetime
) -> bool:
    """The lowest free seat; False where all are taken, or the person is somewhere at that hour.

    Of two who reach for one seat the unique key lets one have it; the other tries the next.
    """
    for _ in range(consultation.seats):
        taken = set(
            (await tx.execute(select(_S.seat).where(_S.consultation_id == consultation.id))).scalars()
        )
        free = next((seat for seat in range(1, consultation.seats + 1) if seat not in taken), None)
        if free is None:
            return False
        seat = {"consultation_id": consultation.id, "seat": free, "person_id": person_id}
        values = {**seat, "school_id": school_id, "starts_at": consultation.starts_at, "booked_at": now}
        done = await tx.execute(upsert(tx, consultation_seats).values(values).on_conflict_do_nothing())
        if done.rowcount == 1:
            return True
        if await is_busy(tx, person_id, consultation.starts_at):
            return False
    return False


async def is_busy(tx: Transaction, person_id: int, starts_at: datetime) -> bool:
    """Whether the person has a seat at this hour, here or elsewhere."""
    found = select(_S.seat).where(_S.person_id == person_id, _S.starts_at == starts_at)
    return (await tx.execute(found)).first() is not None


async def leave_seat(tx: Transaction, consultation_id: int, person_id: int) -> bool:
    done = await tx.execute(
        delete(consultation_seats).where(_S.consultation_id == consultation_id, _S.person_id == person_id)
    )
    return done.rowcount == 1


async def cancel(tx: Transaction, consultation_id: int, *, now: datetime) -> list[int] | None:
    """Who had a seat, which they have no more; None where it was cancelled before."""
    of_one = update(consultations).where(_C.id == consultation_id, _C.cancelled_at.is_(None))
    if (await tx.execute(of_one.values(cancelled_at=now))).rowcount != 1:
        return None
    freed = delete(consultation_seats).where(_S.consultation_id == consultation_id).returning(_S.person_id)
    return sorted((await tx.execute(freed)).scalars())


async def list_guests(tx: Transaction, consultation_id: int) -> list[Guest]:
    """In the order of their booking."""
    rows = await tx.execute(
        select(people.c.name, func.coalesce(schools.c.name, "").label("school"))
        .select_from(consultation_seats)
        .join(people, people.c.id == _S.person_id)
        .outerjoin(schools, schools.c.id == _S.school_id)
        .where(_S.consultation_id == consultation_id)
        .order_by(_S.booked_at, _S.seat)
    )
    return [Guest(row.name, row.school) for row in rows]


async def list_seats_of(tx: Transaction, person_id: int, ids: Collection[int]) -> set[int]:
    """Those of the consultations at which the person has a seat."""
    found = select(_S.consultation_id).where(_S.person_id == person_id, _S.consultation_id.in_(ids))
    return set((await tx.execute(found)).scalars())


async def list_attended(
    tx: Transaction, person_ids: Collection[int], *, since: datetime, until: datetime
) -> list[tuple[int, Consultation]]:
    """(person, consultation) of those at which they have a seat or which they hold, the first first."""
    guests = select(_S.person_id.label("person"), _S.consultation_id.label("id"))
    hosts = select(_C.host_id.label("person"), _C.id.label("id"))
    those = union_all(guests, hosts).subquery()
    rows = await tx.execute(
        _query()
        .add_columns(those.c.person)
        .join(those, those.c.id == _C.id)
        .where(those.c.person.in_(person_ids), _C.cancelled_at.is_(None))
        .where(_C.starts_at >= since, _C.starts_at < until)
        .order_by(_C.starts_at, _C.id)
    )
    found = []
    for row in rows:
        fields = row._asdict()
        person: int = fields.pop("person")
        found.append((person, Consultation(**fields)))
    return found


async def read_record(
    tx: Transaction, district_id: int, *, since: datetime, until: datetime
) -> ConsultationRecord:
    """What was held in between."""
    held = [_C.district_id == district_id, _C.cancelled_at.is_(None)]
    held += [_C.starts_at >= since, _C.starts_at < until]
    hours = await tx.execute(select(_C.factor, func.count()).where(*held).group_by(_C.factor))
    seats = consultation_seats.join(consultations, _C.id == _S.consultation_id)
    guests = await tx.execute(
        select(_C.factor, func.count()).select_from(seats).where(*held).group_by(_C.factor)
    )
    came = select(func.count(_S.school_id.distinct())).select_from(seats).where(*held)
    return ConsultationRecord(
        {factor: int(n) for factor, n in hours},
        {factor: int(n) for factor, n in guests},
        int((await tx.execute(came)).scalar_one()),
    )


def _query() -> Select[*tuple[Any, ...]]:
    taken = select(func.count()).where(_S.consultation_id == _C.id).scalar_subquery()
    return (
        select(
            _C.id,
            _C.district_id,
            districts.c.zone,
            _C.factor,
            _C.starts_at,
            _C.place,
            _C.seats,
            _C.host_id,
            people.c.name.label("host"),
            _C.cancelled_at.is_not(None).label("cancelled"),
            taken.label("taken"),
        )
        .select_from(consultations)
        .join(districts, districts.c.id == _C.district_id)
        .join(people, people.c.id == _C.host_id)
    )
