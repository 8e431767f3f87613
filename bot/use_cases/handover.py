"""Parties mean somebody else than at the launch: unfinished tasks of live plans go over to them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.binding import assignees
from bot.domain.errors import Outdated
from bot.domain.fan_out import occurrences_of
from bot.domain.local_time import local_day
from bot.domain.people import Person
from bot.domain.replanning import Replan, StandingTask, Wanted, replan_row
from bot.use_cases.applying import tell_doers
from bot.use_cases.launch import list_plan_rows, survey_ground
from storage import Transaction, plans
from storage.districts import District
from storage.plans import Plan
from storage.replanning import carry_out, list_standing


@dataclass(frozen=True, slots=True)
class Handover:
    """What the district's memory asks of its live plans, against the tasks that stand."""

    district_id: int
    added: int
    withdrawn: int
    told: int = 0  # people; none before it is done


@dataclass(frozen=True, slots=True)
class _Change:
    plan: Plan
    district: District
    standing: list[StandingTask]
    replan: Replan


async def see_handover(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> Handover:
    require(actor, Action.BIND_PARTIES, Place(district_id))
    found = [change.replan async for change in _changes(tx, district_id, now)]
    return _counted(district_id, Replan.joined(found))


async def hand_over(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> Handover:
    """Withdraw what is not theirs any more, give it to whom it is; reported work stays where it was done."""
    require(actor, Action.BIND_PARTIES, Place(district_id))
    done, told = [], 0
    async for change in _changes(tx, district_id, now):
        await carry_out(tx, change.district, change.replan, person_id=actor.id, now=now)
        occasion = f"handover {now:%Y-%m-%d %H:%M:%S}"
        told += await tell_doers(
            tx, actor, change.plan, occasion, (), change.replan, change.standing, now=now
        )
        done.append(change.replan)
    if not done:
        raise Outdated
    return _counted(district_id, Replan.joined(done), told)


def _counted(district_id: int, replan: Replan, told: int = 0) -> Handover:
    return Handover(district_id, len(replan.added), len(replan.withdrawn), told)


async def _changes(tx: Transaction, district_id: int, now: datetime) -> AsyncIterator[_Change]:
    """The district's live plans whose tasks stand elsewhere than their parties say."""
    for plan in await plans.list_live_plans(tx, district_id):
        if plan.school_id is None:
            ground = await survey_ground(tx, plan)
            standing = await list_standing(tx, plan.id)
            today = local_day(now, ground.district.zone)
            parts = []
            for row in await list_plan_rows(tx, plan):
                tasks = [task for task in standing if task.activity_id == row.activity_id]
                times = occurrences_of(row.deadline, ground.frame)
                # The same times, other places: a task that a person gave a date keeps it.
                before = Wanted(times, tuple(dict.fromkeys(task.place for task in tasks)))
                after = Wanted(times, assignees(row.bindings, ground.schools))
                parts.append(replan_row(row.activity_id, tasks, before, after, today))
            replan = Replan.joined(parts)
            if replan.added or replan.withdrawn:
                yield _Change(plan, ground.district, standing, replan)
