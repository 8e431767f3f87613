"""How far a district's plan, or a school's part of it, has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import RIGHTS, Action, Place, may
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from bot.domain.progress import Progress, count_progress
from storage import Transaction
from storage.districts import Body, get_district, list_schools
from storage.progress import list_task_facts


@dataclass(frozen=True, slots=True)
class ProgressReport:
    district_id: int
    district: str
    schools: tuple[Body, ...] | None  # None: the whole district
    progress: Progress


async def see_progress(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> ProgressReport:
    """The whole district for whom it concerns, otherwise the actor's own schools in it."""
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    schools: tuple[Body, ...] | None = None
    if not may(actor, Action.SEE_PROGRESS, Place(district_id)):
        schools = tuple(
            school
            for school in await list_schools(tx, district_id)
            if may(actor, Action.SEE_PROGRESS, Place(district_id, school.id))
        )
        if not schools:
            raise Forbidden
    school_ids = None if schools is None else [school.id for school in schools]
    facts = await list_task_facts(tx, district_id, school_ids=school_ids, now=now)
    return ProgressReport(district_id, district.name, schools, count_progress(facts))


def own_district(actor: Person) -> int:
    """The district of the actor's first membership that may see progress."""
    for membership in actor.memberships:
        if membership.role in RIGHTS[Action.SEE_PROGRESS] and membership.district_id:
            return membership.district_id
    raise Forbidden
