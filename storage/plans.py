"""Plans with their sections and activities, as read from the district's document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from bot.domain.deadlines import Deadline, deadline_from_json, deadline_to_json
from bot.domain.plan import Period, PlanStatus
from storage.engine import Transaction
from storage.tables import activities, plans, sections


@dataclass(frozen=True, slots=True)
class Plan:
    id: int
    district_id: int
    status: PlanStatus
    title: str
    period: Period
    unread: tuple[str, ...]  # table text that found no field
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Section:
    id: int
    plan_id: int
    title: str  # "" for the rows above the first section


@dataclass(frozen=True, slots=True)
class Activity:
    id: int
    plan_id: int
    section_id: int
    section: str
    position: int  # from 0, in the document's order
    number: str  # as written, maybe empty
    title: str
    problem: str
    result: str
    responsible_text: str
    deadline_phrase: str  # as in the document
    deadline: Deadline  # as it is meant now, maybe typed anew


def _plan() -> Select[Any]:
    p = plans.c
    columns = (p.id, p.district_id, p.status, p.title, p.period_start, p.period_end, p.unread, p.approved_at)
    return select(*columns)


async def get_plan(tx: Transaction, plan_id: int) -> Plan | None:
    return _to_plan((await tx.execute(_plan().where(plans.c.id == plan_id))).first())


async def get_plan_of_district(tx: Transaction, district_id: int) -> Plan | None:
    return _to_plan((await tx.execute(_plan().where(plans.c.district_id == district_id))).first())


def _to_plan(row: Any) -> Plan | None:
    if row is None:
        return None
    return Plan(
        id=row.id,
        district_id=row.district_id,
        status=PlanStatus(row.status),
        title=row.title,
        period=Period(row.period_start, row.period_end),
        unread=tuple(row.unread),
        approved_at=row.approved_at,
    )


async def list_sections(tx: Transaction, plan_id: int) -> list[Section]:
    """In the document's order."""
    s = sections.c
    rows = await tx.execute(select(s.id, s.title).where(s.plan_id == plan_id).order_by(s.position))
    return [Section(row.id, plan_id, row.title) for row in rows]


async def get_section(tx: Transaction, section_id: int) -> Section | None:
    s = sections.c
    row = (await tx.execute(select(s.id, s.plan_id, s.title).where(s.id == section_id))).first()
    return Section(row.id, row.plan_id, row.title) if row else None


async def list_activities(tx: Transaction, plan_id: int) -> list[Activity]:
    """Every activity of the plan in the document's order."""
    rows = await tx.execute(
        _activity().where(activities.c.plan_id == plan_id).order_by(activities.c.position)
    )
    return [_to_activity(row) for row in rows]


async def get_activity(tx: Transaction, activity_id: int) -> Activity | None:
    row = (await tx.execute(_activity().where(activities.c.id == activity_id))).first()
    return _to_activity(row) if row else None


def _activity() -> Select[Any]:
    a = activities.c
    words = (a.number, a.title, a.problem, a.result, a.responsible_text, a.deadline_phrase, a.deadline)
    joined = activities.join(sections, sections.c.id == a.section_id)
    return select(
        a.id, a.plan_id, a.section_id, sections.c.title.label("section"), a.position, *words
    ).select_from(joined)


def _to_activity(row: Any) -> Activity:
    return Activity(
        id=row.id,
        plan_id=row.plan_id,
        section_id=row.section_id,
        section=row.section,
        position=row.position,
        number=row.number,
        title=row.title,
        problem=row.problem,
        result=row.result,
        responsible_text=row.responsible_text,
        deadline_phrase=row.deadline_phrase,
        deadline=deadline_from_json(row.deadline),
    )


async def set_deadline(tx: Transaction, activity_id: int, deadline: Deadline) -> None:
    await tx.execute(
        update(activities).where(activities.c.id == activity_id).values(deadline=deadline_to_json(deadline))
    )


async def approve(tx: Transaction, plan_id: int, *, person_id: int, now: datetime) -> bool:
    """Turn a draft into an approved plan; False when it is a draft no longer."""
    moved = await tx.execute(
        update(plans)
        .where(plans.c.id == plan_id, plans.c.status == PlanStatus.DRAFT.value)
        .values(status=PlanStatus.APPROVED.value, approved_by=person_id, approved_at=now)
    )
    return moved.rowcount == 1


async def reopen(tx: Transaction, plan_id: int) -> bool:
    """Turn an approved plan back into a draft; False when it is not approved or has gone live."""
    moved = await tx.execute(
        update(plans)
        .where(plans.c.id == plan_id, plans.c.status == PlanStatus.APPROVED.value)
        .values(status=PlanStatus.DRAFT.value, approved_by=None, approved_at=None)
    )
    return moved.rowcount == 1


async def set_live(tx: Transaction, plan_id: int) -> bool:
    """Turn an approved plan into a live one; False when somebody did so before."""
    moved = await tx.execute(
        update(plans)
        .where(plans.c.id == plan_id, plans.c.status == PlanStatus.APPROVED.value)
        .values(status=PlanStatus.LIVE.value)
    )
    return moved.rowcount == 1
