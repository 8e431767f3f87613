"""A consensus meeting of a school's team: rated alone, shown together, agreed on with a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.access import Action, Place, may
from bot.domain.consensus import RATED, Spread, all_gave, complete, spreads
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person, Role
from bot.domain.risk import FACTORS, Level
from bot.use_cases.news import tell
from storage import Transaction, consensus
from storage.consensus import Agreed, Meeting
from storage.districts import Body, get_school
from storage.news import News
from storage.people import list_people

TEAM = (Role.HEAD, Role.DEPUTY, Role.TEACHER)
MAX_NOTE = 200  # characters: ten of them fit one message


@dataclass(frozen=True, slots=True)
class MeetingReport:
    school: Body
    meeting: Meeting | None  # the latest; None: there was none yet
    team: int  # people who may rate
    gave: int  # … who have rated every factor
    mine: Mapping[int, Level]  # the person's own ratings
    spreads: tuple[Spread, ...]  # empty until the meeting is closed
    agreed: Mapping[int, Agreed]
    leads: bool  # the person may open, close and write down what was agreed
    rates: bool


async def see_meeting(tx: Transaction, actor: Person, school_id: int) -> MeetingReport:
    school, leads, rates = await _enter(tx, actor, school_id)
    meeting = await consensus.get_latest(tx, school_id)
    ratings = await consensus.list_ratings(tx, meeting.id) if meeting else {}
    team = await _team(tx, school)
    return MeetingReport(
        school=school,
        meeting=meeting,
        team=len(team),
        gave=sum(complete(ratings, person) for person in team),
        mine=ratings.get(actor.id, {}),
        spreads=spreads(ratings) if meeting and meeting.is_closed else (),
        agreed=await consensus.list_agreed(tx, meeting.id) if meeting else {},
        leads=leads,
        rates=rates,
    )


async def open_meeting(tx: Transaction, actor: Person, school_id: int, *, now: datetime) -> MeetingReport:
    """Ask the school's whole staff; the one who opens is not told."""
    school, leads, _ = await _enter(tx, actor, school_id)
    if not leads:
        raise Forbidden
    meeting_id = await consensus.open_meeting(tx, school_id, opened_by=actor.id, now=now)
    if meeting_id is None:
        raise DomainError("error-consensus-open")
    news = [
        News(person, "consensus-open", {"school": school_id}, f"consensus:{meeting_id}:{person}")
        for person in await _team(tx, school)
        if person != actor.id
    ]
    await tell(tx, news, now=now)
    return await see_meeting(tx, actor, school_id)


async def rate(
    tx: Transaction, actor: Person, *, meeting_id: int, factor: int, level: Level | None, now: datetime
) -> MeetingReport:
    """Keep one's own rating, or take it back; who opened the meeting hears when all have given theirs.

    That closes nothing: the last one to rate can change a level like everybody else.
    """
    meeting, school, _, rates = await _get_meeting(tx, actor, meeting_id)
    if not rates:
        raise Forbidden
    if meeting.is_closed or factor not in FACTORS or level not in (None, *RATED):
        raise Outdated
    await consensus.set_rating(tx, meeting_id, actor.id, factor, level)
    if all_gave(await consensus.list_ratings(tx, meeting_id), await _team(tx, school)):
        opener = meeting.opened_by
        told = News(opener, "consensus-full", {"school": school.id}, f"consensus-full:{meeting_id}:{opener}")
        await tell(tx, [told] if opener != actor.id else [], now=now)
    return await see_meeting(tx, actor, school.id)


async def close_meeting(tx: Transaction, actor: Person, meeting_id: int, *, now: datetime) -> MeetingReport:
    """Closing a closed meeting changes nothing."""
    _, school, leads, _ = await _get_meeting(tx, actor, meeting_id)
    if not leads:
        raise Forbidden
    await consensus.close_meeting(tx, meeting_id, now=now)
    return await see_meeting(tx, actor, school.id)


async def check_may_lead(tx: Transaction, actor: Person, meeting_id: int) -> Body:
    """The school of a closed meeting, for one who writes down what was agreed."""
    meeting, school, leads, _ = await _get_meeting(tx, actor, meeting_id)
    if not leads:
        raise Forbidden
    if not meeting.is_closed:
        raise Outdated
    return school


async def agree(
    tx: Transaction, actor: Person, *, meeting_id: int, factor: int, level: Level | None, now: datetime
) -> MeetingReport:
    if level not in (None, *RATED):
        raise Outdated
    return await _write(tx, actor, meeting_id, factor, level=level, note=None, now=now)


async def write_note(
    tx: Transaction, actor: Person, *, meeting_id: int, factor: int, note: str, now: datetime
) -> MeetingReport:
    """Why the team agreed as it did."""
    note = " ".join(note.split())
    if not note or len(note) > MAX_NOTE:
        raise DomainError("error-consensus-note", max=MAX_NOTE)
    return await _write(tx, actor, meeting_id, factor, level=None, note=note, now=now)


async def _write(
    tx: Transaction,
    actor: Person,
    meeting_id: int,
    factor: int,
    *,
    level: Level | None,
    note: str | None,
    now: datetime,
) -> MeetingReport:
    school = await check_may_lead(tx, actor, meeting_id)
    if factor not in FACTORS:
        raise Outdated
    before = (await consensus.list_agreed(tx, meeting_id)).get(factor, Agreed(None, ""))
    after = replace(before, level=level) if note is None else replace(before, note=note)
    await consensus.set_agreed(tx, meeting_id, factor, after, person_id=actor.id, now=now)
    return await see_meeting(tx, actor, school.id)


async def _enter(tx: Transaction, actor: Person, school_id: int) -> tuple[Body, bool, bool]:
    """The school, and whether the person leads its meeting and rates at it."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    place = Place(school.district_id, school_id)
    leads, rates = may(actor, Action.KEEP_PROFILE, place), may(actor, Action.RATE_FACTORS, place)
    if not (leads or rates):
        raise Forbidden
    return school, leads, rates


async def _get_meeting(tx: Transaction, actor: Person, meeting_id: int) -> tuple[Meeting, Body, bool, bool]:
    meeting = await consensus.get_meeting(tx, meeting_id)
    if meeting is None:
        raise Forbidden
    return meeting, *await _enter(tx, actor, meeting.school_id)


async def _team(tx: Transaction, school: Body) -> list[int]:
    """Ids of the people who work at the school."""
    staff = await list_people(tx, school.district_id, roles=TEAM)
    return [p.id for p in staff if any(school.id in p.schools(role) for role in TEAM)]
