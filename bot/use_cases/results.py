"""«Результаты»: the way to what a plan has reached, for a district or a school."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from storage import Transaction, plans
from storage.districts import get_district, get_school
from storage.plans import Plan


@dataclass(frozen=True, slots=True)
class Results:
    """Where the results of a place are looked up."""

    district_id: int
    school_id: int  # 0: the whole district
    place: str
    plan: Plan | None  # the newest that is followed
    holds_events: bool  # the person may hold meetings here


async def see_results(tx: Transaction, actor: Person, district_id: int, school_id: int) -> Results:
    require(actor, Action.SEE_TARGETS, Place(district_id, school_id or None))
    district = await get_district(tx, district_id)
    school = await get_school(tx, school_id) if school_id else None
    if district is None or (school_id and (school is None or school.district_id != district_id)):
        raise Forbidden
    live = [
        p for p in await plans.list_live_plans(tx, district_id) if p.school_id in (None, school_id or None)
    ]
    newest = max(live, key=lambda plan: (plan.school_id is None, plan.id), default=None)
    holds = may(actor, Action.HOLD_EVENT, Place(district_id, school_id or None))
    place = school.name if school else district.name
    return Results(district_id, school_id, place, newest, holds)
