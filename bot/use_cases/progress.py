"""How far a district's plan, or a school's part of it, has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.access import RIGHTS, Action, Place, may
from bot.domain.errors import Forbidden
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.domain.progress import Progress, count_progress
from bot.domain.terms import TaskTerm
from storage import Transaction
from storage.districts import Body, District, get_district, list_schools
from storage.people import set_dark_charts
from storage.progress import list_task_facts, list_task_terms


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a district the reader sees."""

    district: District
    schools: tuple[Body, ...] | None = None  # None: all of it

    @property
    def school_ids(self) -> list[int] | None:
        return None if self.schools is None else [school.id for school in self.schools]

    @property
    def place(self) -> str:
        """The school's name where it is one school, otherwise the district's."""
        return self.schools[0].name if self.schools and len(self.schools) == 1 else self.district.name


@dataclass(frozen=True, slots=True)
class ProgressReport:
    sight: Sight
    progress: Progress


@dataclass(frozen=True, slots=True)
class TermsReport:
    sight: Sight
    today: date  # in the district
    tasks: tuple[TaskTerm, ...]  # in the order of the plan


async def see_progress(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> ProgressReport:
    """The whole district for whom it concerns, otherwise the actor's own schools in it."""
    sight = await _sight(tx, actor, district_id)
    facts = await list_task_facts(tx, district_id, school_ids=sight.school_ids, now=now)
    return ProgressReport(sight, count_progress(facts))


async def see_terms(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> TermsReport:
    """The days of the same tasks."""
    sight = await _sight(tx, actor, district_id)
    zone = sight.district.zone
    tasks = await list_task_terms(tx, district_id, zone=zone, school_ids=sight.school_ids, now=now)
    return TermsReport(sight, local_day(now, zone), tuple(tasks))


async def choose_paper(tx: Transaction, actor: Person, district_id: int, *, dark: bool) -> None:
    """From now on the actor's pictures, of which the district's progress is one, are on that paper."""
    await _sight(tx, actor, district_id)
    await set_dark_charts(tx, actor.id, dark=dark)


def own_district(actor: Person) -> int:
    """The district of the actor's first membership that may see progress."""
    for membership in actor.memberships:
        if membership.role in RIGHTS[Action.SEE_PROGRESS] and membership.district_id:
            return membership.district_id
    raise Forbidden


async def _sight(tx: Transaction, actor: Person, district_id: int) -> Sight:
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    if may(actor, Action.SEE_PROGRESS, Place(district_id)):
        return Sight(district)
    schools = tuple(
        school
        for school in await list_schools(tx, district_id)
        if may(actor, Action.SEE_PROGRESS, Place(district_id, school.id))
    )
    if not schools:
        raise Forbidden
    return Sight(district, schools)
