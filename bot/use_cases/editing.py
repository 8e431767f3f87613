"""A draft's row worded anew, field by field; what the document says is kept beside it."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Action
from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.rows import EditKind, Field, checked_words, concerns
from bot.reading.parties import split_parties
from bot.use_cases.drafts import (
    document_words,
    get_draft,
    get_draft_row,
    party_ids,
    read_row_deadline,
    words_of,
)
from bot.use_cases.plans import get_plan
from bot.use_cases.rechecking import check_rows, follow_change
from bot.use_cases.undoing import Edited, remember_edit
from storage import Transaction, doubts, plans, rows
from storage.doubts import Answer
from storage.plans import Activity, Plan, Section


async def list_sections(tx: Transaction, actor: Person, activity_id: int) -> tuple[Activity, list[Section]]:
    """The sections among which a row can be put."""
    plan, activity = await get_draft_row(tx, actor, activity_id)
    return activity, await plans.list_sections(tx, plan.id)


async def move_to_section(
    tx: Transaction, actor: Person, *, activity_id: int, section_id: int, now: datetime
) -> Edited:
    """Put a row into a section of the same plan."""
    section = await plans.get_section(tx, section_id)
    plan, activity = await get_draft_row(tx, actor, activity_id)
    if section is None or section.plan_id != plan.id:
        raise Forbidden
    return await _edit(tx, actor, plan, activity, Field.SECTION, section.title, now=now)


async def edit_field(
    tx: Transaction, actor: Person, *, activity_id: int, field: Field, words: str, now: datetime
) -> Edited:
    """Give a field of a draft's row the person's own words; "" clears it.

    Doubts about the old words are settled; those about the new ones are raised like any other.
    """
    plan, activity = await get_draft_row(tx, actor, activity_id)
    words = checked_words(field, words)
    if field is Field.DEADLINE and words:
        check_deadline_understood(read_row_deadline(plan, words))
    return await _edit(tx, actor, plan, activity, field, words, now=now)


async def restore_field(
    tx: Transaction, actor: Person, *, activity_id: int, field: Field, now: datetime
) -> Edited:
    """Back to the document's own words."""
    plan, activity = await get_draft_row(tx, actor, activity_id)
    words = document_words(activity, field)
    if words is None:
        raise Outdated
    return await _edit(tx, actor, plan, activity, field, words, now=now)


async def apply_fix(tx: Transaction, actor: Person, doubt_id: int, *, now: datetime) -> Edited:
    """Write what a doubt proposes; the doubt is settled by it."""
    doubt = await doubts.get_doubt(tx, doubt_id)
    if doubt is None:
        raise Forbidden
    plan = await get_draft(tx, actor, doubt.plan_id)
    activity = await plans.get_activity(tx, doubt.activity_id) if doubt.activity_id else None
    if doubt.fix is None or doubt.answer is not None or activity is None:
        raise Outdated
    field = Field(doubt.fix.field.value)
    edited = await _edit(tx, actor, plan, activity, field, checked_words(field, doubt.fix.value), now=now)
    await doubts.answer_doubts(tx, [doubt_id], Answer.CHANGED)
    return edited


async def get_row_of_plan(tx: Transaction, actor: Person, activity_id: int) -> Activity:
    """A row whose kind of evidence this person may choose; it may be changed while the plan lives."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    plan = await get_plan(tx, actor, activity.plan_id, Action.IMPORT_PLAN)
    if plan.status is PlanStatus.ARCHIVED or activity.removed:
        raise Outdated
    return activity


async def choose_evidence(tx: Transaction, actor: Person, *, activity_id: int, kind: EvidenceKind) -> None:
    """What is to prove the row from now on."""
    await get_row_of_plan(tx, actor, activity_id)
    await rows.set_evidence_kind(tx, activity_id, kind)


def check_deadline_understood(deadline: Deadline) -> None:
    """What is typed is understood, or asked for again; the document's own words may be unclear."""
    if deadline.kind is DeadlineKind.UNKNOWN:
        raise DomainError("error-deadline-unknown")
    if any(isinstance(day, MonthDay) for window in deadline.windows for day in (window.start, window.end)):
        raise DomainError("error-deadline-year")


async def _edit(
    tx: Transaction, actor: Person, plan: Plan, activity: Activity, field: Field, words: str, *, now: datetime
) -> Edited:
    doubted = await check_rows(tx, plan, [activity.id])
    before = await rows.take_snapshots(tx, [activity.id])
    settled = await _about_old_words(tx, activity, field)
    await _write(tx, plan, activity, field, words)
    others = await follow_change(tx, plan, doubted, {activity.id: [activity.id]}, settled=settled)
    if field is not Field.DEADLINE and not activity.by_hand:
        await _remember_document(tx, activity, field, words)
    return await remember_edit(
        tx, actor, plan, EditKind.WORDS, activity, before=before, after=[activity.id], others=others, now=now
    )


async def _about_old_words(tx: Transaction, activity: Activity, field: Field) -> list[int]:
    """The open doubts that a field's new words settle, whatever they are."""
    old = words_of(activity, field)
    of_deadline = activity.deadline.doubts if field is Field.DEADLINE else ()
    return [
        d.id
        for d in await doubts.list_doubts(tx, activity.plan_id)
        if d.activity_id == activity.id
        and d.answer is None
        and (d.code in of_deadline or concerns(field, old, code=d.code, message=d.message, fix=d.fix))
    ]


async def _write(tx: Transaction, plan: Plan, activity: Activity, field: Field, words: str) -> None:
    match field:
        case Field.DEADLINE:
            await rows.set_deadline(tx, activity.id, read_row_deadline(plan, words))
        case Field.SECTION:
            section_id = await rows.ensure_section(tx, plan.id, words)
            await rows.set_words(tx, activity.id, section_id=section_id)
        case Field.RESPONSIBLE:
            found = split_parties(words)
            await rows.set_words(tx, activity.id, responsible_text=words)
            await rows.set_parties(tx, activity.id, await party_ids(tx, plan, found))
        case _:
            await rows.set_words(tx, activity.id, **{field.value: words})


async def _remember_document(tx: Transaction, activity: Activity, field: Field, words: str) -> None:
    written = document_words(activity, field)
    kept = {name: w for name, w in activity.as_written.items() if name != field.value}
    if words != written:
        kept[field.value] = written or ""
    await rows.set_words(tx, activity.id, as_written=kept)
