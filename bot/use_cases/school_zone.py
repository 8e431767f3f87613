"""A school that lives by another time than its district: what «today» is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden
from bot.domain.local_time import RUSSIAN_ZONES, next_local_hour
from bot.domain.people import Person
from storage import Transaction
from storage.districts import Body, District, get_district, get_school
from storage.habits import get_habits
from storage.people import list_people, set_morning
from storage.school_zones import move_to_zone, set_school_zone


@dataclass(frozen=True, slots=True)
class SchoolTime:
    school: Body
    zone: str
    is_own: bool  # not the district's


async def see_zone(tx: Transaction, actor: Person, school_id: int) -> SchoolTime:
    school, district = await _load(tx, actor, school_id)
    return SchoolTime(school, district.zone_of(school_id), school_id in district.school_zones)


async def choose_zone(
    tx: Transaction, actor: Person, school_id: int, zone: str | None, *, now: datetime
) -> SchoolTime:
    """None: the district's. The school's days begin and end, and its people wake, by it from now on."""
    school, district = await _load(tx, actor, school_id)
    if zone is not None and zone not in RUSSIAN_ZONES:
        raise Forbidden
    await set_school_zone(tx, school_id, None if zone == district.zone else zone)
    found = await see_zone(tx, actor, school_id)
    await move_to_zone(tx, school_id, found.zone)
    for person in await list_people(tx, school.district_id, school_id=school_id):
        if person.memberships[0].school_id == school_id:  # whose first place it is
            own = (await get_habits(tx, person.id)).hour
            hour = district.morning_hour if own is None else own
            await set_morning(tx, person.id, next_local_hour(now, found.zone, hour))
    return found


async def _load(tx: Transaction, actor: Person, school_id: int) -> tuple[Body, District]:
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, Action.EDIT_SCHOOLS, Place(school.district_id))
    district = await get_district(tx, school.district_id)
    assert district is not None
    return school, district
