"""A coordinator says on which days nobody in the district is written to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, require
from bot.domain.days_off import Break
from bot.domain.errors import DomainError, Forbidden
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.use_cases.tasks import read_window
from storage import Transaction, days_off
from storage.days_off import StoredBreak
from storage.districts import get_district

LONGEST = timedelta(days=100)  # a summer
MOST = 40  # periods that a district may plan ahead
NAME = 60  # characters


@dataclass(frozen=True, slots=True)
class DaysOff:
    district_id: int
    saturday_off: bool
    breaks: tuple[StoredBreak, ...]  # not over yet, the next first


async def see_days_off(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> DaysOff:
    today = await _today(tx, actor, district_id, now)
    breaks = await days_off.list_stored_breaks(tx, [district_id], since=today)
    return DaysOff(district_id, await days_off.is_saturday_off(tx, district_id), tuple(breaks))


async def add_days_off(
    tx: Transaction, actor: Person, district_id: int, *, words: str, now: datetime
) -> DaysOff:
    """``words``: a period as in a plan, and after a colon what it is: «с 1 по 9 ноября: каникулы»."""
    today = await _today(tx, actor, district_id, now)
    phrase, _, name = words.partition(":")
    first, last = read_window(phrase, today)
    period = Break(first or last, last, " ".join(name.split())[:NAME])
    if last < today:
        raise DomainError("error-schedule-past")
    if last - period.first_on >= LONGEST:
        raise DomainError("error-days-off-long", max=LONGEST.days)
    if len(await days_off.list_stored_breaks(tx, [district_id], since=today)) >= MOST:
        raise DomainError("error-days-off-many", max=MOST)
    await days_off.add_break(tx, district_id, period)
    return await see_days_off(tx, actor, district_id, now=now)


async def drop_days_off(tx: Transaction, actor: Person, break_id: int, *, now: datetime) -> DaysOff:
    found = await days_off.get_break(tx, break_id)
    if found is None:
        raise Forbidden
    require(actor, Action.SET_REMINDERS, Place(found.district_id))
    await days_off.drop_break(tx, break_id)
    return await see_days_off(tx, actor, found.district_id, now=now)


async def turn_saturday(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> DaysOff:
    require(actor, Action.SET_REMINDERS, Place(district_id))
    await days_off.turn_saturday(tx, district_id)
    return await see_days_off(tx, actor, district_id, now=now)


async def _today(tx: Transaction, actor: Person, district_id: int, now: datetime) -> date:
    require(actor, Action.SET_REMINDERS, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return local_day(now, district.zone)
