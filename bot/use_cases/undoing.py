"""Every edit of a draft is kept with what was there before, and the last one of a row can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.rows import EditKind, is_last
from bot.use_cases.drafts import get_draft
from storage import Transaction, edits, plans, rows
from storage.edits import Edit
from storage.plans import Activity, Plan
from storage.rows import Snapshot


@dataclass(frozen=True, slots=True)
class Edited:
    plan: Plan
    activity: Activity  # the row as it is now; one that is no more as it was
    edit_id: int  # by which the edit can be taken back
    made: int | None = None  # the id of the second row of a split one


@dataclass(frozen=True, slots=True)
class DraftEdits:
    """Everything that was changed in a draft, the latest first."""

    plan: Plan
    edits: tuple[tuple[Edit, bool], ...]  # whether it can be taken back now


async def remember_edit(
    tx: Transaction,
    actor: Person,
    plan: Plan,
    kind: EditKind,
    activity: Activity,
    *,
    before: Sequence[Snapshot],
    after: Sequence[int],
    others: Sequence[Snapshot] = (),
    now: datetime,
) -> Edited:
    """Note what was just done to ``activity``; ``others`` are rows that only their doubts were touched of."""
    edit_id = await edits.add_edit(
        tx,
        plan_id=plan.id,
        person_id=actor.id,
        kind=kind,
        about=f"{activity.number} {activity.title}".strip(),
        before=[*before, *others],
        after=[*after, *(other["row"]["id"] for other in others)],
        now=now,
    )
    made = after[-1] if kind is EditKind.SPLIT else None
    return Edited(plan, await plans.get_activity(tx, activity.id) or activity, edit_id, made)


async def list_edits(tx: Transaction, actor: Person, plan_id: int) -> DraftEdits:
    plan = await get_draft(tx, actor, plan_id)
    found = await edits.list_edits(tx, plan_id)
    touched = {edit.id: edit.rows for edit in found}
    return DraftEdits(plan, tuple((edit, is_last(edit.id, edit.rows, touched)) for edit in found))


async def undo_edit(tx: Transaction, actor: Person, edit_id: int) -> tuple[Plan, Activity | None]:
    """Put back what was there before an edit; a row that it concerned, if there is one again or still."""
    edit = await edits.get_edit(tx, edit_id)
    if edit is None:
        raise Forbidden
    plan = await get_draft(tx, actor, edit.plan_id)
    touched = {other.id: other.rows for other in await edits.list_edits(tx, plan.id)}
    if not is_last(edit.id, edit.rows, touched):
        raise Outdated
    await rows.restore(tx, edit.before, edit.after)
    await edits.drop_edit(tx, edit_id)
    return plan, await plans.get_activity(tx, edit.main)
