"""A live plan is corrected by a draft: from a new file or row by row, each change looked at on its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.access import Action
from bot.domain.corrections import Change, ChangeKind, diff, diff_headings
from bot.domain.errors import DomainError, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.matching import Row, match
from bot.domain.people import Person
from bot.domain.plan import DraftPlan, PlanStatus
from bot.use_cases.launch import count_unbound
from bot.use_cases.plans import get_plan, import_plan
from storage import Transaction, copies, doubts, plans, rows
from storage.doubts import Answer
from storage.plans import Activity, Plan


@dataclass(frozen=True, slots=True)
class Correction:
    """A live plan, the draft that is to correct it, and all that it would change."""

    plan: Plan
    draft: Plan
    changes: tuple[Change, ...]
    doubts: int  # of the draft, still open
    unbound: int  # parties of the draft that nobody has bound yet


@dataclass(frozen=True, slots=True)
class ChangeCard:
    correction: Correction
    change: Change
    number: int  # from 1
    previous: str  # keys of its neighbours, or ""
    following: str
    row: Activity | None  # as it is to be; of a removed one as it is; None for the plan itself


async def begin_by_rows(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> int:
    """Copy the live plan into a draft to be edited row by row; the draft's id."""
    plan = await _live(tx, actor, plan_id)
    draft_id = await copies.copy_plan(tx, plan.id, created_by=actor.id, now=now, corrects_id=plan.id)
    if draft_id is None:
        raise DomainError("error-correction-exists")
    return draft_id


async def begin_by_document(
    tx: Transaction, actor: Person, plan_id: int, *, document: DraftPlan, file_name: str, now: datetime
) -> None:
    """Keep a new document of the live plan as its correction."""
    plan = await _live(tx, actor, plan_id)
    draft_id = await import_plan(
        tx,
        actor,
        district_id=plan.district_id,
        school_id=plan.school_id,
        draft=document,
        file_name=file_name,
        now=now,
        corrects_id=plan.id,
    )
    await _recognise(tx, plan.id, draft_id)


async def begin_by_draft(tx: Transaction, actor: Person, draft_id: int, plan_id: int) -> None:
    """A document that was sent as a plan of its own is a correction of a live plan of the same place."""
    draft, plan = await get_plan(tx, actor, draft_id, Action.IMPORT_PLAN), await _live(tx, actor, plan_id)
    if draft.status is not PlanStatus.DRAFT or draft.corrects_id or draft.place != plan.place:
        raise Outdated
    if not await plans.set_corrects(tx, draft.id, plan.id):
        raise DomainError("error-correction-exists")
    await _recognise(tx, plan.id, draft.id)


async def check_may_begin(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    """The live plan, for one who may begin to correct it now."""
    plan = await _live(tx, actor, plan_id)
    if await plans.get_correction(tx, plan.id):
        raise DomainError("error-correction-exists")
    return plan


async def see_correction(tx: Transaction, actor: Person, plan_id: int) -> Correction:
    plan = await _live(tx, actor, plan_id)
    draft = await plans.get_correction(tx, plan.id)
    if draft is None:
        raise Outdated
    before, after = await plans.list_activities(tx, plan.id), await plans.list_activities(tx, draft.id)
    return Correction(
        plan=plan,
        draft=draft,
        changes=(
            *diff_headings((plan.title, plan.period), (draft.title, draft.period)),
            *diff([row_of(a) for a in before], [row_of(a) for a in after]),
        ),
        doubts=await doubts.count_open(tx, draft.id),
        unbound=await count_unbound(tx, draft),
    )


async def see_change(tx: Transaction, actor: Person, plan_id: int, key: str) -> ChangeCard:
    found = await see_correction(tx, actor, plan_id)
    keys = [change.key for change in found.changes]
    if key not in keys:
        raise Outdated
    here = keys.index(key)
    change = found.changes[here]
    row_id = change.new_id or change.old_id
    return ChangeCard(
        correction=found,
        change=change,
        number=here + 1,
        previous=keys[here - 1] if here else "",
        following=keys[here + 1] if here + 1 < len(keys) else "",
        row=await plans.get_activity(tx, row_id) if row_id else None,
    )


async def refuse_change(tx: Transaction, actor: Person, plan_id: int, key: str) -> str:
    """Let the row stay as it is in the live plan; the key of the change behind it, or ""."""
    card = await see_change(tx, actor, plan_id, key)
    change, draft_id = card.change, card.correction.draft.id
    if change.is_of_plan:
        await copies.copy_heading(tx, plan_id, draft_id)
    elif change.old_id is None:
        assert change.new_id is not None
        await rows.remove_rows(tx, [change.new_id])
    else:
        moved = change.kind is ChangeKind.REMOVED or change.is_out_of_place
        behind = await _row_above(tx, plan_id, draft_id, change.old_id) if moved else None
        await copies.restore_row(tx, change.old_id, draft_id, change.new_id, behind=behind, moved=moved)
    return card.following


async def _row_above(tx: Transaction, plan_id: int, draft_id: int, live_id: int) -> int | None:
    """The draft's row that continues the nearest live row above; None at the top."""
    heirs = {a.origin_id: a.id for a in await plans.list_activities(tx, draft_id)}
    above: int | None = None
    for row in await plans.list_activities(tx, plan_id):
        if row.id == live_id:
            break
        above = heirs.get(row.id, above)
    return above


async def _live(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.LIVE:
        raise Outdated
    return plan


# What a person may have worded anew, so that the document's old words mean no change.
_WORDED = ("number", "title", "problem", "result")


async def _recognise(tx: Transaction, plan_id: int, draft_id: int) -> None:
    """Find the live rows again in a new document; what people decided about the same words stands."""
    live = {a.id: a for a in await plans.list_activities(tx, plan_id)}
    drafted = {a.id: a for a in await plans.list_activities(tx, draft_id)}
    before, after = [row_of(a) for a in live.values()], [row_of(a) for a in drafted.values()]
    pairs = match(before, after)
    await copies.continue_rows(
        tx, {new: _with_decisions(live[old], drafted[new]) for new, old in pairs.items()}
    )
    changed = {
        change.new_id
        for change in diff(before, [row_of(a) for a in await plans.list_activities(tx, draft_id)])
    }
    settled = [
        doubt.id
        for doubt in await doubts.list_doubts(tx, draft_id)
        if doubt.activity_id in pairs and doubt.activity_id not in changed
    ]
    await doubts.answer_doubts(tx, settled, Answer.KEPT)


def _with_decisions(old: Activity, new: Activity) -> Activity:
    """The new row continuing the old one, in whose words and with whose deadline where people chose them."""
    kept = {
        name: getattr(old, name)
        for name in _WORDED
        if name in old.as_written and old.as_written[name].split() == getattr(new, name).split()
    }
    same_phrase = bool(new.deadline_phrase) and old.deadline_phrase.split() == new.deadline_phrase.split()
    return replace(
        new,
        origin_id=old.id,
        evidence_kind=old.evidence_kind if old.evidence_kind is not EvidenceKind.NONE else new.evidence_kind,
        deadline=old.deadline if same_phrase else new.deadline,
        as_written={name: old.as_written[name] for name in kept},
        **kept,
    )


def row_of(activity: Activity) -> Row:
    return Row(
        id=activity.id,
        number=activity.number,
        title=activity.title,
        section=activity.section,
        problem=activity.problem,
        result=activity.result,
        responsible=activity.responsible_text,
        deadline=activity.deadline,
        evidence=activity.evidence_kind.value,
        origin_id=activity.origin_id,
    )
