"""Somebody's deadlines for a calendar program: as a file, or at a secret address that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.calendar import Calendar
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from bot.domain.tasks import Duties
from storage import Transaction, calendars
from storage.districts import get_school
from storage.people import get_person


@dataclass(frozen=True, slots=True)
class CalendarCard:
    owner: str
    school_id: int  # 0: the person's own tasks
    subscribed: bool  # there is an address


async def see_calendar(tx: Transaction, actor: Person, school_id: int) -> CalendarCard:
    owner = await _owner(tx, actor, school_id)
    linked = await calendars.has_link(tx, person_id=actor.id, school_id=school_id or None)
    return CalendarCard(owner, school_id, linked)


async def read_calendar(tx: Transaction, actor: Person, school_id: int) -> Calendar:
    """The tasks that have a last day, of a school or, for 0, those that the person is to do."""
    owner = await _owner(tx, actor, school_id)
    found = (
        await calendars.list_of_school(tx, school_id)
        if school_id
        else await calendars.list_duties(tx, Duties.of(actor))
    )
    return Calendar(owner, tuple(found))


async def subscribe(tx: Transaction, actor: Person, school_id: int, *, now: datetime) -> str:
    """The token of a fresh address; the one before, if any, ends."""
    await _owner(tx, actor, school_id)
    return await calendars.add_link(tx, person_id=actor.id, school_id=school_id or None, now=now)


async def unsubscribe(tx: Transaction, actor: Person, school_id: int) -> CalendarCard:
    await _owner(tx, actor, school_id)
    await calendars.remove_link(tx, person_id=actor.id, school_id=school_id or None)
    return await see_calendar(tx, actor, school_id)


async def open_calendar(tx: Transaction, token: str) -> Calendar | None:
    """What an address shows now; None for one that was never given out, was taken back, or whose maker
    may not see these tasks any more."""
    link = await calendars.find_link(tx, token)
    person = await get_person(tx, link.account_id) if link else None
    if link is None or person is None:
        return None
    try:
        return await read_calendar(tx, person, link.school_id or 0)
    except Forbidden:
        return None


async def _owner(tx: Transaction, actor: Person, school_id: int) -> str:
    """Whose calendar it is, for one who may see these tasks."""
    if not school_id:
        require(actor, Action.SEE_CALENDAR, Place())
        return actor.name
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, Action.LIST_TASKS, Place(school.district_id, school.id))
    return school.name
