"""What a coordinator does with self-diagnosis: start a wave, watch it, close it, release it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, require
from bot.domain.anonymity import Breakdown
from bot.domain.errors import DomainError, Forbidden
from bot.domain.local_time import day_ends, local_day
from bot.domain.people import Person
from bot.domain.releases import Released, release
from bot.domain.surveys import Questionnaire, answering_roles
from bot.domain.wave_stages import Stage, proposed_stage
from bot.use_cases.news import tell
from bot.use_cases.profiles import SchoolResult, list_results
from bot.use_cases.questionnaires import (
    find_pack,
    get_questionnaire,
    list_packs,
    list_questionnaires,
    pin_pack,
)
from bot.use_cases.wave_news import asking, tell_closed, tell_released, unask
from storage import Transaction, responses, tokens, waves
from storage.districts import District, get_district
from storage.people import list_people
from storage.releases import add_release, get_release
from storage.tokens import Participation
from storage.waves import Wave

WAVE_DAYS = 14


@dataclass(frozen=True, slots=True)
class WaveList:
    district_id: int
    waves: tuple[Wave, ...]  # the latest first
    startable: tuple[Questionnaire, ...]  # those that are not being asked now
    questionnaires: Mapping[str, Questionnaire]  # of the waves, by their packs


@dataclass(frozen=True, slots=True)
class WaveCard:
    """What is about to begin, before anybody is asked."""

    district: District
    questionnaire: Questionnaire
    asked: Mapping[str, int]  # people who are to answer, by the name of the school
    last_day: date
    breakdown: Breakdown  # as chosen so far
    stage: Stage  # likewise


@dataclass(frozen=True, slots=True)
class WaveReport:
    wave: Wave
    questionnaire: Questionnaire
    participation: Participation
    schools: tuple[SchoolResult, ...]  # by the alphabet; empty until the wave is closed


async def list_waves(tx: Transaction, actor: Person, district_id: int) -> WaveList:
    require(actor, Action.RUN_WAVE, Place(district_id))
    found = await waves.list_waves(tx, district_id)
    running = {wave.questionnaire for wave in found if not wave.is_closed}
    known = [pack.questionnaire for pack in await list_packs(tx, district_id)]
    startable = tuple(questionnaire for questionnaire in known if questionnaire.code not in running)
    asked = await list_questionnaires(tx, {wave.pack for wave in found})
    return WaveList(district_id, tuple(found), startable, asked)


async def prepare_wave(
    tx: Transaction,
    actor: Person,
    district_id: int,
    questionnaire: str,
    *,
    breakdown: Breakdown = Breakdown.SCHOOLS,
    stage: Stage | None = None,  # None: the one that this school year's waves propose
    now: datetime,
) -> WaveCard:
    require(actor, Action.RUN_WAVE, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    pack = (await find_pack(tx, district_id, questionnaire)).questionnaire
    today = local_day(now, district.zone)
    every = await waves.list_waves(tx, district_id)
    stage = stage or proposed_stage((w.first_day for w in every if w.questionnaire == questionnaire), today)
    return WaveCard(
        district=district,
        questionnaire=pack,
        asked=await waves.count_asked(tx, district_id, answering_roles(anonymous=pack.anonymous)),
        last_day=today + timedelta(days=WAVE_DAYS),
        breakdown=breakdown,
        stage=stage,
    )


async def start_wave(
    tx: Transaction,
    actor: Person,
    *,
    district_id: int,
    questionnaire: str,
    breakdown: Breakdown = Breakdown.SCHOOLS,
    stage: Stage | None = None,
    now: datetime,
) -> int:
    """Ask every teacher of the district, or every school of it; returns the wave's id.

    Whether the answers are anonymous, whose are shown together and the stage is settled here, for good.
    """
    card = await prepare_wave(
        tx, actor, district_id, questionnaire, breakdown=breakdown, stage=stage, now=now
    )
    anonymous = card.questionnaire.anonymous
    roles = answering_roles(anonymous=anonymous)
    people = await list_people(tx, district_id, roles=roles)
    if not people:
        raise DomainError("error-wave-no-teachers" if anonymous else "error-wave-no-leaders")
    wave_id = await waves.add_wave(
        tx,
        district_id=district_id,
        pack=await pin_pack(tx, district_id, questionnaire),
        questionnaire=card.questionnaire.code,
        version=card.questionnaire.version,
        anonymous=anonymous,
        breakdown=breakdown,
        stage=card.stage,
        opened_by=actor.id,
        now=now,
        closes_at=day_ends(card.last_day, card.district.zone),
    )
    if wave_id is None:
        raise DomainError("error-wave-open")
    await tokens.issue_tokens(tx, wave_id, district_id, roles, anonymous=anonymous)
    await tell(tx, [asking(one, card.questionnaire, wave_id, card.last_day) for one in people], now=now)
    return wave_id


async def see_wave(tx: Transaction, actor: Person, wave_id: int) -> WaveReport:
    wave = await _get_wave(tx, actor, wave_id)
    if not wave.is_closed:
        count = tokens.count_participation if wave.anonymous else tokens.count_statements
        participation = await count(tx, wave_id)
        return WaveReport(wave, await get_questionnaire(tx, wave.pack), participation, ())
    released = await get_release(tx, wave_id) or await _what_a_release_would_show(tx, wave)
    turnouts = released.turnout.values()
    return WaveReport(
        wave=wave,
        questionnaire=await get_questionnaire(tx, wave.pack),
        participation=Participation(sum(t.asked for t in turnouts), sum(t.sent for t in turnouts)),
        schools=await list_results(tx, wave, released),
    )


async def close_wave(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> None:
    """Closing a closed wave changes nothing."""
    await _close(tx, await _get_wave(tx, actor, wave_id), now=now)


async def ask_forgotten_waves(tx: Transaction, now: datetime) -> int:
    """Ask anew in waves that came back from a backup, which holds nothing of what was answered.

    How many there were. Nobody's answers are there twice: those sent before are gone with the tokens.
    """
    forgotten = await waves.list_forgotten_waves(tx, now)
    for wave in forgotten:
        await tokens.issue_tokens(tx, wave.id, wave.district_id, wave.roles, anonymous=wave.anonymous)
        questionnaire = await get_questionnaire(tx, wave.pack)
        people = await list_people(tx, wave.district_id, roles=wave.roles)
        news = [asking(person, questionnaire, wave.id, wave.last_day, again=True) for person in people]
        await tell(tx, news, now=now)
    return len(forgotten)


async def close_due_waves(tx: Transaction, now: datetime) -> int:
    """Close every wave whose last day is over; how many there were. The calendar's act: no actor."""
    due = await waves.list_due_waves(tx, now)
    for wave in due:
        await _close(tx, wave, now=now)
        await tell_closed(tx, wave, now=now)
    return len(due)


