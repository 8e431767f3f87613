"""Who looks at the reports of a plan before they count: its head, its coordinator, both or nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.tasks import Move, TaskState
from bot.use_cases.plans import get_plan
from bot.use_cases.proving import part_unproved
from storage import Transaction, plans, tasks
from storage.plans import Plan
from storage.waiting import list_reports_of


class Level(StrEnum):
    HEAD = "head"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Levels:
    plan: Plan
    passed: int = 0  # reports that the level left out was holding until now
    unproved: int = 0  # … and those that stay: their plan asks for a document that they lack


async def see_levels(tx: Transaction, actor: Person, plan_id: int) -> Levels:
    return Levels(await _live(tx, actor, plan_id))


async def set_level(
    tx: Transaction, actor: Person, plan_id: int, level: Level, *, on: bool, now: datetime
) -> Levels:
    """Ask for a level or leave it out; reports that wait at one left out go on at once.

    What would be accepted without the proof that its plan insists on stays where it is, to be decided on.
    A report that is being sent at this very moment may still come to it, and is decided on as before.
    """
    plan = await _live(tx, actor, plan_id)
    if level is Level.COORDINATOR and plan.school_id:
        raise Outdated
    await plans.set_levels(
        tx,
        plan_id,
        head_confirms=on if level is Level.HEAD else plan.head_confirms,
        coordinator_accepts=on if level is Level.COORDINATOR else plan.coordinator_accepts,
    )
    now_set = await _live(tx, actor, plan_id)
    if on:
        return Levels(now_set)
    held, move = _HELD[level]
    waiting = await list_reports_of(tx, await tasks.list_plan_tasks(tx, plan_id, {held}))
    proved, unproved = await part_unproved(tx, waiting, move)
    passed = await tasks.move_tasks(tx, proved, move, actor=actor, now=now)
    return Levels(now_set, len(passed), len(unproved))


async def require_proof(tx: Transaction, actor: Person, plan_id: int, *, on: bool) -> Levels:
    """From now on accept no report without the proof that its row asks for, or accept it again."""
    await _live(tx, actor, plan_id)
    await plans.require_proof(tx, plan_id, on=on)
    return Levels(await _live(tx, actor, plan_id))


_HELD = {
    Level.HEAD: (TaskState.REPORTED, Move.WITHOUT_CONFIRM),
    Level.COORDINATOR: (TaskState.CONFIRMED, Move.WITHOUT_ACCEPT),
}


async def _live(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    plan = await get_plan(tx, actor, plan_id, Action.SET_LEVELS)
    if plan.status is not PlanStatus.LIVE:
        raise Outdated
    return plan
