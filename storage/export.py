"""Everything that was done about a plan, for its papers: three queries whatever its size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from bot.domain.reports import Outcome
from bot.domain.tasks import DONE, TaskState
from storage.engine import Transaction
from storage.tables import activities, evidence, organisations, people, reports, schools, tasks


@dataclass(frozen=True, slots=True)
class SentReport:
    """The last version that was sent."""

    outcome: Outcome
    words: str
    people_count: int | None
    sent_at: datetime
    author: str
    documents: tuple[str, ...]  # names of its files


@dataclass(frozen=True, slots=True)
class TaskDone:
    """A task of the plan and what was reported of it."""

    activity_id: int
    number: str  # of the activity
    title: str
    label: str
    window_start: date | None
    window_end: date | None
    responsible: str  # "" for the coordinator
    state: TaskState
    report: SentReport | None

    @property
    def is_done(self) -> bool:
        """Confirmed or accepted, and the report says that it was done."""
        return self.state in DONE and (self.report is None or self.report.outcome is Outcome.DONE)


async def list_done(tx: Transaction, plan_id: int) -> list[TaskDone]:
    """All tasks of the plan in its order: activity, occurrence, place."""
    t, a = tasks.c, activities.c
    sent = await _last_reports(tx, plan_id)
    name = func.coalesce(schools.c.name, organisations.c.name, "").label("name")
    rows = await tx.execute(
        select(t.id, t.activity_id, a.number, a.title, t.label, t.window_start, t.window_end, name, t.state)
        .join(activities, a.id == t.activity_id)
        .outerjoin(schools, schools.c.id == t.school_id)
        .outerjoin(organisations, organisations.c.id == t.organisation_id)
        .where(a.plan_id == plan_id, t.state != TaskState.WITHDRAWN.value)
        .order_by(a.position, t.occurrence, name)
    )
    return [
        TaskDone(
            activity_id=r.activity_id,
            number=r.number,
            title=r.title,
            label=r.label,
            window_start=r.window_start,
            window_end=r.window_end,
            responsible=r.name,
            state=TaskState(r.state),
            report=sent.get(r.id),
        )
        for r in rows
    ]


async def _last_reports(tx: Transaction, plan_id: int) -> dict[int, SentReport]:
    r = reports.c
    of_plan = select(tasks.c.id).join(activities, activities.c.id == tasks.c.activity_id)
    of_plan = of_plan.where(activities.c.plan_id == plan_id)
    documents: dict[int, list[str]] = {}
    files = await tx.execute(
        select(evidence.c.report_id, evidence.c.name)
        .join(reports, r.id == evidence.c.report_id)
        .where(r.task_id.in_(of_plan))
        .order_by(evidence.c.id)
    )
    for report_id, name in files:
        documents.setdefault(report_id, []).append(name)
    rows = await tx.execute(
        select(r.id, r.task_id, r.outcome, r.words, r.people_count, r.sent_at, people.c.name)
        .join(people, people.c.id == r.person_id)
        .where(r.task_id.in_(of_plan), r.version.is_not(None))
        .order_by(r.version)  # the last of a task stays
    )
    return {
        row.task_id: SentReport(
            outcome=Outcome(row.outcome),
            words=row.words,
            people_count=row.people_count,
            sent_at=row.sent_at,
            author=row.name,
            documents=tuple(documents.get(row.id, ())),
        )
        for row in rows
    }
