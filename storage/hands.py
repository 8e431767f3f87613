"""In whose hands tasks are: refused, released, given to somebody by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select, update

from bot.domain.hands import Refusal, Standing
from bot.domain.local_time import local_day
from bot.domain.people import Role
from bot.domain.tasks import UNFINISHED
from storage.districts import LOCAL_ZONE
from storage.engine import Transaction
from storage.tables import (
    activities,
    districts,
    memberships,
    organisations,
    people,
    schools,
    task_hands,
    tasks,
)
from storage.upsert import upsert

_HANDS = (Role.HEAD.value, Role.DEPUTY.value, Role.METHODIST.value)


async def set_standing(
    tx: Transaction, *, task_id: int, person_id: int, standing: Standing, why: str = "", now: datetime
) -> None:
    """The last word counts."""
    values = {"standing": standing.value, "why": why, "at": now}
    statement = upsert(tx, task_hands).values(task_id=task_id, person_id=person_id, **values)
    key = [task_hands.c.task_id, task_hands.c.person_id]
    await tx.execute(statement.on_conflict_do_update(index_elements=key, set_=values))


async def replace_standing(
    tx: Transaction, *, task_id: int, person_id: int, before: Standing, after: Standing | None
) -> bool:
    """Settle what stood as ``before``, None takes it away; False when somebody was faster."""
    h = task_hands.c
    row = (h.task_id == task_id) & (h.person_id == person_id) & (h.standing == before.value)
    change = delete(task_hands) if after is None else update(task_hands).values(standing=after.value)
    return (await tx.execute(change.where(row))).rowcount == 1


async def get_standings(tx: Transaction, task_id: int) -> Mapping[int, Standing]:
    """Person → what is said of them and this task."""
    h = task_hands.c
    rows = await tx.execute(select(h.person_id, h.standing).where(h.task_id == task_id))
    return {row.person_id: Standing(row.standing) for row in rows}


async def list_standings(
    tx: Transaction, district_ids: Collection[int]
) -> Mapping[int, Mapping[int, Standing]]:
    """Task → person → what is said of them; whoever has left the place counts no more."""
    h = task_hands.c
    rows = await tx.execute(
        select(h.task_id, h.person_id, h.standing)
        .join(tasks, tasks.c.id == h.task_id)
        .where(tasks.c.district_id.in_(district_ids), _still_there())
    )
    found: dict[int, dict[int, Standing]] = defaultdict(dict)
    for task_id, person_id, standing in rows:
        found[task_id][person_id] = Standing(standing)
    return found


async def list_refusals(
    tx: Transaction, district_ids: Collection[int], *, task_id: int | None = None
) -> list[Refusal]:
    """What waits for a decision in these districts, the first refused first."""
    h, t = task_hands.c, tasks.c
    waiting = _refused().where(
        t.district_id.in_(district_ids),
        t.state.in_([state.value for state in UNFINISHED]),
        h.standing == Standing.REFUSED.value,
        _still_there(),
    )
    if task_id is not None:
        waiting = waiting.where(t.id == task_id)
    rows = await tx.execute(waiting.order_by(h.at, t.id, h.person_id))
    return [
        Refusal(
            task_id=row.id,
            district_id=row.district_id,
            school_id=row.school_id,
            number=row.number,
            title=row.title,
            place=row.place,
            person_id=row.person_id,
            who=row.name,
            why=row.why,
            on=local_day(row.at, row.zone),
            by_head=row.by_head,
            has_head=row.has_head,
        )
        for row in rows
    ]


async def list_hands(tx: Transaction, task_id: int, *, besides: int) -> Sequence[tuple[int, str, Role]]:
    """(person, name, role) of those of the task's place who can do it, without one of them."""
    m, t = memberships.c, tasks.c
    rows = await tx.execute(
        select(people.c.id, people.c.name, m.role)
        .join(memberships, m.person_id == people.c.id)
        .join(tasks, or_(m.school_id == t.school_id, m.organisation_id == t.organisation_id))
        .where(t.id == task_id, m.role.in_(_HANDS), people.c.id != besides, people.c.reachable.is_(True))
        .order_by(people.c.name, people.c.id)
    )
    return [(person, name, Role(role)) for person, name, role in rows]


def _refused() -> Select[*tuple[Any, ...]]:
    h, t = task_hands.c, tasks.c
    return (
        select(
            t.id,
            t.district_id,
            t.school_id,
            activities.c.number,
            activities.c.title,
            func.coalesce(schools.c.name, organisations.c.name, "").label("place"),
            h.person_id,
            people.c.name,
            h.why,
            h.at,
            LOCAL_ZONE.label("zone"),
            _head_of(t.school_id, h.person_id).label("by_head"),
            _head_of(t.school_id, None).label("has_head"),
        )
        .join(tasks, t.id == h.task_id)
        .join(districts, districts.c.id == t.district_id)
        .join(activities, activities.c.id == t.activity_id)
        .join(people, people.c.id == h.person_id)
        .join(schools, schools.c.id == t.school_id, isouter=True)
        .join(organisations, organisations.c.id == t.organisation_id, isouter=True)
    )


def _still_there() -> ColumnElement[bool]:
    """The person of a standing belongs to the place of its task."""
    m, t = memberships.c, tasks.c
    same_place = or_(m.school_id == t.school_id, m.organisation_id == t.organisation_id)
    return exists().where(m.person_id == task_hands.c.person_id, m.role.in_(_HANDS), same_place)


def _head_of(school_id: ColumnElement[int], person_id: ColumnElement[int] | None) -> ColumnElement[bool]:
    """Whether the person, or anybody whom messages reach, is a head there."""
    m = memberships.alias()
    heads = exists().where(m.c.school_id == school_id, m.c.role == Role.HEAD.value)
    if person_id is not None:
        return heads.where(m.c.person_id == person_id)
    reader = people.alias()
    return heads.where(reader.c.id == m.c.person_id, reader.c.reachable.is_(True))
