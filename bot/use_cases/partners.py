"""Partner schools: pairs, what they do together, and a word before their contract ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.local_time import local_day
from bot.domain.mornings import Listener
from bot.domain.partners import MAX_EVENT, JointEvent, Partnership, is_reminded
from bot.domain.people import Person, Role
from bot.domain.reminders import Days
from bot.domain.reports import checked_words
from bot.use_cases.tasks import read_window
from storage import Transaction, partners
from storage.districts import Body, get_district, get_school, list_schools

EVENTS = 7  # of a pair, shown


@dataclass(frozen=True, slots=True)
class Partners:
    district_id: int
    pairs: tuple[Partnership, ...]  # that concern the person
    may_pair: bool


@dataclass(frozen=True, slots=True)
class PartnerCard:
    pair: Partnership
    events: tuple[JointEvent, ...]  # the latest first
    may_note: bool
    may_pair: bool


async def list_partners(tx: Transaction, actor: Person, district_id: int) -> Partners:
    require(actor, Action.SEE_PARTNERS, Place(district_id))
    pairs = await partners.list_partnerships(tx, [district_id])
    may_pair = may(actor, Action.PAIR_SCHOOLS, Place(district_id))
    return Partners(district_id, tuple(pair for pair in pairs if _sees(actor, pair)), may_pair)


async def list_candidates(tx: Transaction, actor: Person, district_id: int, host_id: int) -> list[Body]:
    """The schools that may be chosen: as the helping one (``host_id`` 0), or as its partner."""
    require(actor, Action.PAIR_SCHOOLS, Place(district_id))
    paired = {
        pair.school_id
        for pair in await partners.list_partnerships(tx, [district_id])
        if pair.host_id == host_id
    }
    schools = await list_schools(tx, district_id)
    return [school for school in schools if school.id != host_id and school.id not in paired]


async def pair_schools(
    tx: Transaction, actor: Person, *, host_id: int, school_id: int, until: str, now: datetime
) -> PartnerCard:
    """``until``: the contract's last day in words."""
    host, school = await check_pair(tx, actor, host_id, school_id)
    ends_on = await _read_end(tx, host.district_id, until, now)
    made = await partners.add_partnership(
        tx,
        district_id=host.district_id,
        host_id=host.id,
        school_id=school.id,
        ends_on=ends_on,
        created_by=actor.id,
        now=now,
    )
    if made is None:
        raise DomainError("error-partners-paired")
    return await see_pair(tx, actor, made)


async def check_pair(tx: Transaction, actor: Person, host_id: int, school_id: int) -> tuple[Body, Body]:
    """The two schools, of one district in which the person may pair them."""
    host, school = await get_school(tx, host_id), await get_school(tx, school_id)
    if host is None or school is None or host.district_id != school.district_id or host_id == school_id:
        raise Forbidden
    require(actor, Action.PAIR_SCHOOLS, Place(host.district_id))
    return host, school


async def see_pair(tx: Transaction, actor: Person, partnership_id: int) -> PartnerCard:
    pair = await partners.get_partnership(tx, partnership_id)
    if pair is None or not _sees(actor, pair):
        raise Forbidden
    return PartnerCard(
        pair,
        tuple(await partners.list_events(tx, pair.id, limit=EVENTS)),
        may_note=_notes(actor, pair),
        may_pair=may(actor, Action.PAIR_SCHOOLS, Place(pair.district_id)),
    )


async def note_event(
    tx: Transaction, actor: Person, partnership_id: int, *, words: str, now: datetime
) -> PartnerCard:
    """``words``: a day and after a colon what is done together: «15 декабря: открытый урок»."""
    pair = (await see_pair(tx, actor, partnership_id)).pair
    if not _notes(actor, pair):
        raise Forbidden
    phrase, colon, title = words.partition(":")
    if not colon:
        raise DomainError("error-partners-event")
    _, day = read_window(phrase, await _today(tx, pair.district_id, now))
    title = " ".join(checked_words(title, MAX_EVENT).split())
    await partners.add_event(tx, pair.id, held_on=day, title=title, created_by=actor.id)
    return await see_pair(tx, actor, pair.id)


async def prolong(
    tx: Transaction, actor: Person, partnership_id: int, *, until: str, now: datetime
) -> PartnerCard:
    pair = await get_for_change(tx, actor, partnership_id)
    await partners.prolong(tx, pair.id, await _read_end(tx, pair.district_id, until, now))
    return await see_pair(tx, actor, pair.id)


async def part(tx: Transaction, actor: Person, partnership_id: int, *, now: datetime) -> Partnership:
    """Take the pair off the list; what it did is kept."""
    pair = await get_for_change(tx, actor, partnership_id)
    if not await partners.end_partnership(tx, pair.id, now=now):
        raise Outdated
    return pair


async def get_for_change(tx: Transaction, actor: Person, partnership_id: int) -> Partnership:
    pair = (await see_pair(tx, actor, partnership_id)).pair
    require(actor, Action.PAIR_SCHOOLS, Place(pair.district_id))
    return pair


async def due_contracts(
    tx: Transaction, listeners: Sequence[Listener], now: datetime
) -> Mapping[int, list[Mapping[str, Any]]]:
    """By person, as JSON: contracts that end soon, for the coordinator and the heads. One query."""
    told = (Role.COORDINATOR, Role.HEAD)
    districts = {
        m.district_id for one in listeners for m in one.memberships if m.role in told and m.district_id
    }
    pairs = await partners.list_partnerships(tx, districts) if districts else []
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for one in listeners:
        days = Days.since(one.last_on, local_day(now, one.zone))
        led = {m.district_id for m in one.memberships if m.role is Role.COORDINATOR}
        headed = {m.school_id for m in one.memberships if m.role is Role.HEAD}
        for pair in pairs:
            concerned = pair.district_id in led or headed & {pair.host_id, pair.school_id}
            if concerned and is_reminded(pair.ends_on, days):
                facts = {"host": pair.host, "school": pair.school, "ends_on": pair.ends_on.isoformat()}
                found[one.id].append({"id": pair.id, **facts})
    return found


def _sees(actor: Person, pair: Partnership) -> bool:
    return any(
        may(actor, Action.SEE_PARTNERSHIP, Place(pair.district_id, school))
        for school in (pair.host_id, pair.school_id)
    )


def _notes(actor: Person, pair: Partnership) -> bool:
    return any(
        may(actor, Action.NOTE_JOINT_EVENT, Place(pair.district_id, school))
        for school in (pair.host_id, pair.school_id)
    )


async def _read_end(tx: Transaction, district_id: int, words: str, now: datetime) -> date:
    today = await _today(tx, district_id, now)
    _, ends_on = read_window(words, today)
    if ends_on < today:
        raise DomainError("error-schedule-past")
    return ends_on


async def _today(tx: Transaction, district_id: int, now: datetime) -> date:
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return local_day(now, district.zone)
