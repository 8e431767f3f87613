"""Meetings: an organiser opens the register, people say that they are there, the list becomes a paper."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, may, require
from bot.domain.attendance import CODE_NUMBERS, CODE_WORDS, MAX_TITLE, Attendee, Event, home_of, spoken
from bot.domain.errors import DomainError, Forbidden
from bot.domain.evidence import EvidenceKind
from bot.domain.local_time import local_day
from bot.domain.paper_kinds import PaperKind
from bot.domain.people import Person
from bot.domain.plan import Period
from bot.domain.record import PlanRecord, RecordRow, RecordSection
from bot.domain.reports import checked_words
from bot.use_cases.tasks import read_window
from storage import Transaction, attendance, plans
from storage.districts import District, get_district, get_school
from storage.paper_templates import list_templates
from storage.plans import Activity

_FAR = timedelta(days=400)  # a day farther off is a slip


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting as somebody sees it who may say that they are there."""

    event: Event
    marked: bool


@dataclass(frozen=True, slots=True)
class Register:
    """What a list to sign is made of."""

    event: Event
    record: PlanRecord
    attendees: Sequence[Attendee]
    template: str | None  # the district's own


async def list_events(tx: Transaction, actor: Person, district_id: int) -> list[Event]:
    """The meetings that this person holds or may look after; the newest first."""
    _home(actor, district_id)
    found = await attendance.list_events(tx, district_id)
    return [event for event in found if may(actor, Action.HOLD_EVENT, event.place)]


async def list_rows(tx: Transaction, actor: Person, district_id: int) -> list[Activity]:
    """Rows of the district's newest live plan; those first that ask for a register."""
    _home(actor, district_id)
    live = [plan for plan in await plans.list_live_plans(tx, district_id) if plan.school_id is None]
    rows = await plans.list_activities(tx, live[-1].id) if live else []
    return sorted(rows, key=lambda row: row.evidence_kind is not EvidenceKind.ATTENDANCE)


async def name_event(tx: Transaction, actor: Person, district_id: int, activity_id: int, raw: str) -> str:
    """The title of a meeting: its row's, or the words that were typed."""
    _home(actor, district_id)
    if not activity_id:
        return " ".join(checked_words(raw, MAX_TITLE).split())
    row = next((a for a in await list_rows(tx, actor, district_id) if a.id == activity_id), None)
    if row is None:
        raise Forbidden
    return " ".join(row.title.split())[:MAX_TITLE]


async def open_event(
    tx: Transaction,
    actor: Person,
    *,
    district_id: int,
    activity_id: int,
    title: str,
    day: str,
    now: datetime,
) -> Event:
    """Open a register; ``day``: in words, "" for today."""
    place = _home(actor, district_id)
    today = local_day(now, (await _district(tx, district_id)).zone)
    title = await name_event(tx, actor, district_id, activity_id, title)
    event_id = await attendance.add_event(
        tx,
        place=place,
        activity_id=activity_id or None,
        title=title,
        held_on=_day(day, today),
        code=await _fresh_code(tx, district_id),
        token=secrets.token_urlsafe(12),
        person_id=actor.id,
        now=now,
    )
    return await see_event(tx, actor, event_id)


async def see_event(tx: Transaction, actor: Person, event_id: int) -> Event:
    event = await attendance.get_event(tx, event_id)
    if event is None:
        raise Forbidden
    require(actor, Action.HOLD_EVENT, event.place)
    return event


async def close_event(tx: Transaction, actor: Person, event_id: int, *, closed: bool, now: datetime) -> Event:
    """Close the register, or open it again under a new code word."""
    event = await see_event(tx, actor, event_id)
    if closed == event.is_open:
        code = event.code if closed else await _fresh_code(tx, event.district_id)
        await attendance.set_closed(tx, event_id, now if closed else None, code)
    return await see_event(tx, actor, event_id)


async def see_register(tx: Transaction, actor: Person, event_id: int, *, now: datetime) -> Register:
    event = await see_event(tx, actor, event_id)
    district = await _district(tx, event.district_id)
    templates = await list_templates(tx, event.district_id)
    return Register(
        event,
        await _record(tx, event, district, now),
        await attendance.list_attendees(tx, event_id),
        templates.get(PaperKind.ATTENDANCE),
    )


async def find_by_code(tx: Transaction, actor: Person, line: str) -> Event | None:
    """The open meeting whose code word was typed; None where the line is no code word."""
    districts = [m for m in actor.districts() if home_of(actor, m, Action.ATTEND)]
    return await attendance.get_open_event(tx, districts, spoken(line)) if districts else None


async def see_invitation(tx: Transaction, actor: Person, token: str) -> Invitation:
    event = await attendance.get_event_by_token(tx, token)
    if event is None or home_of(actor, event.district_id, Action.ATTEND) is None:
        raise Forbidden
    return Invitation(event, await attendance.is_marked(tx, event.id, actor.id))


async def say_present(
    tx: Transaction, actor: Person, token: str, *, present: bool, now: datetime
) -> Invitation:
    """The person was there, or was not after all; as long as the register is open."""
    found = await see_invitation(tx, actor, token)
    if not found.event.is_open:
        raise DomainError("error-event-closed")
    if present:
        membership = home_of(actor, found.event.district_id, Action.ATTEND)
        assert membership is not None
        await attendance.mark_present(tx, found.event.id, actor.id, membership, now=now)
    else:
        await attendance.unmark(tx, found.event.id, actor.id)
    return replace(found, marked=present)


def _home(actor: Person, district_id: int) -> Place:
    """Whose a meeting of this person is."""
    membership = home_of(actor, district_id, Action.HOLD_EVENT)
    if membership is None:
        raise Forbidden
    return Place(district_id, membership.school_id, membership.organisation_id)


def _day(words: str, today: date) -> date:
    day = read_window(words, today)[1] if words else today
    if abs(day - today) > _FAR:
        raise DomainError("error-event-day")
    return day


async def _fresh_code(tx: Transaction, district_id: int) -> str:
    taken = await attendance.list_open_codes(tx, district_id)
    while (code := f"{secrets.choice(CODE_WORDS)} {secrets.choice(CODE_NUMBERS)}") in taken:
        continue
    return code


async def _district(tx: Transaction, district_id: int) -> District:
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return district


async def _record(tx: Transaction, event: Event, district: District, now: datetime) -> PlanRecord:
    """What the paper says above the names."""
    school = await get_school(tx, event.school_id) if event.school_id else None
    activity = await plans.get_activity(tx, event.activity_id) if event.activity_id else None
    plan = await plans.get_plan(tx, activity.plan_id) if activity else None
    row = RecordRow(
        activity_id=event.activity_id or 0,
        position=activity.position + 1 if activity else 0,
        number=activity.number if activity else "—",
        title=event.title,
        problem="",
        result="",
        responsible="",
        deadline="",
        evidence_kind=EvidenceKind.ATTENDANCE,
    )
    return PlanRecord(
        district=district.name,
        zone=district.zone,
        school=school.name if school else "",
        title=plan.title if plan else "",
        period=Period(event.held_on, event.held_on),
        sections=(RecordSection("", (row,)),),
        tasks=(),
        now=now,
    )
