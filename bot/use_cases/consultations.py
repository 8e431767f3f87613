"""The method office offers an hour, schools book a seat; the schedule and the report are made from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.access import Action, Place, may, require
from bot.domain.consultations import (
    MAX_PLACE,
    SEATS,
    Consultation,
    ConsultationRecord,
    Guest,
    is_reminded,
    moment_of,
    split_clock,
)
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.local_time import day_begins, day_ends, local_day
from bot.domain.mornings import Listener
from bot.domain.people import Person
from bot.domain.plan import Period
from bot.domain.reminders import Days
from bot.domain.reports import checked_words
from bot.domain.risk import FACTORS
from bot.domain.school_year import SchoolYear
from bot.use_cases.news import tell
from bot.use_cases.tasks import read_window
from storage import Transaction, consultations
from storage.districts import District, get_district
from storage.news import News

PAGE = 7
_SOON = timedelta(days=3)  # no reminder speaks of what is further ahead


@dataclass(frozen=True, slots=True)
class Schedule:
    """A page of what is ahead, the next first."""

    district_id: int
    shown: tuple[tuple[Consultation, bool], ...]  # with whether the person has a seat
    page: int
    total: int
    may_hold: bool


@dataclass(frozen=True, slots=True)
class ConsultationCard:
    consultation: Consultation
    booked: bool  # by the person
    may_book: bool
    may_cancel: bool
    guests: tuple[Guest, ...]  # for those who hold consultations


@dataclass(frozen=True, slots=True)
class HeldReport:
    district: District
    since: date
    record: ConsultationRecord


async def see_schedule(
    tx: Transaction, actor: Person, district_id: int, page: int, *, now: datetime
) -> Schedule:
    """The page asked for, or the last one; the same number of queries for any number of hours."""
    await _district(tx, actor, Action.SEE_CONSULTATIONS, district_id)
    shown, total = await consultations.list_ahead(tx, district_id, now=now, offset=page * PAGE, limit=PAGE)
    last = max(0, (total - 1) // PAGE)
    if page > last:
        return await see_schedule(tx, actor, district_id, last, now=now)
    own = await consultations.list_seats_of(tx, actor.id, [one.id for one in shown])
    may_hold = may(actor, Action.HOLD_CONSULTATION, Place(district_id))
    return Schedule(district_id, tuple((one, one.id in own) for one in shown), page, total, may_hold)


async def check_may_hold(tx: Transaction, actor: Person, district_id: int) -> None:
    await _district(tx, actor, Action.HOLD_CONSULTATION, district_id)


async def read_start(
    tx: Transaction, actor: Person, district_id: int, words: str, *, now: datetime
) -> datetime:
    """The moment that «15 декабря в 15:00» means in the district; raises on what is past or no moment."""
    district = await _district(tx, actor, Action.HOLD_CONSULTATION, district_id)
    phrase, clock = split_clock(words)
    _, day = read_window(phrase, local_day(now, district.zone))
    starts_at = moment_of(day, clock, district.zone)
    if starts_at <= now:
        raise DomainError("error-schedule-past")
    return starts_at


async def hold_consultation(
    tx: Transaction,
    actor: Person,
    *,
    district_id: int,
    factor: int,
    starts_at: datetime,
    place: str,
    seats: int,
    now: datetime,
) -> ConsultationCard:
    await _district(tx, actor, Action.HOLD_CONSULTATION, district_id)
    if factor not in FACTORS or seats not in SEATS:
        raise Outdated
    made = await consultations.add_consultation(
        tx,
        district_id=district_id,
        factor=factor,
        starts_at=starts_at,
        place=checked_words(place, MAX_PLACE),
        seats=seats,
        host_id=actor.id,
        now=now,
    )
    return await see_consultation(tx, actor, made, now=now)


async def see_consultation(
    tx: Transaction, actor: Person, consultation_id: int, *, now: datetime
) -> ConsultationCard:
    found = await _get(tx, actor, consultation_id)
    booked = found.id in await consultations.list_seats_of(tx, actor.id, [found.id])
    place, ahead = Place(found.district_id), found.starts_at > now and not found.cancelled
    holds = may(actor, Action.HOLD_CONSULTATION, place)
    may_book = may(actor, Action.BOOK_CONSULTATION, place) and found.free > 0
    return ConsultationCard(
        consultation=found,
        booked=booked,
        may_book=ahead and not booked and may_book and found.host_id != actor.id,
        may_cancel=ahead and holds,
        guests=tuple(await consultations.list_guests(tx, found.id)) if holds else (),
    )


async def book(tx: Transaction, actor: Person, consultation_id: int, *, now: datetime) -> ConsultationCard:
    """Take a seat. Of two who press for the last one, one has it; nobody is booked twice for one hour."""
    found = await _get(tx, actor, consultation_id)
    require(actor, Action.BOOK_CONSULTATION, Place(found.district_id))
    if found.cancelled or found.starts_at <= now or found.host_id == actor.id:
        raise Outdated
    of_district = [m.school_id for m in actor.memberships if m.district_id == found.district_id]
    school = next((school for school in of_district if school), None)
    if not await consultations.take_seat(tx, found, person_id=actor.id, school_id=school, now=now):
        busy = await consultations.is_busy(tx, actor.id, found.starts_at)
        raise DomainError("error-consultation-busy" if busy else "error-consultation-full")
    return await see_consultation(tx, actor, found.id, now=now)


async def leave(tx: Transaction, actor: Person, consultation_id: int, *, now: datetime) -> ConsultationCard:
    """Give the seat back to whoever wants it."""
    found = await _get(tx, actor, consultation_id)
    if not await consultations.leave_seat(tx, found.id, actor.id):
        raise Outdated
    return await see_consultation(tx, actor, found.id, now=now)


async def cancel(tx: Transaction, actor: Person, consultation_id: int, *, now: datetime) -> ConsultationCard:
    """Nobody need come: those who had a seat are told at once."""
    found = await _get(tx, actor, consultation_id)
    require(actor, Action.HOLD_CONSULTATION, Place(found.district_id))
    if found.starts_at <= now:
        raise Outdated
    guests = await consultations.cancel(tx, found.id, now=now)
    if guests is None:
        raise Outdated
    args = {"factor": found.factor, "starts": found.local_start.isoformat()}
    news = [
        News(guest, "consultation-cancelled", args, f"consultation:{found.id}:{guest}")
        for guest in guests
        if guest != actor.id
    ]
    await tell(tx, news, now=now)
    return await see_consultation(tx, actor, found.id, now=now)


async def report_held(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> HeldReport:
    """What was held since the school year began."""
    district = await _district(tx, actor, Action.HOLD_CONSULTATION, district_id)
    first = SchoolYear.of(local_day(now, district.zone)).start
    since = day_begins(first, district.zone)
    record = await consultations.read_record(tx, district_id, since=since, until=now)
    return HeldReport(district, first, record)


async def due_consultations(
    tx: Transaction, listeners: Sequence[Listener], now: datetime
) -> Mapping[int, list[Mapping[str, Any]]]:
    """By person, as JSON: the hours to come to or to hold. One query for everybody."""
    known = {person.id: person for person in listeners}
    soon = await consultations.list_attended(tx, list(known), since=now, until=now + _SOON)
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for person_id, one in soon:
        days = Days.since(known[person_id].last_on, local_day(now, one.zone))
        if is_reminded(one.starts_at, one.zone, days):
            found[person_id].append(
                {
                    "id": one.id,
                    "factor": one.factor,
                    "starts": one.local_start.isoformat(),
                    "place": one.place,
                    "guests": one.taken if one.host_id == person_id else None,
                }
            )
    return found


async def list_of_period(
    tx: Transaction, district: District, period: Period, school_id: int | None
) -> tuple[Consultation, ...]:
    """Those of a plan's period, whose ends may be open; of one school those to which it comes."""
    since = day_begins(period.start, district.zone) if period.start else None
    until = day_ends(period.end, district.zone) if period.end else None
    return tuple(
        await consultations.list_between(tx, district.id, since=since, until=until, school_id=school_id)
    )


async def _get(tx: Transaction, actor: Person, consultation_id: int) -> Consultation:
    found = await consultations.get_consultation(tx, consultation_id)
    if found is None:
        raise Forbidden
    require(actor, Action.SEE_CONSULTATIONS, Place(found.district_id))
    return found


async def _district(tx: Transaction, actor: Person, action: Action, district_id: int) -> District:
    require(actor, action, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return district
