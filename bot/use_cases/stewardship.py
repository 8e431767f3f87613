"""What is done with a live plan as a whole: its launch undone, the plan put away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, may
from bot.domain.errors import DomainError, Outdated
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.use_cases.plans import get_plan
from storage import Transaction, plan_status, plans, undoing
from storage.districts import get_district
from storage.plans import Plan


@dataclass(frozen=True, slots=True)
class Stewardship:
    """A plan and what may be done with it now."""

    plan: Plan
    corrected: bool  # a correction is under way
    next_year_id: int | None  # the plan that follows it
    undoable: bool
    archivable: bool
    levels_settable: bool


async def see_stewardship(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> Stewardship:
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status not in (PlanStatus.LIVE, PlanStatus.ARCHIVED):
        raise Outdated
    live = plan.status is PlanStatus.LIVE
    follower = await plans.get_follower(tx, plan_id)
    return Stewardship(
        plan=plan,
        corrected=await plans.get_correction(tx, plan_id) is not None,
        next_year_id=follower.id if follower else None,
        undoable=live and not await undoing.has_reports(tx, plan_id),
        archivable=live and await _is_over(tx, plan, follower, now),
        levels_settable=live and may(actor, Action.SET_LEVELS, plan.place),
    )


async def check_undo(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    """The live plan, if nothing was reported of it."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.LIVE:
        raise Outdated
    if await plans.get_correction(tx, plan_id):
        raise DomainError("error-undo-correction")
    if await undoing.has_reports(tx, plan_id):
        raise DomainError("error-undo-reports")
    return plan


async def undo_launch(tx: Transaction, actor: Person, plan_id: int) -> int:
    """Turn a live plan of which nothing was reported back into a draft; how many tasks are gone."""
    await check_undo(tx, actor, plan_id)
    if not await plan_status.unlaunch(tx, plan_id):
        raise Outdated
    return await undoing.delete_tasks(tx, plan_id)


async def archive_plan(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> Plan:
    """Put a plan away that is over; nobody is reminded of it any more, everybody may read it."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.LIVE:
        raise Outdated
    if await plans.get_correction(tx, plan_id):
        raise DomainError("error-undo-correction")
    if not await _is_over(tx, plan, await plans.get_follower(tx, plan_id), now):
        raise DomainError("error-archive-early")
    if not await plan_status.archive(tx, plan_id):
        raise Outdated
    return plan


async def _is_over(tx: Transaction, plan: Plan, follower: Plan | None, now: datetime) -> bool:
    """Its period has ended, or the plan of the next year is at work."""
    if follower and follower.status is PlanStatus.LIVE:
        return True
    district = await get_district(tx, plan.district_id)
    assert district is not None
    return plan.period.end is not None and plan.period.end < local_day(now, district.zone)
