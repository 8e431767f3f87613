"""A row of a plan with everything that its reader may do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, may
from bot.domain.people import Person
from bot.domain.rows import EditKind
from bot.use_cases import plans
from bot.use_cases.plans import ActivityCard
from bot.use_cases.search import has_searched
from bot.use_cases.undoing import list_edits
from storage import Transaction, doubts


@dataclass(frozen=True, slots=True)
class RowCard:
    card: ActivityCard
    undo: tuple[int, EditKind] | None  # the row's last edit, where it can be taken back
    open_doubts: int  # about this row
    may_choose: bool  # the kind of evidence
    searched: bool  # there is a search to go back to


async def see_row(tx: Transaction, actor: Person, activity_id: int, *, now: datetime) -> RowCard:
    card = await plans.see_activity(tx, actor, activity_id)
    undo, waiting = None, 0
    if card.editable:
        for edit, is_last in (await list_edits(tx, actor, card.plan.id)).edits:
            if activity_id in edit.rows:
                undo = (edit.id, edit.kind) if is_last else None
                break
        found = await doubts.list_doubts(tx, card.plan.id)
        waiting = sum(d.activity_id == activity_id and d.answer is None for d in found)
    return RowCard(
        card,
        undo,
        waiting,
        may_choose=may(actor, Action.IMPORT_PLAN, card.plan.place) and not card.activity.removed,
        searched=await has_searched(tx, actor, card.plan.id, now=now),
    )
