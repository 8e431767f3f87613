"""One query for how far a plan has come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from bot.domain.progress import TaskFact
from bot.domain.tasks import TaskState
from storage.engine import Transaction
from storage.tables import activities, organisations, plans, reports, schools, sections, tasks
from storage.tasks import IN_LIVE_PLAN


async def list_task_facts(
    tx: Transaction, district_id: int, *, school_ids: Collection[int] | None = None, now: datetime
) -> list[TaskFact]:
    """One fact a task, in the order of the plan's sections; of all tasks or those of some schools.

    The database counts them first, so that thousands of tasks travel as a few hundred rows. A body or a
    section without a name is "": the coordinator, and what stands outside the sections.
    """
    t, s = tasks.c, sections.c
    overdue = func.count().filter(t.due_at <= now)
    r = reports.c
    newest = (
        select(r.outcome)
        .where(r.task_id == t.id, r.version.is_not(None), r.taken_back_at.is_(None))
        .order_by(r.version.desc())
        .limit(1)
    ).scalar_subquery()
    query = (
        select(s.title, schools.c.name, organisations.c.name, t.state, newest, func.count(), overdue)
        .select_from(tasks)
        .join(activities, activities.c.id == t.activity_id)
        .join(plans, plans.c.id == activities.c.plan_id)
        .join(sections, s.id == activities.c.section_id, isouter=True)
        .join(schools, schools.c.id == t.school_id, isouter=True)
        .join(organisations, organisations.c.id == t.organisation_id, isouter=True)
        .where(t.district_id == district_id, t.state != TaskState.WITHDRAWN.value, IN_LIVE_PLAN)
        .group_by(plans.c.id, s.position, s.title, schools.c.name, organisations.c.name, t.state, newest)
        .order_by(plans.c.id, s.position.nulls_last())
    )
    if school_ids is not None:
        query = query.where(t.school_id.in_(school_ids))
    facts: list[TaskFact] = []
    for section, school, organisation, state, outcome, total, late in await tx.execute(query):
        body = school or organisation or ""
        for is_late, count in ((True, late), (False, total - late)):
            facts += [TaskFact(section or "", school, body, state, is_late, outcome)] * count
    return facts
