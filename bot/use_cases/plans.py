"""A document becomes the district's plan, and everybody who may sees it row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, may, require
from bot.domain.deadlines import DeadlineKind
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import DraftPlan, PlanStatus
from bot.domain.tasks import TaskState
from bot.reading.parties import normalise_party
from storage import Transaction, doubts, drafts, parties, plans
from storage.districts import District, list_districts, list_schools
from storage.parties import PartyUse, StoredParty
from storage.plan_tasks import RowTask, count_states, list_tasks_of
from storage.plans import Activity, Plan, Section


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A whole plan at one look."""

    plan: Plan
    editable: bool  # by the one who looks
    exportable: bool
    sections: tuple[tuple[Section, int], ...]  # with the number of their activities
    deadlines: Mapping[DeadlineKind, int]  # how many activities have each kind
    parties: tuple[PartyUse, ...]
    doubts: int  # still open
    unbound: int  # parties nobody has bound yet
    schools: int
    tasks: Mapping[TaskState, int]

    @property
    def activities(self) -> int:
        return sum(self.deadlines.values())


@dataclass(frozen=True, slots=True)
class NoPlan:
    """There is nothing this person may see yet."""

    district_id: int
    may_import: bool


@dataclass(frozen=True, slots=True)
class SectionCard:
    plan: Plan
    section: Section
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class ActivityCard:
    plan: Plan
    activity: Activity
    parties: tuple[StoredParty, ...]  # the accountable one first
    states: Mapping[TaskState, int]  # of all its tasks
    tasks: tuple[RowTask, ...]  # those that this person may open
    editable: bool  # its deadline may still be typed anew


async def list_own_districts(tx: Transaction, actor: Person, action: Action) -> list[District]:
    """The districts in which the actor may ``action``; at least one."""
    found = [d for d in await list_districts(tx) if may(actor, action, Place(d.id))]
    if not found:
        raise Forbidden
    return found


async def import_plan(
    tx: Transaction, actor: Person, *, district_id: int, draft: DraftPlan, file_name: str, now: datetime
) -> None:
    """Keep a document's draft as the district's plan; a district has one."""
    require(actor, Action.IMPORT_PLAN, Place(district_id))
    found = {p.text: normalise_party(p.text) for a in draft.activities for p in a.parties}
    first_met = {normalise_party(p.text): p for a in reversed(draft.activities) for p in reversed(a.parties)}
    ids = await parties.remember_parties(tx, district_id, first_met)
    plan_id = await drafts.add_plan(
        tx,
        draft,
        district_id=district_id,
        file_name=file_name,
        parties={text: ids[key] for text, key in found.items()},
        created_by=actor.id,
        now=now,
    )
    if plan_id is None:
        raise DomainError("error-plan-exists")


async def discard_draft(tx: Transaction, actor: Person, plan_id: int) -> int:
    """Delete a plan that was not approved; the district whose it was."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.DRAFT:
        raise Outdated
    await drafts.discard(tx, plan_id)
    return plan.district_id


async def see_plan(tx: Transaction, actor: Person, district_id: int) -> PlanCard | NoPlan:
    place = Place(district_id)
    require(actor, Action.SEE_PLAN, place)
    plan = await plans.get_plan_of_district(tx, district_id)
    editable = may(actor, Action.IMPORT_PLAN, place)
    if plan is None or not (editable or plan.status is PlanStatus.LIVE):
        return NoPlan(district_id, may_import=editable)
    activities = await plans.list_activities(tx, plan.id)
    counts = Counter(a.section_id for a in activities)
    sections = await plans.list_sections(tx, plan.id)
    return PlanCard(
        plan=plan,
        editable=editable,
        exportable=may(actor, Action.EXPORT_PLAN, place),
        sections=tuple((section, counts[section.id]) for section in sections),
        deadlines=Counter(a.deadline.kind for a in activities),
        parties=tuple(await parties.list_uses(tx, plan.id)),
        doubts=await doubts.count_open(tx, plan.id),
        unbound=await parties.count_unbound(tx, plan.id),
        schools=len(await list_schools(tx, district_id)),
        tasks=await count_states(tx, plan.id),
    )


async def see_section(tx: Transaction, actor: Person, section_id: int) -> SectionCard:
    section = await plans.get_section(tx, section_id)
    if section is None:
        raise Forbidden
    plan = await get_plan(tx, actor, section.plan_id, Action.SEE_PLAN)
    rows = await plans.list_activities(tx, plan.id)
    return SectionCard(plan, section, tuple(a for a in rows if a.section_id == section_id))


async def see_activity(tx: Transaction, actor: Person, activity_id: int) -> ActivityCard:
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    plan = await get_plan(tx, actor, activity.plan_id, Action.SEE_PLAN)
    tasks = await list_tasks_of(tx, activity_id)
    return ActivityCard(
        plan=plan,
        activity=activity,
        parties=tuple(await parties.list_parties_of(tx, activity_id)),
        states=Counter(task.state for task in tasks),
        tasks=tuple(task for task in tasks if may(actor, Action.SEE_TASK, task.place)),
        editable=plan.status is PlanStatus.DRAFT,
    )


async def get_plan(tx: Transaction, actor: Person, plan_id: int, action: Action) -> Plan:
    """The plan, for one who may ``action`` it; before it is live only its makers see it."""
    plan = await plans.get_plan(tx, plan_id)
    if plan is None:
        raise Forbidden
    place = Place(plan.district_id)
    require(actor, action, place)
    if plan.status is not PlanStatus.LIVE:
        require(actor, Action.IMPORT_PLAN, place)
    return plan
