"""An approved plan with bound parties goes live: its rows become tasks. Undone while nothing was reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.access import Action
from bot.domain.binding import Binding, Target
from bot.domain.errors import DomainError, Outdated
from bot.domain.fan_out import FanOut, Frame, PlanRow, fan_out
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.use_cases.plans import get_plan
from storage import Transaction, parties, plan_status, plans
from storage.districts import District, get_district, list_schools
from storage.fan_out import add_tasks
from storage.plans import Plan
from storage.versions import add_version


@dataclass(frozen=True, slots=True)
class Launched:
    plan: Plan
    tasks: int
    schools: int  # that got a task
    checkpoints: int
    waiting: int  # for a date
    past: int  # windows that were over before the launch


async def launch_plan(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> Launched:
    """Fan the plan out into tasks. Only the first of two presses does it."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.APPROVED:
        raise Outdated
    if unbound := await count_unbound(tx, plan):
        raise DomainError("error-launch-unbound", n=unbound)
    if not await list_schools(tx, plan.district_id):
        raise DomainError("error-launch-schools")
    if not await plan_status.set_live(tx, plan_id):
        raise Outdated
    district, result = await _fan_out(tx, plan, now=now)
    await add_tasks(tx, district, result.tasks, person_id=actor.id, now=now)
    await add_version(tx, plan_id, person_id=actor.id, reason="", changes=(), now=now)
    return _launched(plan, result)


async def assign_past(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> Launched:
    """Make the tasks, too, whose windows were over before the launch; they come up as overdue."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.LIVE:
        raise Outdated
    district, result = await _fan_out(tx, plan, since=date.min, now=now)
    await add_tasks(tx, district, result.tasks, person_id=actor.id, now=now)
    return _launched(plan, result)


def _launched(plan: Plan, result: FanOut) -> Launched:
    schools = {task.assignee.school_id for task in result.tasks} - {None}
    return Launched(
        plan=plan,
        tasks=len(result.tasks),
        schools=len(schools),
        checkpoints=sum(task.occurrence.checkpoint for task in result.tasks),
        waiting=sum(task.occurrence.end is None for task in result.tasks),
        past=result.past,
    )


async def extend_to_new_schools(tx: Transaction, district_id: int, *, person_id: int, now: datetime) -> int:
    """Give schools that joined after the launch their tasks; how many. The caller checked the right."""
    added = 0
    for plan in await plans.list_live_plans(tx, district_id):
        if plan.school_id is None:
            district, result = await _fan_out(tx, plan, now=now)
            added += await add_tasks(tx, district, result.tasks, person_id=person_id, now=now)
    return added


async def _fan_out(
    tx: Transaction, plan: Plan, *, since: date | None = None, now: datetime
) -> tuple[District, FanOut]:
    """Everything due on or after ``since`` (else: today)."""
    ground = await survey_ground(tx, plan)
    rows = await list_plan_rows(tx, plan)
    district = ground.district
    return district, fan_out(rows, ground.schools, ground.frame, since or local_day(now, district.zone))


@dataclass(frozen=True, slots=True)
class Ground:
    """Where and when a plan's rows become tasks."""

    district: District
    schools: tuple[int, ...]  # whom «every school» means
    frame: Frame


async def survey_ground(tx: Transaction, plan: Plan) -> Ground:
    """Of a plan that was approved."""
    district = await get_district(tx, plan.district_id)
    assert district is not None
    assert plan.approved_at is not None
    schools = [school.id for school in await list_schools(tx, district.id)]
    return Ground(
        district,
        tuple(schools) if plan.school_id is None else (plan.school_id,),
        Frame.of(plan.period, local_day(plan.approved_at, district.zone)),
    )


async def list_plan_rows(tx: Transaction, plan: Plan) -> list[PlanRow]:
    """What of a plan's rows decides about tasks. A school's plan is the school's, whoever it names there."""
    bindings = {} if plan.school_id else await parties.list_bindings(tx, plan.id)
    own = (Binding(Target.EVERY_SCHOOL),) if plan.school_id else ()
    return [
        PlanRow(a.id, a.deadline, own or tuple(bindings.get(a.id, ())))
        for a in await plans.list_activities(tx, plan.id)
    ]


async def count_unbound(tx: Transaction, plan: Plan) -> int:
    """Parties that must be bound before rows become tasks."""
    return 0 if plan.school_id else await parties.count_unbound(tx, plan.id)
