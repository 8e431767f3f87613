"""How far a plan has come: its tasks counted by state, and its tasks with their days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, ScalarSelect, func, select

from bot.domain.local_time import local_day
from bot.domain.progress import TaskFact, status_of
from bot.domain.tasks import TaskState
from bot.domain.terms import TaskTerm
from storage.engine import Transaction
from storage.tables import activities, organisations, plans, reports, schools, sections, tasks
from storage.tasks import IN_LIVE_PLAN

T = TypeVar("T")


async def list_task_facts(
    tx: Transaction, district_id: int, *, school_ids: Collection[int] | None = None, now: datetime
) -> list[TaskFact]:
    """One fact a task, in the order of the plan's sections; of all tasks or those of some schools.

    The database counts them first, so that thousands of tasks travel as a few hundred rows. A body or a
    section without a name is "": the coordinator, and what stands outside the sections.
    """
    t, s = tasks.c, sections.c
    overdue = func.count().filter(t.due_at <= now)
    newest = _of_newest_report(reports.c.outcome)
    query = (
        select(s.title, schools.c.name, organisations.c.name, t.state, newest, func.count(), overdue)
        .select_from(tasks)
        .join(activities, activities.c.id == t.activity_id)
        .join(plans, plans.c.id == activities.c.plan_id)
        .join(sections, s.id == activities.c.section_id, isouter=True)
        .join(schools, schools.c.id == t.school_id, isouter=True)
        .join(organisations, organisations.c.id == t.organisation_id, isouter=True)
        .where(*_counted(district_id, school_ids))
        .group_by(plans.c.id, s.position, s.title, schools.c.name, organisations.c.name, t.state, newest)
        .order_by(plans.c.id, s.position.nulls_last())
    )
    facts: list[TaskFact] = []
    for section, school, organisation, state, outcome, total, late in await tx.execute(query):
        body = school or organisation or ""
        for is_late, count in ((True, late), (False, total - late)):
            facts += [TaskFact(section or "", school, body, state, is_late, outcome)] * count
    return facts


async def list_task_terms(
    tx: Transaction, district_id: int, *, zone: str, school_ids: Collection[int] | None = None, now: datetime
) -> list[TaskTerm]:
    """The same tasks one by one, in the order of the plan; ``zone`` says on which day a report was sent."""
    t, a = tasks.c, activities.c
    outcome, sent_at = (_of_newest_report(column) for column in (reports.c.outcome, reports.c.sent_at))
    query = (
        select(a.id, a.number, a.title, t.window_start, t.window_end, t.state, t.due_at, outcome, sent_at)
        .select_from(tasks)
        .join(activities, a.id == t.activity_id)
        .join(plans, plans.c.id == a.plan_id)
        .where(*_counted(district_id, school_ids))
        .order_by(a.plan_id, a.position, t.occurrence, t.id)
    )
    return [
        TaskTerm(
            activity_id=activity_id,
            number=number,
            title=title,
            window=(start or end, end) if end else None,
            status=status_of(state, said, overdue=due_at is not None and due_at <= now),
            done_on=local_day(sent, zone) if sent else None,
        )
        for activity_id, number, title, start, end, state, due_at, said, sent in await tx.execute(query)
    ]


def _counted(district_id: int, school_ids: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    t = tasks.c
    there = (t.district_id == district_id, t.state != TaskState.WITHDRAWN.value, IN_LIVE_PLAN)
    return there if school_ids is None else (*there, t.school_id.in_(school_ids))


def _of_newest_report(column: Column[T]) -> ScalarSelect[T]:
    r = reports.c
    sent = select(column).where(r.task_id == tasks.c.id, r.version.is_not(None), r.taken_back_at.is_(None))
    return sent.order_by(r.version.desc()).limit(1).scalar_subquery()
