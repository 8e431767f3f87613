"""The plan with what was done about it, in its own order and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action
from bot.domain.people import Person
from bot.domain.record import TaskDone
from bot.use_cases.plans import get_plan
from storage import Transaction, plans
from storage.districts import District, get_district
from storage.export import list_done
from storage.plans import Activity, Plan, Section


@dataclass(frozen=True, slots=True)
class Export:
    district: District
    plan: Plan
    sections: tuple[tuple[Section, tuple[Activity, ...]], ...]
    tasks: tuple[TaskDone, ...]


async def export_plan(tx: Transaction, actor: Person, plan_id: int) -> Export:
    return await read_export(tx, await get_plan(tx, actor, plan_id, Action.EXPORT_PLAN))


async def read_export(tx: Transaction, plan: Plan) -> Export:
    """The same for a plan that the person may have the papers of."""
    district = await get_district(tx, plan.district_id)
    assert district is not None
    rows = await plans.list_activities(tx, plan.id)
    sections = tuple(
        (section, tuple(a for a in rows if a.section_id == section.id))
        for section in await plans.list_sections(tx, plan.id)
    )
    return Export(district, plan, sections, tuple(await list_done(tx, plan.id)))
