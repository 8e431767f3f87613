"""A plan's tasks, as many as the person may see, filtered by what a reader asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, may
from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.plan_filter import Facet, PlanFilter
from bot.domain.tasks import Task
from bot.use_cases.plans import get_plan
from storage import Transaction, plan_filter
from storage.plan_filter import Choice, Sight
from storage.plans import Plan


@dataclass(frozen=True, slots=True)
class Filtered:
    """A page of the tasks that the filter leaves, in the plan's order."""

    plan: Plan
    chosen: PlanFilter
    names: Mapping[Facet, str]  # of the chosen section, school and party
    tasks: tuple[Task, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Choices:
    plan: Plan
    chosen: PlanFilter
    facet: Facet
    found: tuple[Choice, ...]


async def filter_tasks(
    tx: Transaction, actor: Person, plan_id: int, code: str, *, page: int, size: int, now: datetime
) -> Filtered:
    """The page asked for, or the last one; the same number of queries however many tasks there are."""
    plan, chosen = await _read(tx, actor, plan_id, code)
    sight = _sight(actor, plan)
    total = await plan_filter.count_filtered(tx, plan.id, chosen, sight, now=now)
    page = min(page, max(0, (total - 1) // size))
    found = await plan_filter.list_filtered(
        tx, plan.id, chosen, sight, now=now, offset=page * size, limit=size
    )
    return Filtered(plan, chosen, await plan_filter.get_names(tx, chosen), tuple(found), page, total)


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
