"""The facts behind the papers of a plan: the whole of it, or one school's part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.record import PlanRecord, RecordRow, RecordSection
from bot.use_cases.export import read_export
from bot.use_cases.plans import get_plan
from storage import Transaction
from storage.districts import get_district, get_school
from storage.plans import Plan, list_plans

_WRITTEN_ABOUT = (PlanStatus.LIVE, PlanStatus.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of one plan; ``school_id`` 0: of the whole."""

    plan: Plan
    school_id: int
    place: str  # the school's or the district's name
    others: bool  # there are other plans to write about


async def list_subjects(tx: Transaction, actor: Person, district_id: int, school_id: int) -> list[Plan]:
    """The plans that papers of a district, or of one of its schools, are written about; the newest first."""
    await _check_place(tx, actor, district_id, school_id)
    found = await list_plans(tx, district_id)
    of_place = (None, school_id) if school_id else (None,)
    return [p for p in reversed(found) if p.status in _WRITTEN_ABOUT and p.school_id in of_place]


async def see_shelf(tx: Transaction, actor: Person, plan_id: int, school_id: int) -> Shelf:
    plan, place = await _get(tx, actor, plan_id, school_id)
    others = await list_subjects(tx, actor, plan.district_id, school_id)
    return Shelf(plan, school_id, place, len(others) > 1)


async def read_record(
    tx: Transaction, actor: Person, plan_id: int, school_id: int, *, now: datetime
) -> PlanRecord:
    """The plan with all that was done about it; of a district's plan, one school's part where it is named."""
    plan, place = await _get(tx, actor, plan_id, school_id)
    export = await read_export(tx, plan)
    sections = tuple(
        RecordSection(
            section.title,
            tuple(
                RecordRow(
                    activity_id=a.id,
                    number=a.number,
                    title=a.title,
                    problem=a.problem,
                    result=a.result,
                    responsible=a.responsible_text,
                    deadline=a.deadline_phrase,
                    evidence_kind=a.evidence_kind,
                )
                for a in rows
            ),
        )
        for section, rows in export.sections
    )
    district = export.district
    record = PlanRecord(
        district.name, district.zone, plan.school, plan.title, plan.period, sections, export.tasks, now
    )
    return record.of_school(school_id, place) if school_id and not plan.school_id else record


async def _get(tx: Transaction, actor: Person, plan_id: int, school_id: int) -> tuple[Plan, str]:
    """The plan and the name of the place that its papers are about."""
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    if plan.status not in _WRITTEN_ABOUT or plan.school_id not in (None, school_id):
        raise Forbidden
    return plan, await _check_place(tx, actor, plan.district_id, school_id)


async def _check_place(tx: Transaction, actor: Person, district_id: int, school_id: int) -> str:
    """The name of the place, for one who may have its papers."""
    require(actor, Action.EXPORT_PLAN, Place(district_id, school_id or None))
    if school_id:
        school = await get_school(tx, school_id)
        if school is None or school.district_id != district_id:
            raise Forbidden
        return school.name
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return district.name
