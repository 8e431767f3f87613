"""Risk profiles of schools, made of what was released of a wave and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.anonymity import MIN_GROUP
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.progress import alphabetical
from bot.domain.releases import Released, ReleasedGroup, Turnout
from bot.domain.risk import FACTORS, FactorRisk, Level, RiskProfile, Rule, newest_rule
from bot.use_cases.sources import (
    Source,
    WaveResult,
    latest_of_each,
    list_wave_results,
    profile_of,
    rule_of,
    sources_of,
    told_in_words,
)
from storage import Transaction, waves
from storage.districts import Body, get_school, list_schools
from storage.official_levels import list_official_levels
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
    """A school's profile as of a wave: of each group of people, the latest that it told until then."""

    wave: Wave
    result: SchoolResult  # of that wave
    group: ReleasedGroup | None  # whose answers that wave shows; None: they are hidden
    sources: tuple[Source, ...]  # the latest of each group of people
    before: tuple[Source, ...]  # the waves before those
    profile: RiskProfile | None  # None: nothing is known yet
    official: Mapping[int, Level]  # by factor, as typed in

    @property
    def in_words(self) -> bool:
        """Some group is too small for percentages."""
        return told_in_words(self.sources)

    @property
    def last(self) -> RiskProfile | None:
        """The profile of the waves before, where it may be told in percentages; by this one's rule."""
        return profile_of(self.before, self.rule) if self.before and not told_in_words(self.before) else None

    @property
    def rule(self) -> Rule:
        return self.profile.rule if self.profile else newest_rule()

    @property
    def recounted(self) -> RiskProfile | None:
        """The same by the newest rule; None where it was issued under that one."""
        rule = newest_rule()
        return None if self.rule == rule else profile_of(self.sources, rule)

    @property
    def before_recounted(self) -> bool:
        """The waves before were issued under another rule than this one."""
        return any(source.rule != self.rule.version for source in self.before)

    def factor(self, number: int) -> FactorRisk:
        """Raises Outdated for no factor, or where nothing is known."""
        if self.profile is None or number not in FACTORS:
            raise Outdated
        return self.profile.factors[number - 1]


@dataclass(frozen=True, slots=True)
class ProfileHistory:
    school: Body
    released: tuple[Wave, ...]  # that feed a profile, the latest first
    latest: SchoolProfile | None  # None: no wave has been released yet


async def see_profile_history(tx: Transaction, actor: Person, school_id: int) -> ProfileHistory:
    """What the school can look at: its latest profile and the waves before it."""
    school = await get_own_school(tx, actor, school_id)
    found = await list_wave_results(tx, await waves.list_waves(tx, school.district_id))
    released = tuple(result.wave for result in found)
    latest = await _profile(tx, released[0], school, found) if released else None
    return ProfileHistory(school, released, latest)


async def see_profile(tx: Transaction, actor: Person, *, wave_id: int, school_id: int) -> SchoolProfile:
    school = await get_own_school(tx, actor, school_id)
    every = await waves.list_waves(tx, school.district_id)
    wave = next((wave for wave in every if wave.id == wave_id), None)
    if wave is None:
        raise Forbidden
    if not wave.is_closed:
        raise DomainError("error-profile-wave-open", day=wave.last_day)
    if not wave.is_released:
        raise DomainError("error-profile-not-released")
    return await _profile(tx, wave, school, await list_wave_results(tx, every))


async def list_results(tx: Transaction, wave: Wave, released: Released) -> tuple[SchoolResult, ...]:
    """Every school of the wave's district, by the alphabet: schools are not ranked."""
    schools = sorted(await list_schools(tx, wave.district_id), key=lambda school: alphabetical(school.name))
    return tuple(_result(school, schools, released) for school in schools)


async def _profile(tx: Transaction, wave: Wave, school: Body, results: Sequence[WaveResult]) -> SchoolProfile:
    released = await get_release(tx, wave.id)
    assert released is not None
    [result] = [r for r in await list_results(tx, wave, released) if r.school.id == school.id]
    sources = sources_of(latest_of_each(results, wave.id), school.id)
    return SchoolProfile(
        wave=wave,
        result=result,
        group=released.group_of(school.id),
        sources=sources,
        before=sources_of(latest_of_each(results, wave.id, back=1), school.id),
        profile=profile_of(sources, rule_of(sources)) if sources else None,
        official=await list_official_levels(tx, school.id),
    )


def _result(school: Body, schools: list[Body], released: Released) -> SchoolResult:
    group = released.group_of(school.id)
    others = {*group.schools} - {school.id} if group else set()
    beside = tuple(other.name for other in schools if other.id in others)
    return SchoolResult(school, released.turnout.get(school.id, _NOBODY_ASKED), beside)


async def get_own_school(
    tx: Transaction, actor: Person, school_id: int, action: Action = Action.SEE_PROFILE
) -> Body:
    """The school, for one who may ``action`` there."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, action, Place(school.district_id, school_id))
    return school
