"""When a person wants to be written to: the hour, the days, a leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, require
from bot.domain.errors import DomainError, Outdated
from bot.domain.local_time import local_day, next_local_hour
from bot.domain.people import Person
from bot.domain.rhythm import HOURS, WEEKDAYS
from bot.use_cases.tasks import read_window
from storage import Transaction
from storage.districts import get_district
from storage.habits import get_habits, set_habits
from storage.people import get_zone, set_morning

LONGEST_LEAVE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class MyHabits:
    hour: int  # local, the person's own or the district's
    weekdays: frozenset[int]  # ISO
    paused_until: date | None  # None: is written to


async def see_habits(tx: Transaction, actor: Person, *, now: datetime) -> MyHabits:
    zone, district_hour = await _clock(tx, actor)
    habits = await get_habits(tx, actor.id)
    leave = habits.paused_until if habits.paused_on(local_day(now, zone)) else None
    return MyHabits(district_hour if habits.hour is None else habits.hour, habits.weekdays, leave)


async def choose_hour(tx: Transaction, actor: Person, hour: int, *, now: datetime) -> MyHabits:
    """From the next such hour on; who was written to today is not written to again today."""
    zone, _ = await _clock(tx, actor)
    if hour not in HOURS:
        raise Outdated
    await set_habits(tx, actor.id, replace(await get_habits(tx, actor.id), hour=hour))
    await set_morning(tx, actor.id, next_local_hour(now, zone, hour))
    return await see_habits(tx, actor, now=now)


async def turn_day(tx: Transaction, actor: Person, weekday: int, *, now: datetime) -> MyHabits:
    """Want or not want messages on a day of the week; one day at least stays."""
    await _clock(tx, actor)
    habits = await get_habits(tx, actor.id)
    weekdays = habits.weekdays ^ {weekday}
    if weekday not in WEEKDAYS:
        raise Outdated
    if not weekdays:
        raise DomainError("error-habits-no-day")
    await set_habits(tx, actor.id, replace(habits, weekdays=weekdays))
    return await see_habits(tx, actor, now=now)


async def pause_until(tx: Transaction, actor: Person, *, words: str, now: datetime) -> MyHabits:
    """``words``: the day on which the person is back, as in a plan."""
    zone, _ = await _clock(tx, actor)
    today = local_day(now, zone)
    _, day = read_window(words, today)
    if not timedelta() < day - today <= LONGEST_LEAVE:
        raise DomainError("error-habits-pause")
    await set_habits(tx, actor.id, replace(await get_habits(tx, actor.id), paused_until=day))
    return await see_habits(tx, actor, now=now)


async def resume(tx: Transaction, actor: Person, *, now: datetime) -> MyHabits:
    await _clock(tx, actor)
    await set_habits(tx, actor.id, replace(await get_habits(tx, actor.id), paused_until=None))
    return await see_habits(tx, actor, now=now)


async def _clock(tx: Transaction, actor: Person) -> tuple[str, int]:
    """The actor's own zone, and the morning hour of their first district."""
    require(actor, Action.SET_HABITS, Place())
    district = await get_district(tx, actor.districts()[0])
    assert district is not None
    return await get_zone(tx, actor.id), district.morning_hour
