"""«Оценка знаний»: a school's problem subjects against the half before, and beside the district's median."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.access import Action, Place, may, require
from bot.domain.assessment import Half, Mastery, Score, compare, means_by_subject, medians
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.reading.scores import ReadScores
from storage import Transaction, scores
from storage.districts import Body, get_district, get_school, list_schools

MAX_SCORES = 500  # of one message or sheet: forty classes by a dozen subjects
_FIRST_YEAR = 2000
_Known = Mapping[tuple[int, Half], tuple[Score, ...]]


@dataclass(frozen=True, slots=True)
class SchoolScores:
    school: Body
    half: Half
    current: Half  # in which the school is now
    subjects: tuple[Mastery, ...]  # by class and subject
    means: Mapping[str, int]  # of the school in this half, by subject
    medians: Mapping[str, int]  # of the district, where enough schools have sent theirs
    may_enter: bool
    sees_district: bool

    @property
    def problems(self) -> tuple[Mastery, ...]:
        """Those that are a problem, or were one in the half before."""
        return tuple(one for one in self.subjects if one.is_problem or one.was_problem)


@dataclass(frozen=True, slots=True)
class SchoolCount:
    school: Body
    problems: int
    known: int  # classes by subjects that have a score in the half
    before: int | None  # problems in the half before; None: nothing is known of it


@dataclass(frozen=True, slots=True)
class DistrictScores:
    district_id: int
    name: str
    half: Half
    current: Half
    schools: tuple[SchoolCount, ...]  # by name: there are no ranks


async def see_school(
    tx: Transaction, actor: Person, school_id: int, half: Half | None, *, now: datetime
) -> SchoolScores:
    """``half`` None: the one that is under way."""
    school = await _school(tx, actor, school_id, Action.SEE_SCORES)
    current = Half.of(await _today(tx, school.district_id, now))
    half = _checked(half, current)
    known = await scores.list_scores(tx, school.district_id, [half, half.before])
    of_half = {key[0]: means_by_subject(found) for key, found in known.items() if key[1] == half}
    place = Place(school.district_id, school.id)
    return SchoolScores(
        school,
        half,
        current,
        _compared(known, school.id, half),
        of_half.get(school.id, {}),
        medians(of_half.values()),
        may(actor, Action.ENTER_SCORES, place),
        may(actor, Action.SEE_SCORES, Place(school.district_id)),
    )


async def see_district(
    tx: Transaction, actor: Person, district_id: int, half: Half | None, *, now: datetime
) -> DistrictScores:
    require(actor, Action.SEE_SCORES, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    current = Half.of(local_day(now, district.zone))
    half = _checked(half, current)
    known = await scores.list_scores(tx, district_id, [half, half.before])
    counts = (_count(school, known, half) for school in await list_schools(tx, district_id))
    return DistrictScores(district_id, district.name, half, current, tuple(counts))


async def ask_scores(tx: Transaction, actor: Person, school_id: int, half: Half, *, now: datetime) -> Body:
    """The school whose scores of a half are to be sent."""
    school = await _school(tx, actor, school_id, Action.ENTER_SCORES)
    _checked(half, Half.of(await _today(tx, school.district_id, now)))
    return school


async def keep_scores(
    tx: Transaction, actor: Person, school_id: int, half: Half, read: ReadScores, *, now: datetime
) -> SchoolScores:
    """Keep what was understood; :class:`DomainError` where nothing was."""
    await ask_scores(tx, actor, school_id, half, now=now)
    if not read.scores:
        raise DomainError("error-scores-none")
    if len(read.scores) > MAX_SCORES:
        raise DomainError("error-scores-many", max=MAX_SCORES)
    await scores.replace_scores(tx, school_id, half, read.scores, person_id=actor.id, now=now)
    return await see_school(tx, actor, school_id, half, now=now)


def _compared(known: _Known, school_id: int, half: Half) -> tuple[Mastery, ...]:
    now, before = known.get((school_id, half), ()), known.get((school_id, half.before), ())
    return compare(now, before, new_year=half.before.year != half.year)


def _count(school: Body, known: _Known, half: Half) -> SchoolCount:
    compared = _compared(known, school.id, half)
    sent_before = (school.id, half.before) in known
    return SchoolCount(
        school,
        sum(one.is_problem for one in compared),
        sum(one.now is not None for one in compared),
        sum(one.was_problem for one in compared) if sent_before else None,
    )


def _checked(half: Half | None, current: Half) -> Half:
    if half is None:
        return current
    if half.number not in (1, 2) or half > current or half.year < _FIRST_YEAR:
        raise Outdated
    return half


async def _school(tx: Transaction, actor: Person, school_id: int, action: Action) -> Body:
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    require(actor, action, Place(school.district_id, school.id))
    return school


async def _today(tx: Transaction, district_id: int, now: datetime) -> date:
    district = await get_district(tx, district_id)
    assert district is not None
    return local_day(now, district.zone)
