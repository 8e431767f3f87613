"""Risk profiles of schools, shown after a wave is closed and only where nobody can be recognised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.access import Action, Place, require
from bot.domain.anonymity import may_show, visible_groups
from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Person
from bot.domain.progress import alphabetical
from bot.domain.risk import RiskProfile, risk_profile, shares_at_risk
from bot.domain.surveys import Questionnaire
from bot.use_cases.questionnaires import get_questionnaire
from storage import Transaction, responses, waves
from storage.districts import Body, get_school, list_schools
from storage.waves import Wave


class Hidden(StrEnum):
    """Why a profile is not shown."""

    FEW = "few"  # too few people answered
    REMAINDER = "remainder"  # beside the others it would give away a school with too few answers


@dataclass(frozen=True, slots=True)
class SchoolResult:
    school: Body
    people: int  # who answered
    hidden: Hidden | None


@dataclass(frozen=True, slots=True)
class SchoolProfile:
    wave: Wave
    questionnaire: Questionnaire
    result: SchoolResult
    profile: RiskProfile | None  # None exactly where the result is hidden


@dataclass(frozen=True, slots=True)
class ProfileHistory:
    school: Body
    closed: tuple[Wave, ...]  # the latest first
    latest: SchoolProfile | None  # None: no wave has been closed yet


async def see_profile_history(tx: Transaction, actor: Person, school_id: int) -> ProfileHistory:
    """What the school can look at: its latest profile and the waves before it."""
    school = await _get_school(tx, actor, school_id)
    closed = tuple(wave for wave in await waves.list_waves(tx, school.district_id) if wave.is_closed)
    latest = await _profile(tx, closed[0], school) if closed else None
    return ProfileHistory(school, closed, latest)


async def see_profile(tx: Transaction, actor: Person, *, wave_id: int, school_id: int) -> SchoolProfile:
    school = await _get_school(tx, actor, school_id)
    wave = await waves.get_wave(tx, wave_id)
    if wave is None or wave.district_id != school.district_id:
        raise Forbidden
    if not wave.is_closed:
        raise DomainError("error-profile-wave-open", day=wave.last_day)
    return await _profile(tx, wave, school)


async def list_results(tx: Transaction, wave: Wave) -> tuple[SchoolResult, ...]:
    """Every school of the wave's district, by the alphabet: schools are not ranked."""
    counts = await responses.count_responses(tx, wave.id)
    visible = visible_groups(counts)
    schools = sorted(await list_schools(tx, wave.district_id), key=lambda school: alphabetical(school.name))
    return tuple(_result(school, counts.get(school.id, 0), school.id in visible) for school in schools)


async def _profile(tx: Transaction, wave: Wave, school: Body) -> SchoolProfile:
    questionnaire = await get_questionnaire(tx, wave.pack)
    counts = await responses.count_responses(tx, wave.id)
    result = _result(school, counts.get(school.id, 0), school.id in visible_groups(counts))
    if result.hidden:
        return SchoolProfile(wave, questionnaire, result, None)
    answers = await responses.count_answers(tx, wave.id, school.id)
    return SchoolProfile(wave, questionnaire, result, risk_profile(shares_at_risk(questionnaire, answers)))


def _result(school: Body, people: int, visible: bool) -> SchoolResult:
    if visible:
        return SchoolResult(school, people, None)
    return SchoolResult(school, people, Hidden.REMAINDER if may_show(people) else Hidden.FEW)


async def _get_school(tx: Transaction, actor: Person, school_id: int) -> Body:
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, Action.SEE_PROFILE, Place(school.district_id, school_id))
    return school
