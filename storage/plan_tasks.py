"""The tasks behind a row of the plan, as its card lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from bot.domain.access import Place
from bot.domain.tasks import TaskState
from storage.engine import Transaction
from storage.tables import activities, organisations, schools, tasks


@dataclass(frozen=True, slots=True)
class RowTask:
    id: int
    place: Place
    responsible: str  # the school's or the body's name; "" for the coordinator
    label: str
    window_start: date | None
    window_end: date | None
    state: TaskState


async def list_tasks_of(tx: Transaction, activity_id: int) -> list[RowTask]:
    """By occurrence, then by name of place."""
    t = tasks.c
    name = func.coalesce(schools.c.name, organisations.c.name, "").label("name")
    rows = await tx.execute(
        select(
            t.id,
            t.district_id,
            t.school_id,
            t.organisation_id,
            name,
            t.label,
            t.window_start,
            t.window_end,
            t.state,
        )
        .outerjoin(schools, schools.c.id == t.school_id)
        .outerjoin(organisations, organisations.c.id == t.organisation_id)
        .where(t.activity_id == activity_id)
        .order_by(t.occurrence, name)
    )
    return [
        RowTask(
            id=r.id,
            place=Place(r.district_id, r.school_id, r.organisation_id),
            responsible=r.name,
            label=r.label,
            window_start=r.window_start,
            window_end=r.window_end,
            state=TaskState(r.state),
        )
        for r in rows
    ]


async def count_states(tx: Transaction, plan_ids: Collection[int]) -> dict[int, Counter[TaskState]]:
    """Plan → how many of its tasks stand in each state; of what is followed, not what was withdrawn."""
    t, a = tasks.c, activities.c
    rows = await tx.execute(
        select(a.plan_id, t.state, func.count())
        .join(activities, a.id == t.activity_id)
        .where(a.plan_id.in_(plan_ids), t.state != TaskState.WITHDRAWN.value)
        .group_by(a.plan_id, t.state)
    )
    found: dict[int, Counter[TaskState]] = {plan_id: Counter() for plan_id in plan_ids}
    for plan_id, state, n in rows:
        found[plan_id][TaskState(state)] = int(n)
    return found
