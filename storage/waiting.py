"""Reports that wait for a decision, each with what of it a list shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from bot.domain.reports import Outcome
from bot.domain.tasks import Task
from storage.engine import Transaction
from storage.tables import evidence, people, reports


@dataclass(frozen=True, slots=True)
class WaitingReport:
    task: Task
    version: int
    author: str
    outcome: Outcome
    words: str
    people_count: int | None
    evidence: int  # files and links


async def list_reports_of(tx: Transaction, tasks: Sequence[Task]) -> list[WaitingReport]:
    """The report that counts of each task, in the order of the tasks; one query."""
    r, newer = reports.c, reports.alias("newer")
    last = (
        select(func.max(newer.c.version))
        .where(newer.c.task_id == r.task_id, newer.c.version.is_not(None), newer.c.taken_back_at.is_(None))
        .scalar_subquery()
    )
    files = select(func.count()).where(evidence.c.report_id == r.id).scalar_subquery()
    rows = await tx.execute(
        select(r.task_id, r.version, people.c.name, r.outcome, r.words, r.people_count, files)
        .join(people, people.c.id == r.person_id)
        .where(r.task_id.in_([task.id for task in tasks]), r.version == last)
    )
    found = {
        task_id: (version, author, Outcome(outcome), words, count, proofs)
        for task_id, version, author, outcome, words, count, proofs in rows
    }
    return [WaitingReport(task, *found[task.id]) for task in tasks if task.id in found]
