"""Results by question of a released wave: a coordinator's of all shown schools, a school's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.question_change import QuestionChanges, question_changes
from bot.domain.question_results import QuestionResult, question_results, statement_answers
from bot.domain.releases import Released, ReleasedGroup
from bot.domain.surveys import Form, Questionnaire
from bot.use_cases.profiles import SchoolResult, list_results
from bot.use_cases.questionnaires import get_questionnaire, list_questionnaires
from storage import Transaction, waves
from storage.districts import Body, get_school
from storage.releases import get_release
from storage.waves import Wave

ALL = 0  # in place of a school: all that are shown, added up


@dataclass(frozen=True, slots=True)
class WaveResults:
    wave: Wave
    questionnaire: Questionnaire
    school: SchoolResult | None  # None: of all schools that are shown
    groups: tuple[ReleasedGroup, ...]  # whose answers these are; none where the school is hidden
    shown: tuple[str, ...]  # names of their schools, by the alphabet
    hidden: int  # schools that are in none
    runs_waves: bool  # whether the reader is the coordinator
    earlier: tuple[Wave, ...]  # released before it, of the same questionnaire, the latest first

    @property
    def school_id(self) -> int:
        return self.school.school.id if self.school else ALL

    @property
    def people(self) -> int:
        return sum(group.people for group in self.groups)

    @property
    def in_words(self) -> bool:
        """Too few for percentages."""
        return len(self.groups) == 1 and self.groups[0].in_words

    @property
    def questions(self) -> tuple[QuestionResult, ...]:
        return question_results(self.questionnaire, self.groups)

    @property
    def statement(self) -> Form | None:
        """What a school has said of itself, where the wave is not anonymous."""
        if self.wave.anonymous or self.school is None or not self.groups:
            return None
        return Form(self.questionnaire, statement_answers(self.questionnaire, self.groups[0]))


@dataclass(frozen=True, slots=True)
class ReleasedWaves:
    school: Body
    waves: tuple[tuple[Wave, Questionnaire], ...]  # the latest first


@dataclass(frozen=True, slots=True)
class ResultsChange:
    before: WaveResults
    now: WaveResults
    changes: QuestionChanges


async def see_change(
    tx: Transaction, actor: Person, *, wave_id: int, before_id: int, school_id: int
) -> ResultsChange:
    """Against an earlier wave; DomainError where there is none, Outdated where it is no such wave."""
    now = await see_results(tx, actor, wave_id=wave_id, school_id=school_id)
    if not now.earlier:
        raise DomainError("error-results-one-wave")
    if all(wave.id != before_id for wave in now.earlier):
        raise Outdated
    before = await see_results(tx, actor, wave_id=before_id, school_id=school_id)
    sides = ((found.questionnaire, found.groups) for found in (before, now))
    return ResultsChange(before, now, question_changes(*sides))


async def list_released(tx: Transaction, actor: Person, school_id: int) -> ReleasedWaves:
    """The waves whose results a school can look at."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, Action.SEE_PROFILE, Place(school.district_id, school_id))
    released = [wave for wave in await waves.list_waves(tx, school.district_id) if wave.is_released]
    asked = await list_questionnaires(tx, {wave.pack for wave in released})
    return ReleasedWaves(school, tuple((wave, asked[wave.pack]) for wave in released))


async def see_results(tx: Transaction, actor: Person, *, wave_id: int, school_id: int) -> WaveResults:
    """All of it comes from the release. ``school_id`` ALL is the coordinator's alone.

    Raises DomainError for a wave that is not released.
    """
    wave = await waves.get_wave(tx, wave_id)
    if wave is None:
        raise Forbidden
    place = Place(wave.district_id)
    if school_id == ALL:
        require(actor, Action.RUN_WAVE, place)
    else:
        school = await get_school(tx, school_id)
        if school is None or school.district_id != wave.district_id:
            raise Forbidden
        require(actor, Action.SEE_PROFILE, Place(wave.district_id, school_id))
    released = await get_release(tx, wave_id)
    if released is None:
        raise DomainError("error-results-not-released")
    schools = await list_results(tx, wave, released)
    groups = _groups(released, school_id)
    of_groups = {school for group in groups for school in group.schools}
    return WaveResults(
        wave=wave,
        questionnaire=await get_questionnaire(tx, wave.pack),
        school=next((result for result in schools if result.school.id == school_id), None),
        groups=groups,
        shown=tuple(result.school.name for result in schools if result.school.id in of_groups),
        hidden=_hidden(schools),
        runs_waves=may(actor, Action.RUN_WAVE, place),
        earlier=_earlier(wave, await waves.list_waves(tx, wave.district_id)),
    )


def _earlier(wave: Wave, every: Sequence[Wave]) -> tuple[Wave, ...]:
    """``every`` wave of the district, the latest first."""
    return tuple(
        other
        for other in every
        if other.is_released and other.questionnaire == wave.questionnaire and other.id < wave.id
    )


def _groups(released: Released, school_id: int) -> tuple[ReleasedGroup, ...]:
    if school_id == ALL:
        return released.groups
    group = released.group_of(school_id)
    return (group,) if group else ()


def _hidden(schools: Sequence[SchoolResult]) -> int:
    return sum(result.hidden for result in schools)
