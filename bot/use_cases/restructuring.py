"""Rows of a draft are split, added and taken out; each such edit can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.deadlines import deadline_to_json
from bot.domain.errors import Outdated
from bot.domain.evidence import propose_evidence
from bot.domain.people import Person
from bot.domain.rows import EditKind, Field, checked_words, concerns, parts
from bot.reading.parties import split_parties
from bot.use_cases.drafts import (
    document_words,
    get_draft_row,
    party_ids,
    read_row_deadline,
    words_of,
)
from bot.use_cases.rechecking import check_rows, follow_change
from bot.use_cases.undoing import Edited, remember_edit
from storage import Transaction, doubts, plans, rows
from storage.doubts import Raised
from storage.plans import Activity


async def split_row(
    tx: Transaction, actor: Person, *, activity_id: int, title: str = "", begin: int = 0, now: datetime
) -> Edited:
    """Make two rows of one: the second gets ``title``, or the first's from ``begin`` on; the rest is copied.

    Both keep their place in the document, since there they are one.
    """
    plan, activity = await get_draft_row(tx, actor, activity_id)
    first, second = activity.title, checked_words(Field.TITLE, title) if title else ""
    if not title:
        end = next((end for end, start in parts(activity.title) if start == begin), None)
        if end is None:
            raise Outdated
        first, second = activity.title[:end].rstrip(" ;,"), activity.title[begin:]
    doubted = await check_rows(tx, plan, [activity_id])
    before = await rows.take_snapshots(tx, [activity_id])
    row: Mapping[str, Any] = before[0]["row"]
    written = dict(activity.as_written)
    if not activity.by_hand:
        written[Field.TITLE.value] = document_words(activity, Field.TITLE) or ""
    copied = {k: v for k, v in row.items() if k not in ("id", "position", "origin_id")}
    new = await rows.insert_row(tx, plan.id, activity_id, copied | {"title": second, "as_written": written})
    if first != activity.title:
        await rows.set_words(tx, activity_id, title=first, as_written=written)
    await rows.set_parties(tx, new, before[0]["parties"])
    await _copy_doubts(tx, activity, new)
    both = {activity_id: [activity_id], new: [activity_id]}
    others = await follow_change(tx, plan, doubted, both)
    after = [activity_id, new]
    return await remember_edit(
        tx, actor, plan, EditKind.SPLIT, activity, before=before, after=after, others=others, now=now
    )


async def add_row(
    tx: Transaction, actor: Person, *, behind: int, words: Mapping[Field, str], now: datetime
) -> Edited:
    """Put a row that no document has behind another, into its section."""
    plan, above = await get_draft_row(tx, actor, behind)
    doubted = await check_rows(tx, plan, [])
    checked = {field: checked_words(field, words.get(field, "")) for field in Field}
    deadline = read_row_deadline(plan, checked[Field.DEADLINE])
    found = split_parties(checked[Field.RESPONSIBLE])
    values = {
        "section_id": above.section_id,
        "number": checked[Field.NUMBER],
        "title": checked[Field.TITLE],
        "problem": "",
        "result": "",
        "responsible_text": checked[Field.RESPONSIBLE],
        "deadline_phrase": checked[Field.DEADLINE],
        "deadline": deadline_to_json(deadline),
        "source": {},
        "evidence_kind": propose_evidence("", checked[Field.TITLE]).value,
    }
    new = await rows.insert_row(tx, plan.id, behind, values)
    await rows.set_parties(tx, new, await party_ids(tx, plan, found))
    others = await follow_change(tx, plan, doubted, {new: []})
    activity = await plans.get_activity(tx, new)
    assert activity is not None
    return await remember_edit(
        tx, actor, plan, EditKind.ADD, activity, before=[], after=[new], others=others, now=now
    )


async def remove_row(tx: Transaction, actor: Person, *, activity_id: int, now: datetime) -> Edited:
    """Take a row out of the draft."""
    plan, activity = await get_draft_row(tx, actor, activity_id)
    doubted = await check_rows(tx, plan, [])
    before = await rows.take_snapshots(tx, [activity_id])
    await rows.remove_rows(tx, [activity_id])
    others = await follow_change(tx, plan, doubted, {})
    return await remember_edit(
        tx, actor, plan, EditKind.REMOVE, activity, before=before, after=[], others=others, now=now
    )


async def _copy_doubts(tx: Transaction, activity: Activity, new: int) -> None:
    """The copied fields are as doubtful in the second row as in the first."""
    copied = [
        d
        for d in await doubts.list_doubts(tx, activity.plan_id)
        if d.activity_id == activity.id
        and d.answer is None
        and not any(
            concerns(field, words_of(activity, field), code=d.code, message=d.message, fix=d.fix)
            for field in (Field.NUMBER, Field.TITLE)
        )
    ]
    await doubts.raise_doubts(tx, activity.plan_id, [Raised(new, d.code, d.message, d.fix) for d in copied])
