"""Reports: a draft a person and task, versions once they are sent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, func, insert, literal, select, update

from bot.domain.reports import Outcome, Report, Step
from storage.engine import Transaction
from storage.evidence import copy_evidence, list_evidence, remove_evidence
from storage.tables import people, reports, tasks
from storage.upsert import upsert

_REPORT: Select[*tuple[Any, ...]] = select(
    reports.c.id,
    reports.c.task_id,
    reports.c.person_id,
    people.c.name.label("author"),
    reports.c.version,
    reports.c.step,
    reports.c.outcome,
    reports.c.words,
    reports.c.people_count,
    reports.c.sent_at,
    reports.c.taken_back_at,
).join(people, people.c.id == reports.c.person_id)


async def get_report(tx: Transaction, report_id: int) -> Report | None:
    return await _one(tx, _REPORT.where(reports.c.id == report_id))


async def get_draft(tx: Transaction, *, task_id: int, person_id: int) -> Report | None:
    r = reports.c
    return await _one(tx, _REPORT.where(r.task_id == task_id, r.person_id == person_id, r.sent_at.is_(None)))


async def get_last_sent(tx: Transaction, task_id: int) -> Report | None:
    """The version that counts."""
    r = reports.c
    sent = _REPORT.where(r.task_id == task_id, r.version.is_not(None), r.taken_back_at.is_(None))
    return await _one(tx, sent.order_by(r.version.desc()).limit(1))


async def list_sent(tx: Transaction, task_id: int) -> list[Report]:
    """Every version of a task's report, overtaken and taken back ones too, the newest first."""
    r = reports.c
    sent = _REPORT.where(r.task_id == task_id, r.version.is_not(None))
    return await _many(tx, sent.order_by(r.version.desc()))


async def get_words_before(tx: Transaction, *, task_id: int) -> str:
    """What was last said of the same row by the same place for an earlier occurrence; "" for nothing."""
    r, this, before = reports.c, tasks.alias("this"), tasks.alias("before")
    found = await tx.execute(
        select(r.words)
        .join(before, before.c.id == r.task_id)
        .join(
            this,
            (this.c.activity_id == before.c.activity_id)
            & (this.c.place == before.c.place)
            & (this.c.occurrence > before.c.occurrence),
        )
        .where(this.c.id == task_id, r.version.is_not(None), r.taken_back_at.is_(None), r.words != "")
        .order_by(before.c.occurrence.desc(), r.version.desc())
        .limit(1)
    )
    return found.scalar_one_or_none() or ""


async def add_draft(tx: Transaction, *, task_id: int, person_id: int, now: datetime) -> Report:
    """The person's draft for the task, begun now unless there is one."""
    statement = upsert(tx, reports).values(
        task_id=task_id, person_id=person_id, step=Step.OUTCOME.value, words="", touched_at=now
    )
    await tx.execute(statement.on_conflict_do_nothing())
    draft = await get_draft(tx, task_id=task_id, person_id=person_id)
    assert draft is not None
    return draft


async def copy_answers(tx: Transaction, source: Report, draft: Report, *, now: datetime) -> None:
    """Begin a correction with all that was said before, ready to be looked over."""
    await save_answer(
        tx,
        draft.id,
        step=Step.REVIEW,
        now=now,
        outcome=source.outcome.value if source.outcome else None,
        words=source.words,
        people_count=source.people_count,
    )
    await copy_evidence(tx, source.id, draft.id)


async def save_answer(tx: Transaction, report_id: int, *, step: Step, now: datetime, **answer: Any) -> None:
    """Keep one answer of a draft and the step that it stands at."""
    await tx.execute(
        update(reports)
        .where(reports.c.id == report_id, reports.c.sent_at.is_(None))
        .values(step=step.value, touched_at=now, **answer)
    )


async def touch(tx: Transaction, report_id: int, *, now: datetime) -> None:
    """Somebody is at work on the draft."""
    await tx.execute(update(reports).where(reports.c.id == report_id).values(touched_at=now))


async def clear_answers(tx: Transaction, report_id: int, *, now: datetime) -> None:
    """Make the draft an empty one."""
    await remove_evidence(tx, report_id)
    await save_answer(tx, report_id, step=Step.OUTCOME, now=now, outcome=None, words="", people_count=None)


async def list_begun(tx: Transaction, person_id: int) -> set[int]:
    """The tasks of which the person has a draft."""
    r = reports.c
    begun = select(r.task_id).where(r.person_id == person_id, r.sent_at.is_(None))
    return set((await tx.execute(begun)).scalars())


async def add_sent(
    tx: Transaction,
    task_ids: Collection[int],
    *,
    person_id: int,
    outcome: Outcome,
    words: str,
    now: datetime,
) -> None:
    """The same report of many tasks, in each its next version; one statement."""
    answers = {"step": Step.REVIEW.value, "outcome": outcome.value, "words": words}
    moments = (literal(now, reports.c.touched_at.type), literal(now, reports.c.sent_at.type))
    rows = select(
        tasks.c.id, literal(person_id), _next_version(tasks.c.id), *map(literal, answers.values()), *moments
    ).where(tasks.c.id.in_(task_ids))
    columns = ["task_id", "person_id", "version", *answers, "touched_at", "sent_at"]
    await tx.execute(insert(reports).from_select(columns, rows))


async def mark_sent(tx: Transaction, report: Report, *, now: datetime) -> int | None:
    """Count the draft as the task's next version; None when it was sent already."""
    sent = await tx.execute(
        update(reports)
        .where(reports.c.id == report.id, reports.c.sent_at.is_(None))
        .values(version=_next_version(literal(report.task_id)), sent_at=now)
        .returning(reports.c.version)
    )
    version: int | None = sent.scalar_one_or_none()
    return version


def _next_version(task_id: ColumnElement[int]) -> ScalarSelect[int]:
    r = reports.alias("sent")
    following = select(func.coalesce(func.max(r.c.version), 0) + 1)
    return following.where(r.c.task_id == task_id).scalar_subquery()


async def _one(tx: Transaction, query: Select[*tuple[Any, ...]]) -> Report | None:
    return next(iter(await _many(tx, query)), None)


async def _many(tx: Transaction, query: Select[*tuple[Any, ...]]) -> list[Report]:
    rows = (await tx.execute(query)).all()
    proofs = await list_evidence(tx, [row.id for row in rows])
    return [replace(_report(row), evidence=tuple(proofs[row.id])) for row in rows]


def _report(row: Row[*tuple[Any, ...]]) -> Report:
    fields = row._asdict()
    outcome = Outcome(fields["outcome"]) if fields["outcome"] else None
    return Report(**fields | {"outcome": outcome, "step": Step(fields["step"])})
