"""Everything that was done about a plan, for its papers: three queries whatever its size."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import func, select

from bot.domain.record import SentReport, TaskDone
from bot.domain.reports import Evidence, Outcome
from bot.domain.tasks import TaskState
from storage.engine import Transaction
from storage.evidence import proof_from
from storage.tables import activities, evidence, organisations, people, reports, schools, sections, tasks


async def list_done(tx: Transaction, plan_id: int) -> list[TaskDone]:
    """All tasks of the plan in its order: activity, occurrence, place."""
    t, a = tasks.c, activities.c
    sent = await _last_reports(tx, plan_id)
    name = func.coalesce(schools.c.name, organisations.c.name, "").label("name")
    section = func.coalesce(sections.c.title, "").label("section")
    of_task = (t.id, t.activity_id, t.label, t.school_id, t.window_start, t.window_end, t.state, t.due_at)
    rows = await tx.execute(
        select(*of_task, a.number, a.title, section, name)
        .join(activities, a.id == t.activity_id)
        .outerjoin(sections, sections.c.id == a.section_id)
        .outerjoin(schools, schools.c.id == t.school_id)
        .outerjoin(organisations, organisations.c.id == t.organisation_id)
        .where(a.plan_id == plan_id, t.state != TaskState.WITHDRAWN.value)
        .order_by(a.position, t.occurrence, name)
    )
    return [
        TaskDone(
            id=r.id,
            activity_id=r.activity_id,
            number=r.number,
            title=r.title,
            section=r.section,
            label=r.label,
            school_id=r.school_id,
            window_start=r.window_start,
            window_end=r.window_end,
            responsible=r.name,
            state=TaskState(r.state),
            due_at=r.due_at,
            report=sent.get(r.id),
        )
        for r in rows
    ]


async def _last_reports(tx: Transaction, plan_id: int) -> dict[int, SentReport]:
    """By task, with what proves them."""
    r, e = reports.c, evidence.c
    of_plan = select(tasks.c.id).join(activities, activities.c.id == tasks.c.activity_id)
    of_plan = of_plan.where(activities.c.plan_id == plan_id)
    proofs: dict[int, list[Evidence]] = defaultdict(list)
    found = await tx.execute(
        select(e.report_id, e.content_hash, e.name, e.kind, e.size)
        .join(reports, r.id == e.report_id)
        .where(r.task_id.in_(of_plan))
        .order_by(e.id)
    )
    for report_id, *proof in found:
        proofs[report_id].append(proof_from(*proof))
    rows = await tx.execute(
        select(r.id, r.task_id, r.outcome, r.words, r.people_count, r.sent_at, people.c.name)
        .join(people, people.c.id == r.person_id)
        .where(r.task_id.in_(of_plan), r.version.is_not(None), r.taken_back_at.is_(None))
        .order_by(r.version)  # the last of a task stays
    )
    return {
        row.task_id: SentReport(
            outcome=Outcome(row.outcome),
            words=row.words,
            people_count=row.people_count,
            sent_at=row.sent_at,
            author=row.name,
            evidence=tuple(proofs[row.id]),
        )
        for row in rows
    }
