"""The name of a place that a membership or a task speaks of."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select

from bot.domain.people import Membership
from storage.districts import get_district, get_organisation, get_school
from storage.engine import Transaction
from storage.tables import districts, schools


async def place_name(tx: Transaction, membership: Membership) -> str:
    """The school's, the organisation's or the district's name; "" for the admin, who has no place."""
    if membership.school_id:
        school = await get_school(tx, membership.school_id)
        return school.name if school else ""
    if membership.organisation_id:
        body = await get_organisation(tx, membership.organisation_id)
        return body.name if body else ""
    district = await get_district(tx, membership.district_id) if membership.district_id else None
    return district.name if district else ""


async def name_districts(tx: Transaction, ids: Collection[int]) -> Mapping[int, str]:
    d = districts.c
    return {row.id: row.name for row in await tx.execute(select(d.id, d.name).where(d.id.in_(ids)))}


async def name_schools(tx: Transaction, ids: Collection[int]) -> Mapping[int, str]:
    s = schools.c
    return {row.id: row.name for row in await tx.execute(select(s.id, s.name).where(s.id.in_(ids)))}
