"""The proofs of reports: attached, listed for a plan's papers, and weighed against a school's quota."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, func, insert, literal, select

from bot.domain.reports import Evidence, Form
from storage.engine import Transaction
from storage.tables import activities, evidence, organisations, reports, schools, tasks
from storage.upsert import upsert

_E = evidence.c
_FILE = (_E.content_hash, _E.name, _E.kind, _E.size)


@dataclass(frozen=True, slots=True)
class FiledEvidence:
    """One proof of a report that counts, with the row of the plan that it proves."""

    task_id: int
    activity_id: int
    position: int  # of the row in its plan, from 0
    number: str  # of the row, as written
    title: str
    label: str  # the occurrence's own name, or ""
    responsible: str  # "" for the coordinator
    school_id: int | None
    sent_at: datetime
    file: Evidence


async def add_evidence(tx: Transaction, report_id: int, file: Evidence) -> None:
    """Attach a proof to a draft; the same bytes twice are one."""
    statement = upsert(tx, evidence).values(
        report_id=report_id,
        content_hash=file.content_hash,
        name=file.name,
        kind=file.kind.value,
        size=file.size,
    )
    await tx.execute(statement.on_conflict_do_nothing())


async def copy_evidence(tx: Transaction, source_id: int, report_id: int) -> None:
    """Begin a draft with the proofs of another report."""
    files = select(literal(report_id), *_FILE).where(_E.report_id == source_id).order_by(_E.id)
    columns = ["report_id", "content_hash", "name", "kind", "size"]
    await tx.execute(insert(evidence).from_select(columns, files))


async def remove_evidence(tx: Transaction, report_id: int) -> None:
    """Detach the files of a draft; the bytes stay, another report may hold them."""
    await tx.execute(delete(evidence).where(_E.report_id == report_id))


async def list_evidence(tx: Transaction, report_ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """Report → its proofs in the order in which they were attached; one query."""
    found: dict[int, list[Evidence]] = {report_id: [] for report_id in report_ids}
    rows = select(_E.report_id, *_FILE).where(_E.report_id.in_(report_ids)).order_by(_E.id)
    for report_id, *proof in await tx.execute(rows):
        found[report_id].append(proof_from(*proof))
    return found


async def list_task_evidence(tx: Transaction, task_id: int) -> list[FiledEvidence]:
    """The proofs of the report that counts, in the order in which they were attached."""
    return await _filed(tx, _FILED.where(tasks.c.id == task_id))


async def list_tasks_evidence(tx: Transaction, task_ids: Collection[int]) -> dict[int, list[Evidence]]:
    """Task → the proofs of its report that counts; a task without any is absent."""
    found: dict[int, list[Evidence]] = {}
    for proof in await _filed(tx, _FILED.where(tasks.c.id.in_(task_ids))):
        found.setdefault(proof.task_id, []).append(proof.file)
    return found


async def list_plan_evidence(tx: Transaction, plan_id: int) -> list[FiledEvidence]:
    """The same of all tasks of a plan, in the plan's order: one query whatever its size."""
    return await _filed(tx, _FILED.where(activities.c.plan_id == plan_id))


async def sum_school_bytes(tx: Transaction, school_id: int) -> int:
    """How many bytes the proofs of a school take, drafts and overtaken versions too; equal ones once."""
    held = (
        select(_E.content_hash, func.max(_E.size).label("size"))
        .join(reports, reports.c.id == _E.report_id)
        .join(tasks, tasks.c.id == reports.c.task_id)
        .where(tasks.c.school_id == school_id)
        .group_by(_E.content_hash)
        .subquery()
    )
    return int((await tx.execute(select(func.coalesce(func.sum(held.c.size), 0)))).scalar_one())


_later = reports.alias("later")
_FILED: Select[*tuple[Any, ...]] = (
    select(
        tasks.c.id.label("task_id"),
        tasks.c.activity_id,
        activities.c.position,
        activities.c.number,
        activities.c.title,
        tasks.c.label,
        func.coalesce(schools.c.name, organisations.c.name, "").label("responsible"),
        tasks.c.school_id,
        reports.c.sent_at,
        *_FILE,
    )
    .select_from(evidence)
    .join(reports, reports.c.id == _E.report_id)
    .join(tasks, tasks.c.id == reports.c.task_id)
    .join(activities, activities.c.id == tasks.c.activity_id)
    .outerjoin(schools, schools.c.id == tasks.c.school_id)
    .outerjoin(organisations, organisations.c.id == tasks.c.organisation_id)
    .where(
        reports.c.version
        == select(func.max(_later.c.version))
        .where(_later.c.task_id == tasks.c.id, _later.c.taken_back_at.is_(None))
        .correlate(tasks)
        .scalar_subquery()
    )
    .order_by(activities.c.position, tasks.c.occurrence, "responsible", tasks.c.id, _E.id)
)


async def _filed(tx: Transaction, query: Select[*tuple[Any, ...]]) -> list[FiledEvidence]:
    found = []
    for row in await tx.execute(query):
        fields = row._asdict()
        file = proof_from(*(fields.pop(column.name) for column in _FILE))
        found.append(FiledEvidence(**fields, file=file))
    return found


def proof_from(content_hash: str, name: str, kind: str, size: int) -> Evidence:
    """A proof as its columns are stored."""
    return Evidence(content_hash, name, Form(kind), size)
