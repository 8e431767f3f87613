"""A plan's tasks filtered, and what there is to filter them by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true, tuple_

from bot.domain.plan_filter import Condition, Facet, PlanFilter
from bot.domain.school_year import next_month
from bot.domain.tasks import TO_DO, Task, TaskState
from storage.engine import Transaction
from storage.tables import activities, activity_parties, parties, schools, sections, tasks
from storage.tasks import TASK, task_from


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose tasks a person sees; of a whole district where ``everything``."""

    everything: bool
    schools: Collection[int] = ()
    organisations: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by, as the filter's code has it, and how many tasks it leaves."""

    value: str
    name: str  # of a section, a school or a party; "" where the value says it, or nothing does
    tasks: int


Key = tuple[int, int, str, int]  # where a task stands among those of its plan
# By the plan's rows, within a row by last day and place.
_ORDER = (activities.c.position, tasks.c.occurrence, tasks.c.place, tasks.c.id)


async def find_key(tx: Transaction, plan_id: int, task_id: int) -> Key | None:
    """Where the task stands, whether a filter leaves it or not; None for one that the plan has not."""
    joined = tasks.join(activities, activities.c.id == tasks.c.activity_id)
    query = select(*_ORDER).select_from(joined).where(tasks.c.id == task_id, activities.c.plan_id == plan_id)
    row = (await tx.execute(query)).first()
    return (row[0], row[1], row[2], row[3]) if row else None


async def list_filtered(
    tx: Transaction,
    plan_id: int,
    chosen: PlanFilter,
    sight: Sight,
    *,
    now: datetime,
    since: Key | None,
    limit: int,
) -> list[Task]:
    """The first ones, or from ``since`` on."""
    query = TASK.where(*_conditions(plan_id, chosen, sight, now)).order_by(*_ORDER).limit(limit)
    if since:
        query = query.where(tuple_(*_ORDER) >= since)
    return [task_from(row) for row in await tx.execute(query)]


async def list_before(
    tx: Transaction, plan_id: int, chosen: PlanFilter, sight: Sight, *, now: datetime, key: Key, limit: int
) -> list[int]:
    """Ids of the last ones that stand before ``key``, in their order."""
    joined = tasks.join(activities, activities.c.id == tasks.c.activity_id)
    query = select(tasks.c.id).select_from(joined).where(*_conditions(plan_id, chosen, sight, now))
    backwards = [column.desc() for column in _ORDER]
    found = await tx.execute(query.where(tuple_(*_ORDER) < key).order_by(*backwards).limit(limit))
    return list(reversed(found.scalars().all()))


async def count_filtered(
    tx: Transaction, plan_id: int, chosen: PlanFilter, sight: Sight, *, now: datetime
) -> int:
    return int((await tx.execute(_count(plan_id, chosen, sight, now))).scalar_one())


async def list_choices(
    tx: Transaction, plan_id: int, facet: Facet, chosen: PlanFilter, sight: Sight, *, now: datetime
) -> list[Choice]:
    """What the facet can be under the rest of the filter, in the plan's or the alphabet's order."""
    rest = chosen.without(facet)
    if facet is Facet.CONDITION:
        return await _conditions_there(tx, plan_id, rest, sight, now)
    query = _grouped(facet, _count(plan_id, rest, sight, now))
    return [Choice(str(row.value), row.name or "", row.n) for row in await tx.execute(query)]


async def get_names(tx: Transaction, chosen: PlanFilter) -> dict[Facet, str]:
    """What the chosen section, school and party are called."""
    named = (
        (Facet.SECTION, sections, sections.c.title, chosen.section),
        (Facet.SCHOOL, schools, schools.c.name, chosen.school),
        (Facet.PARTY, parties, parties.c.text, chosen.party),
    )
    return {
        facet: (await tx.execute(select(name).where(table.c.id == value))).scalar() or ""
        for facet, table, name, value in named
        if value
    }


def _grouped(facet: Facet, counted: Select[Any]) -> Select[Any]:
    t, a = tasks.c, activities.c
    n = counted.selected_columns[0].label("n")
    match facet:
        case Facet.SECTION:
            joined = counted.join(sections, sections.c.id == a.section_id)
            value, name, order = sections.c.id, sections.c.title, sections.c.position
        case Facet.SCHOOL:
            joined = counted.join(schools, schools.c.id == t.school_id)
            value, name, order = schools.c.id, schools.c.name, schools.c.name
        case Facet.PARTY:
            joined = counted.join(activity_parties, activity_parties.c.activity_id == a.id).join(
                parties, parties.c.id == activity_parties.c.party_id
            )
            value, name, order = parties.c.id, parties.c.text, parties.c.text
        case _:
            year, month = func.extract("year", t.window_end), func.extract("month", t.window_end)
            by_month = counted.where(t.window_end.is_not(None)).group_by(year, month).order_by(year, month)
            return by_month.with_only_columns(
                (year * 100 + month).label("value"), func.min("").label("name"), n
            )
    return (
        joined.group_by(value, name, order)
        .order_by(order, value)
        .with_only_columns(value.label("value"), name.label("name"), n)
    )


async def _conditions_there(
    tx: Transaction, plan_id: int, rest: PlanFilter, sight: Sight, now: datetime
) -> list[Choice]:
    t = tasks.c
    counted = _count(plan_id, rest, sight, now)
    late = func.count().filter(_overdue(now))
    query = counted.group_by(t.state).with_only_columns(t.state, func.count(), late)
    found = [(str(state), int(n), int(overdue)) for state, n, overdue in await tx.execute(query)]
    by_state = {state: n for state, n, _ in found} | {
        Condition.OVERDUE.value: sum(late for *_, late in found)
    }
    return [Choice(one.value, "", by_state[one]) for one in Condition if by_state.get(one)]


def _count(plan_id: int, chosen: PlanFilter, sight: Sight, now: datetime) -> Select[int]:
    joined = tasks.join(activities, activities.c.id == tasks.c.activity_id)
    return select(func.count()).select_from(joined).where(*_conditions(plan_id, chosen, sight, now))


def _conditions(plan_id: int, chosen: PlanFilter, sight: Sight, now: datetime) -> list[ColumnElement[bool]]:
    t, a = tasks.c, activities.c
    found: list[ColumnElement[bool]] = [a.plan_id == plan_id, t.state != TaskState.WITHDRAWN.value]
    found.append(
        true()
        if sight.everything
        else t.school_id.in_(sight.schools) | t.organisation_id.in_(sight.organisations)
    )
    if chosen.section:
        found.append(a.section_id == chosen.section)
    if chosen.month:
        first = date(*chosen.month, 1)
        found += [t.window_end >= first, t.window_end < next_month(first)]
    if chosen.school:
        found.append(t.school_id == chosen.school)
    if chosen.party:
        named = select(activity_parties.c.activity_id).where(activity_parties.c.party_id == chosen.party)
        found.append(a.id.in_(named))
    if chosen.condition:
        late = chosen.condition is Condition.OVERDUE
        found.append(_overdue(now) if late else t.state == chosen.condition.value)
    return found


def _overdue(now: datetime) -> ColumnElement[bool]:
    """As :meth:`bot.domain.tasks.Task.is_overdue` says."""
    return tasks.c.state.in_([state.value for state in TO_DO]) & (tasks.c.due_at <= now)
