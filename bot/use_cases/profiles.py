"""Risk profiles of schools, made of what was released of a wave and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.anonymity import MIN_GROUP
from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Person
from bot.domain.progress import alphabetical
from bot.domain.releases import Released, ReleasedGroup, Turnout
from bot.domain.risk import RiskProfile, indicator_shares, risk_profile
from bot.domain.surveys import Questionnaire
from bot.use_cases.questionnaires import get_questionnaire
from storage import Transaction, waves
from storage.districts import Body, get_school, list_schools
from storage.releases import get_release
from storage.waves import Wave

_NOBODY_ASKED = Turnout(0, 0, MIN_GROUP)


@dataclass(frozen=True, slots=True)
class SchoolResult:
    school: Body
    turnout: Turnout
    beside: tuple[str, ...]  # the schools shown together with it, by the alphabet

    @property
    def hidden(self) -> bool:
        return self.turnout.missing > 0


@dataclass(frozen=True, slots=True)
class SchoolProfile:
    wave: Wave
    questionnaire: Questionnaire
    result: SchoolResult
    group: ReleasedGroup | None  # whose answers the profile is made of
    profile: RiskProfile | None  # None exactly where the group is


@dataclass(frozen=True, slots=True)
class ProfileHistory:
    school: Body
    released: tuple[Wave, ...]  # the latest first
    latest: SchoolProfile | None  # None: no wave has been released yet


async def see_profile_history(tx: Transaction, actor: Person, school_id: int) -> ProfileHistory:
    """What the school can look at: its latest profile and the waves before it."""
    school = await _get_school(tx, actor, school_id)
    released = tuple(wave for wave in await waves.list_waves(tx, school.district_id) if wave.is_released)
    latest = await _profile(tx, released[0], school) if released else None
    return ProfileHistory(school, released, latest)


async def see_profile(tx: Transaction, actor: Person, *, wave_id: int, school_id: int) -> SchoolProfile:
    school = await _get_school(tx, actor, school_id)
    wave = await waves.get_wave(tx, wave_id)
    if wave is None or wave.district_id != school.district_id:
        raise Forbidden
    if not wave.is_closed:
        raise DomainError("error-profile-wave-open", day=wave.last_day)
    if not wave.is_released:
        raise DomainError("error-profile-not-released")
    return await _profile(tx, wave, school)


async def list_results(tx: Transaction, wave: Wave, released: Released) -> tuple[SchoolResult, ...]:
    """Every school of the wave's district, by the alphabet: schools are not ranked."""
    schools = sorted(await list_schools(tx, wave.district_id), key=lambda school: alphabetical(school.name))
    return tuple(_result(school, schools, released) for school in schools)


async def _profile(tx: Transaction, wave: Wave, school: Body) -> SchoolProfile:
    questionnaire = await get_questionnaire(tx, wave.pack)
    released = await get_release(tx, wave.id)
    assert released is not None
    [result] = [r for r in await list_results(tx, wave, released) if r.school.id == school.id]
    group = released.group_of(school.id)
    shares = indicator_shares(questionnaire, group.item_shares()) if group else ()
    return SchoolProfile(wave, questionnaire, result, group, risk_profile(shares) if group else None)


def _result(school: Body, schools: list[Body], released: Released) -> SchoolResult:
    group = released.group_of(school.id)
    others = {*group.schools} - {school.id} if group else set()
    beside = tuple(other.name for other in schools if other.id in others)
    return SchoolResult(school, released.turnout.get(school.id, _NOBODY_ASKED), beside)


async def _get_school(tx: Transaction, actor: Person, school_id: int) -> Body:
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, Action.SEE_PROFILE, Place(school.district_id, school_id))
    return school
