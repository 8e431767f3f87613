"""What a coordinator does with self-diagnosis: start a wave, watch it, close it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, require
from bot.domain.anonymity import visible_groups
from bot.domain.errors import DomainError, Forbidden
from bot.domain.local_time import day_ends, local_day
from bot.domain.pace import minutes_left
from bot.domain.people import Person, Role
from bot.domain.surveys import Questionnaire, wording
from bot.use_cases.news import tell
from bot.use_cases.profiles import SchoolResult, list_results
from bot.use_cases.questionnaires import find_pack, get_questionnaire, list_packs, pin_pack
from storage import Transaction, responses, waves
from storage.districts import District, get_district
from storage.news import News
from storage.people import list_people
from storage.waves import Participation, Wave

WAVE_DAYS = 14


@dataclass(frozen=True, slots=True)
class WaveList:
    district_id: int
    waves: tuple[Wave, ...]  # the latest first
    startable: tuple[Questionnaire, ...]  # those that are not being asked now


@dataclass(frozen=True, slots=True)
class WaveCard:
    """What is about to begin, before anybody is asked."""

    district: District
    questionnaire: Questionnaire
    teachers: Mapping[str, int]  # registered, by the name of the school
    last_day: date


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
    return WaveList(district_id, tuple(found), startable)


async def prepare_wave(
    tx: Transaction, actor: Person, *, district_id: int, questionnaire: str, now: datetime
) -> WaveCard:
    require(actor, Action.RUN_WAVE, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return WaveCard(
        district=district,
        questionnaire=(await find_pack(tx, district_id, questionnaire)).questionnaire,
        teachers=await waves.count_teachers(tx, district_id),
        last_day=local_day(now, district.zone) + timedelta(days=WAVE_DAYS),
    )


async def start_wave(
    tx: Transaction, actor: Person, *, district_id: int, questionnaire: str, now: datetime
) -> int:
    """Ask every registered teacher of the district; returns the wave's id."""
    card = await prepare_wave(tx, actor, district_id=district_id, questionnaire=questionnaire, now=now)
    teachers = await list_people(tx, district_id, roles=(Role.TEACHER,))
    if not teachers:
        raise DomainError("error-wave-no-teachers")
    wave_id = await waves.add_wave(
        tx,
        district_id=district_id,
        pack=await pin_pack(tx, district_id, questionnaire),
        questionnaire=card.questionnaire.code,
        version=card.questionnaire.version,
        opened_by=actor.id,
        now=now,
        closes_at=day_ends(card.last_day, card.district.zone),
    )
    if wave_id is None:
        raise DomainError("error-wave-open")
    await waves.issue_tokens(tx, wave_id, district_id)
    await tell(tx, [_asking(teacher, card, wave_id) for teacher in teachers], now=now)
    return wave_id


async def see_wave(tx: Transaction, actor: Person, wave_id: int) -> WaveReport:
    wave = await _get_wave(tx, actor, wave_id)
    return WaveReport(
        wave=wave,
        questionnaire=await get_questionnaire(tx, wave.pack),
        participation=await waves.count_participation(tx, wave_id),
        schools=await list_results(tx, wave) if wave.is_closed else (),
    )


async def close_wave(tx: Transaction, actor: Person, wave_id: int, *, now: datetime) -> None:
    """Closing a closed wave changes nothing."""
    wave = await _get_wave(tx, actor, wave_id)
    await _close(tx, wave, now=now)


async def close_due_waves(tx: Transaction, now: datetime) -> int:
    """Close every wave whose last day is over; how many there were. The calendar's act: no actor."""
    due = await waves.list_due_waves(tx, now)
    for wave in due:
        await _close(tx, wave, now=now)
    return len(due)


def _asking(teacher: Person, card: WaveCard, wave_id: int) -> News:
    args = {
        "wave": wave_id,
        "title": wording(card.questionnaire.title, teacher.language),
        "minutes": minutes_left(card.questionnaire),
        "last_day": card.last_day.isoformat(),
    }
    return News(teacher.id, "wave-open", args, f"wave:{wave_id}:{teacher.id}")


async def _close(tx: Transaction, wave: Wave, *, now: datetime) -> None:
    if not await waves.mark_closed(tx, wave.id, now=now):
        return
    await responses.erase_drafts(tx, wave.id)
    visible = visible_groups(await responses.count_responses(tx, wave.id))
    news = [
        News(
            head.id,
            "profile-ready",
            {"wave": wave.id, "school": school_id},
            f"profile:{wave.id}:{school_id}:{head.id}",
        )
        for head in await list_people(tx, wave.district_id, roles=(Role.HEAD,))
        for school_id in visible.intersection(head.schools(Role.HEAD))
    ]
    await tell(tx, news, now=now)


async def _get_wave(tx: Transaction, actor: Person, wave_id: int) -> Wave:
    wave = await waves.get_wave(tx, wave_id)
    if wave is None:
        raise Forbidden
    require(actor, Action.RUN_WAVE, Place(wave.district_id))
    return wave
