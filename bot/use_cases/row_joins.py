"""Two neighbouring rows of a draft become one: shown first, then done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.deadlines import deadline_to_json
from bot.domain.errors import DomainError, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person
from bot.domain.rows import EditKind, Field, concerns, joined_words
from bot.use_cases.drafts import (
    document_words,
    get_draft_row,
    read_row_deadline,
    words_of,
)
from bot.use_cases.rechecking import check_rows, follow_change
from bot.use_cases.undoing import Edited, remember_edit
from storage import Transaction, doubts, plans, rows
from storage.doubts import Answer, StoredDoubt
from storage.plans import Activity, Plan


@dataclass(frozen=True, slots=True)
class JoinPreview:
    plan: Plan
    first: Activity
    second: Activity
    joined: Activity  # what the first would be


async def preview_join(tx: Transaction, actor: Person, activity_id: int) -> JoinPreview:
    """What a row would become together with the one below it; nothing is changed."""
    plan, first = await get_draft_row(tx, actor, activity_id)
    below = await rows.get_row_below(tx, plan.id, first.position)
    second = await plans.get_activity(tx, below) if below else None
    if second is None:
        raise DomainError("error-join-last")
    words = {field: joined_words(field, words_of(first, field), words_of(second, field)) for field in Field}
    phrase = words[Field.DEADLINE]
    known = next((row.deadline for row in (first, second) if row.deadline.phrase == phrase), None)
    none = first.evidence_kind is EvidenceKind.NONE
    joined = replace(
        first,
        number=words[Field.NUMBER],
        title=words[Field.TITLE],
        problem=words[Field.PROBLEM],
        result=words[Field.RESULT],
        responsible_text=words[Field.RESPONSIBLE],
        deadline_phrase=joined_words(Field.DEADLINE, first.deadline_phrase, second.deadline_phrase),
        deadline=known or read_row_deadline(plan, phrase),
        as_written=_written(first, second, words),
        by_hand=first.by_hand and second.by_hand,
        table=second.table if first.by_hand else first.table,
        evidence_kind=second.evidence_kind if none else first.evidence_kind,
    )
    return JoinPreview(plan, first, second, joined)


async def join_rows(
    tx: Transaction, actor: Person, *, activity_id: int, next_id: int, now: datetime
) -> Edited:
    """Make one row of two neighbours: the second goes up in the first, with its parties and doubts."""
    found = await preview_join(tx, actor, activity_id)
    plan, first, second, joined = found.plan, found.first, found.second, found.joined
    if second.id != next_id:
        raise Outdated
    doubted = await check_rows(tx, plan, [first.id, second.id])
    before = await rows.take_snapshots(tx, [first.id, second.id])
    taken = {snapshot["row"]["id"]: snapshot for snapshot in before}
    await _join_doubts(tx, found)
    await rows.remove_rows(tx, [second.id])
    await rows.set_words(
        tx,
        first.id,
        **{name: getattr(joined, name) for name in ("number", "title", "problem", "result")},
        responsible_text=joined.responsible_text,
        deadline_phrase=joined.deadline_phrase,
        deadline=deadline_to_json(joined.deadline),
        as_written=joined.as_written,
        evidence_kind=joined.evidence_kind.value,
        source=_source(taken[first.id]["row"]["source"], taken[second.id]["row"]["source"]),
    )
    await rows.set_parties(tx, first.id, [*taken[first.id]["parties"], *taken[second.id]["parties"]])
    others = await follow_change(tx, plan, doubted, {first.id: [first.id, second.id]})
    return await remember_edit(
        tx, actor, plan, EditKind.JOIN, first, before=before, after=[first.id], others=others, now=now
    )


def _written(first: Activity, second: Activity, words: Mapping[Field, str]) -> dict[str, str]:
    """The document's own words of both rows, where the joined ones differ from them."""
    written = {}
    for field in (Field.NUMBER, Field.TITLE, Field.PROBLEM, Field.RESULT, Field.RESPONSIBLE):
        own = [w for row in (first, second) if (w := document_words(row, field)) is not None]
        if own and (joined := joined_words(field, own[0], own[-1])) != words[field]:
            written[field.value] = joined
    return written


def _source(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Where both rows stand; a table that a page has cut is two tables in some formats."""
    if not first or not second:
        return dict(first or second)
    if first["table"] == second["table"]:
        return {**first, "rows": sorted({*first["rows"], *second["rows"]})}
    return {**first, "also": [*first.get("also", ()), second]}


async def _join_doubts(tx: Transaction, found: JoinPreview) -> None:
    """The second row's doubts are the first's now; those about deadlines that are no more are settled."""
    first, second, joined = found.first, found.second, found.joined
    of_rows = [
        d
        for d in await doubts.list_doubts(tx, found.plan.id)
        if d.activity_id in (first.id, second.id) and d.answer is None
    ]
    if joined.deadline not in (first.deadline, second.deadline):
        settled = [d.id for d in of_rows if _is_about_deadline(d, found)]
        await doubts.answer_doubts(tx, settled, Answer.CHANGED)
    mine = {(d.code, d.message) for d in of_rows if d.activity_id == first.id}
    others = [d for d in of_rows if d.activity_id == second.id]
    moved = [d.id for d in others if (d.code, d.message) not in mine]
    await doubts.move_doubts(tx, moved, first.id)


def _is_about_deadline(doubt: StoredDoubt, found: JoinPreview) -> bool:
    row = found.first if doubt.activity_id == found.first.id else found.second
    phrase = row.deadline.phrase
    about = concerns(Field.DEADLINE, phrase, code=doubt.code, message=doubt.message, fix=doubt.fix)
    return about or doubt.code in row.deadline.doubts
