"""A plan's tasks, as many as the person may see, filtered by what a reader asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.access import Action, Place, may
from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.plan_filter import Facet, PlanFilter
from bot.domain.tasks import Task
from bot.use_cases.plans import get_plan
from bot.use_cases.search import LASTS
from storage import Transaction, plan_filter, searches
from storage.plan_filter import Choice, Sight
from storage.plans import Plan
from storage.searches import FilterPlace


@dataclass(frozen=True, slots=True)
class Filtered:
    """A page of the tasks that the filter leaves, in the plan's order.

    A page is known by its first task: whatever comes or goes before it, the next press goes on where the
    reader stands: no task is passed over or shown twice.
    """

    plan: Plan
    chosen: PlanFilter
    names: Mapping[Facet, str]  # of the chosen section, school and party
    tasks: tuple[Task, ...]
    first: int  # the first task of this page; 0: the beginning
    before: int | None  # … of the page before it, None where there is none
    after: int | None
    total: int


@dataclass(frozen=True, slots=True)
class Choices:
    plan: Plan
    chosen: PlanFilter
    facet: Facet
    found: tuple[Choice, ...]


async def filter_tasks(
    tx: Transaction, actor: Person, plan_id: int, code: str, *, first: int, size: int, now: datetime
) -> Filtered:
    """The page from task ``first`` on, or the last one; what is looked at is remembered for the way back.

    The same number of queries however many tasks there are.
    """
    plan, chosen = await _read(tx, actor, plan_id, code)
    sight = _sight(actor, plan)
    await searches.remember_filter(tx, actor.id, FilterPlace(plan.id, chosen.code(), first, now))
    key = await plan_filter.find_key(tx, plan.id, first) if first else None
    list_from = partial(plan_filter.list_filtered, tx, plan.id, chosen, sight, now=now, limit=size + 1)
    found = await list_from(since=key)
    earlier: list[int] = []
    if key:
        earlier = await plan_filter.list_before(tx, plan.id, chosen, sight, now=now, key=key, limit=size)
    if not found and earlier:
        return await filter_tasks(tx, actor, plan_id, code, first=earlier[0], size=size, now=now)
    return Filtered(
        plan,
        chosen,
        await plan_filter.get_names(tx, chosen),
        tuple(found[:size]),
        found[0].id if earlier else 0,
        None if not earlier else earlier[0] if len(earlier) == size else 0,
        found[size].id if len(found) > size else None,
        await plan_filter.count_filtered(tx, plan.id, chosen, sight, now=now),
    )


async def get_way_back(tx: Transaction, actor: Person, task: Task, *, now: datetime) -> FilterPlace | None:
    """The filtered tasks of this plan that the person looked at last, for some hours."""
    last = await searches.get_filter(tx, actor.id)
    return last if last and last.plan_id == task.plan_id and now - last.at < LASTS else None


async def list_choices(
    tx: Transaction, actor: Person, plan_id: int, facet: Facet, code: str, *, now: datetime
) -> Choices:
    """What the facet may be, so that something is left."""
    plan, chosen = await _read(tx, actor, plan_id, code)
    found = await plan_filter.list_choices(tx, plan.id, facet, chosen, _sight(actor, plan), now=now)
    return Choices(plan, chosen, facet, tuple(found))


async def _read(tx: Transaction, actor: Person, plan_id: int, code: str) -> tuple[Plan, PlanFilter]:
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    try:
        return plan, PlanFilter.read(code)
    except ValueError as error:
        raise Outdated from error


def _sight(actor: Person, plan: Plan) -> Sight:
    """The tasks whose cards the person may open."""
    places = [Place(m.district_id, m.school_id, m.organisation_id) for m in actor.memberships]
    seen = [place for place in places if may(actor, Action.SEE_TASK, place)]
    return Sight(
        may(actor, Action.SEE_TASK, Place(plan.district_id)),
        [place.school_id for place in seen if place.school_id],
        [place.organisation_id for place in seen if place.organisation_id],
    )
