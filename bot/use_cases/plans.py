"""A document becomes a plan of a district or of one of its schools; who may sees it row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, may, may_somewhere, require
from bot.domain.deadlines import DeadlineKind
from bot.domain.doubt_codes import Severity
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import DraftPlan, PlanStatus
from bot.domain.tasks import TaskState
from bot.use_cases.party_memory import remember_parties
from storage import Transaction, doubts, drafts, parties, plans
from storage.districts import District, get_school, list_districts, list_schools
from storage.parties import PartyUse, StoredParty
from storage.plan_tasks import RowTask, count_states, list_tasks_of
from storage.plans import Activity, Plan, Section


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A whole plan at one look."""

    plan: Plan
    editable: bool  # by the one who looks
    exportable: bool
    corrects: str  # of a correction: the title of the plan that it corrects, or ""
    correctable: tuple[Plan, ...]  # live plans that this draft may be a new version of
    siblings: bool  # the person may see other plans of the district or add one
    sections: tuple[tuple[Section, int], ...]  # with the number of their activities
    deadlines: Mapping[DeadlineKind, int]  # how many activities have each kind
    parties: tuple[PartyUse, ...]
    open_doubts: Mapping[Severity, int]
    unbound: int  # parties nobody has bound yet
    schools: int
    tasks: Mapping[TaskState, int]

    @property
    def activities(self) -> int:
        return sum(self.deadlines.values())

    @property
    def doubts(self) -> int:
        return sum(self.open_doubts.values())


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


async def check_import(tx: Transaction, actor: Person, district_id: int, school_id: int | None) -> None:
    """Whether the person may import a plan for this place, which must be there."""
    school = await get_school(tx, school_id) if school_id else None
    if school_id and (school is None or school.district_id != district_id):
        raise Forbidden
    require(actor, Action.IMPORT_PLAN, Place(district_id, school_id))


async def import_plan(
    tx: Transaction,
    actor: Person,
    *,
    district_id: int,
    draft: DraftPlan,
    file_name: str,
    now: datetime,
    school_id: int | None = None,
    corrects_id: int | None = None,
) -> int:
    """Keep a document's draft as a plan of the district or of one of its schools; the plan's id."""
    await check_import(tx, actor, district_id, school_id)
    place = Place(district_id, school_id)
    if not corrects_id and await drafts.has_same_draft(tx, draft, place, file_name):
        raise DomainError("error-plan-exists")
    named = [party for activity in draft.activities for party in activity.parties]
    plan_id = await drafts.add_plan(
        tx,
        draft,
        district_id=district_id,
        file_name=file_name,
        parties=await remember_parties(tx, district_id, named),
        created_by=actor.id,
        now=now,
        school_id=school_id,
        parent_id=await _parent(tx, place),
        corrects_id=corrects_id,
    )
    if plan_id is None:
        raise DomainError("error-correction-exists")
    return plan_id


async def _parent(tx: Transaction, place: Place) -> int | None:
    """The district's newest live plan, which a plan of a school carries out."""
    if place.school_id is None or place.district_id is None:
        return None
    live = await plans.list_live_plans(tx, place.district_id)
    return max((plan.id for plan in live if plan.school_id is None), default=None)


async def discard_draft(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    """Delete a plan that was not approved; the plan as it was."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if not await drafts.discard(tx, plan_id):
        raise Outdated
    return plan


async def see_plan(tx: Transaction, actor: Person, plan_id: int) -> PlanCard:
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    activities = await plans.list_activities(tx, plan.id)
    counts = Counter(a.section_id for a in activities)
    sections = await plans.list_sections(tx, plan.id)
    others = [p for p in await plans.list_plans(tx, plan.district_id) if p.id != plan.id]
    editable = may(actor, Action.IMPORT_PLAN, plan.place)
    return PlanCard(
        plan=plan,
        editable=editable,
        exportable=may(actor, Action.EXPORT_PLAN, plan.place),
        corrects=next((p.title for p in others if p.id == plan.corrects_id), ""),
        correctable=_correctable(plan, others),
        siblings=may_somewhere(actor, Action.IMPORT_PLAN)
        or any(p.corrects_id is None and is_seen(actor, p) for p in others),
        sections=tuple((section, counts[section.id]) for section in sections),
        deadlines=Counter(a.deadline.kind for a in activities),
        parties=tuple(await parties.list_uses(tx, plan.id)),
        open_doubts=await doubts.count_by_severity(tx, plan.id),
        unbound=0 if plan.school_id else await parties.count_unbound(tx, plan.id),
        schools=len(await list_schools(tx, plan.district_id)),
        tasks=(await count_states(tx, [plan.id]))[plan.id],
    )


_MOST_CORRECTABLE = 2  # buttons of a draft's card


def _correctable(draft: Plan, others: Sequence[Plan]) -> tuple[Plan, ...]:
    """The newest live plans of the same place that nobody corrects yet; not of one's own next year."""
    if draft.status is not PlanStatus.DRAFT or draft.corrects_id or draft.follows_id:
        return ()
    taken = {plan.corrects_id for plan in others}
    live = [p for p in others if p.status is PlanStatus.LIVE and p.place == draft.place and p.id not in taken]
    return tuple(reversed(live[-_MOST_CORRECTABLE:]))


async def see_unread(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    """The plan, for who may look at what of its document found no field."""
    return await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)


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
    if plan is None or not is_seen(actor, plan):
        raise Forbidden
    if action is not Action.SEE_PLAN:
        require(actor, action, plan.place)
    return plan


def is_seen(actor: Person, plan: Plan) -> bool:
    """A school's plan is the school's; what is not live yet is its makers'."""
    if plan.status not in (PlanStatus.LIVE, PlanStatus.ARCHIVED):
        return may(actor, Action.IMPORT_PLAN, plan.place)
    return may(actor, Action.SEE_SCHOOL_PLAN if plan.school_id else Action.SEE_PLAN, plan.place)
