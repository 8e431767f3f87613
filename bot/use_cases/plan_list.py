"""The plans of a district and its schools that a person may see, and where they may add one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.domain.access import Action, Place, may, require
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.tasks import DONE, TaskState
from bot.use_cases.plans import is_seen
from storage import Transaction, plans
from storage.districts import Body, list_schools
from storage.plan_tasks import count_states
from storage.plans import Plan


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in the list."""

    plan: Plan
    tasks: Counter[TaskState]

    @property
    def done(self) -> int:
        return sum(self.tasks[state] for state in DONE)


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of a district that a person may see: the district's own, then the schools'."""

    district_id: int
    lines: tuple[PlanLine, ...]
    may_import: bool  # for the district
    schools: tuple[Body, ...]  # those of the person's own for which they may import a plan


async def list_plans(tx: Transaction, actor: Person, district_id: int) -> Plans:
    """All that the person may see in the district, in a number of queries that does not grow."""
    require(actor, Action.SEE_PLAN, Place(district_id))
    found = [
        plan
        for plan in await plans.list_plans(tx, district_id)
        if plan.corrects_id is None and is_seen(actor, plan)
    ]
    found.sort(key=lambda plan: (plan.status is PlanStatus.ARCHIVED, plan.school, -plan.id))
    states = await count_states(tx, [plan.id for plan in found])
    schools = await list_schools(tx, district_id)
    own = {m.school_id for m in actor.memberships}
    return Plans(
        district_id,
        tuple(PlanLine(plan, states[plan.id]) for plan in found),
        may_import=may(actor, Action.IMPORT_PLAN, Place(district_id)),
        schools=tuple(
            school
            for school in schools
            if school.id in own and may(actor, Action.IMPORT_PLAN, Place(district_id, school.id))
        ),
    )
