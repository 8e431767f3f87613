"""What an admin does: districts."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden
from bot.domain.local_time import RUSSIAN_ZONES
from bot.domain.people import Person, checked_name
from storage import Transaction, districts
from storage.districts import District

MORNING_HOURS = (6, 7, 8, 9, 10, 11)


async def create_district(
    tx: Transaction, actor: Person, *, name: str, zone: str, morning_hour: int, now: datetime
) -> int:
    require(actor, Action.CREATE_DISTRICT, Place())
    if zone not in RUSSIAN_ZONES or morning_hour not in MORNING_HOURS:
        raise Forbidden
    return await districts.add_district(
        tx, name=checked_name(name), zone=zone, morning_hour=morning_hour, now=now
    )


async def see_district(tx: Transaction, actor: Person, district_id: int) -> District:
    district = await districts.get_district(tx, district_id)
    require(actor, Action.SEE_DISTRICT, Place(district_id))
    if district is None:
        raise Forbidden
    return district


async def list_districts(tx: Transaction, actor: Person) -> list[District]:
    require(actor, Action.CREATE_DISTRICT, Place())
    return await districts.list_districts(tx)
