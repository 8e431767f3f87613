"""Districts, their schools and their organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Table, func, insert, select

from storage.engine import Transaction
from storage.tables import districts, organisations, schools
from storage.upsert import upsert

# The zone of a row joined to its district and, if it has one, to its school.
LOCAL_ZONE: ColumnElement[str] = func.coalesce(schools.c.zone, districts.c.zone)

_DISTRICT = select(districts.c.id, districts.c.name, districts.c.zone, districts.c.morning_hour)


@dataclass(frozen=True, slots=True)
class District:
    id: int
    name: str
    zone: str
    morning_hour: int  # local hour of the daily message
    school_zones: Mapping[int, str] = field(default_factory=dict)  # of schools that have one of their own

    def zone_of(self, school_id: int | None) -> str:
        """The zone in which a task or a person of the school lives; of no school, in the district's."""
        return self.school_zones.get(school_id, self.zone) if school_id is not None else self.zone


@dataclass(frozen=True, slots=True)
class Body:
    """A school or an organisation."""

    id: int
    district_id: int
    name: str


async def add_district(tx: Transaction, *, name: str, zone: str, morning_hour: int, now: datetime) -> int:
    result = await tx.execute(
        insert(districts)
        .values(name=name, zone=zone, morning_hour=morning_hour, created_at=now)
        .returning(districts.c.id)
    )
    return int(result.scalar_one())


async def get_district(tx: Transaction, district_id: int) -> District | None:
    found = await tx.execute(_DISTRICT.where(districts.c.id == district_id))
    row = found.first()
    if row is None:
        return None
    s = schools.c
    own = await tx.execute(select(s.id, s.zone).where(s.district_id == district_id, s.zone.is_not(None)))
    zones = {school_id: zone for school_id, zone in own if zone}
    return District(row.id, row.name, row.zone, row.morning_hour, zones)


async def list_districts(tx: Transaction) -> list[District]:
    rows = await tx.execute(_DISTRICT.order_by(districts.c.name))
    return [District(r.id, r.name, r.zone, r.morning_hour) for r in rows]


async def add_schools(tx: Transaction, district_id: int, names: Sequence[str]) -> int:
    """Add the schools that the district has not got yet; how many were new."""
    if not names:
        return 0
    statement = upsert(tx, schools).values([{"district_id": district_id, "name": n} for n in names])
    return (await tx.execute(statement.on_conflict_do_nothing())).rowcount


async def list_schools(tx: Transaction, district_id: int) -> list[Body]:
    return await _list_bodies(tx, schools, district_id)


async def get_school(tx: Transaction, school_id: int) -> Body | None:
    return await _get_body(tx, schools, school_id)


async def ensure_organisation(tx: Transaction, district_id: int, name: str) -> int:
    """The id of the district's organisation of this name, created when it is new."""
    statement = upsert(tx, organisations).values(district_id=district_id, name=name)
    await tx.execute(statement.on_conflict_do_nothing())
    o = organisations.c
    found = await tx.execute(select(o.id).where(o.district_id == district_id, o.name == name))
    return int(found.scalar_one())


async def list_organisations(tx: Transaction, district_id: int) -> list[Body]:
    return await _list_bodies(tx, organisations, district_id)


async def get_organisation(tx: Transaction, organisation_id: int) -> Body | None:
    return await _get_body(tx, organisations, organisation_id)


async def _list_bodies(tx: Transaction, table: Table, district_id: int) -> list[Body]:
    c = table.c
    rows = await tx.execute(select(c.id, c.name).where(c.district_id == district_id).order_by(c.name))
    return [Body(r.id, district_id, r.name) for r in rows]


async def _get_body(tx: Transaction, table: Table, body_id: int) -> Body | None:
    c = table.c
    row = (await tx.execute(select(c.id, c.district_id, c.name).where(c.id == body_id))).first()
    return Body(row.id, row.district_id, row.name) if row else None
