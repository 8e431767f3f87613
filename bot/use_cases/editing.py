"""A draft's row worded anew, field by field; what the document says is kept beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.access import Action
from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.rows import EditKind, Field, checked_words, concerns
from bot.reading.columns import Role
from bot.reading.lint import find_word_doubts
from bot.reading.lint.messages import message
from bot.reading.parties import split_parties
from bot.use_cases.drafts import (
    document_words,
    freed_by,
    get_draft,
    get_draft_row,
    number_twins,
    party_ids,
    plain_number,
    read_row_deadline,
    row_context,
    settle_duplicates,
    words_of,
)
from bot.use_cases.plans import get_plan
from bot.use_cases.undoing import Edited, remember_edit
from storage import Transaction, doubts, plans, rows
from storage.doubts import Answer, Raised
from storage.plans import Activity, Plan, Section

_READ = {  # the columns whose words are checked by themselves
    Field.TITLE: Role.TITLE,
    Field.PROBLEM: Role.PROBLEM,
    Field.RESULT: Role.RESULT,
    Field.RESPONSIBLE: Role.RESPONSIBLE,
    Field.DEADLINE: Role.DEADLINE,
}


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
    freed, twins = await _renumbered(tx, activity, words) if field is Field.NUMBER else ([], [])
    touched = [activity.id, *freed, *twins]
    before = await rows.take_snapshots(tx, touched)
    codes = await _write(tx, plan, activity, field, words)
    found = find_word_doubts({_READ[field]: words}, row_context(plan)) if field in _READ else ()
    raised = [Raised(activity.id, doubt.code, doubt.message, doubt.fix) for doubt in found]
    raised += [Raised(activity.id, code, message(code, words)) for code in codes]
    same = [activity.id, *twins] if twins else []
    raised += [Raised(row, "duplicate_number", message("duplicate_number", words)) for row in same]
    await settle_duplicates(tx, plan.id, freed)
    await _renew_doubts(tx, activity, field, words, raised)
    if field is not Field.DEADLINE and not activity.by_hand:
        await _remember_document(tx, activity, field, words)
    return await remember_edit(
        tx, actor, plan, EditKind.WORDS, activity, before=before, after=touched, now=now
    )


async def _renumbered(tx: Transaction, activity: Activity, number: str) -> tuple[list[int], list[int]]:
    """The row that is left alone with the old number, and those that have the new one, too."""
    if plain_number(number) == plain_number(activity.number):
        return [], []
    return await freed_by(tx, activity), await number_twins(tx, activity, number)


async def _write(
    tx: Transaction, plan: Plan, activity: Activity, field: Field, words: str
) -> tuple[str, ...]:
    """Store the new words; the codes of what is doubtful about them."""
    match field:
        case Field.DEADLINE:
            deadline = read_row_deadline(plan, words)
            await rows.set_deadline(tx, activity.id, deadline)
            return deadline.doubts
        case Field.SECTION:
            section_id = await rows.ensure_section(tx, plan.id, words)
            await rows.set_words(tx, activity.id, section_id=section_id)
            return ()
        case Field.RESPONSIBLE:
            found = split_parties(words)
            await rows.set_words(tx, activity.id, responsible_text=words)
            await rows.set_parties(tx, activity.id, await party_ids(tx, plan, found))
            return () if found else ("no_party",)
        case _:
            await rows.set_words(tx, activity.id, **{field.value: words})
            return ("no_result",) if field is Field.RESULT and not words else ()


async def _renew_doubts(
    tx: Transaction, activity: Activity, field: Field, words: str, raised: Sequence[Raised]
) -> None:
    """Settle the doubts about the old words, raise those about the new ones; no code twice for a row."""
    old = words_of(activity, field)
    of_deadline = activity.deadline.doubts if field is Field.DEADLINE else ()
    waiting = [d for d in await doubts.list_doubts(tx, activity.plan_id) if d.answer is None]
    settled = [
        d.id
        for d in waiting
        if d.activity_id == activity.id
        and (d.code in of_deadline or concerns(field, old, code=d.code, message=d.message, fix=d.fix))
    ]
    await doubts.answer_doubts(tx, settled, Answer.CHANGED)
    open_ones = {(d.activity_id, d.code) for d in waiting if d.id not in settled}
    fresh: dict[tuple[int, str], Raised] = {}
    for new in raised:
        if (key := (new.activity_id, new.code)) not in open_ones:
            fresh.setdefault(key, new)
    await doubts.raise_doubts(tx, activity.plan_id, list(fresh.values()))


async def _remember_document(tx: Transaction, activity: Activity, field: Field, words: str) -> None:
    written = document_words(activity, field)
    kept = {name: w for name, w in activity.as_written.items() if name != field.value}
    if words != written:
        kept[field.value] = written or ""
    await rows.set_words(tx, activity.id, as_written=kept)