async def release_wave(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> None:
    """Show what may be shown of a closed wave, to everybody at once, and erase the answers.

    Releasing a released wave changes nothing; raises DomainError for one that is still open.
    """
    wave = await _get_wave(tx, actor, wave_id)
    if not wave.is_closed:
        raise DomainError("error-wave-not-closed", day=wave.last_day)
    if not await waves.mark_released(tx, wave_id):
        return
    released = await _what_a_release_would_show(tx, wave)
    await add_release(tx, wave_id, released, released_by=actor.id, now=now)
    await responses.erase_tallies(tx, wave_id)
    await tell_released(tx, wave, await get_questionnaire(tx, wave.pack), released, now=now)


async def _close(tx: Transaction, wave: Wave, *, now: datetime) -> None:
    if await waves.mark_closed(tx, wave.id, now=now):
        await responses.seal_wave(tx, wave.id, anonymous=wave.anonymous)
        await unask(tx, wave)


async def _what_a_release_would_show(tx: Transaction, wave: Wave) -> Released:
    tallies, asked = await responses.get_tallies(tx, wave.id)
    questionnaire = await get_questionnaire(tx, wave.pack)
    return release(questionnaire, wave.breakdown, tallies, asked, anonymous=wave.anonymous)


async def _get_wave(tx: Transaction, actor: Person, wave_id: int) -> Wave:
    wave = await waves.get_wave(tx, wave_id)
    if wave is None:
        raise Forbidden
    require(actor, Action.RUN_WAVE, Place(wave.district_id))
    return wave
