"""A draft's doubts are walked through row by row; then the plan is approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action
from bot.domain.doubt_codes import Severity
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.rows import Field, concerns
from bot.use_cases.drafts import get_draft, get_draft_row, words_of
from bot.use_cases.plans import get_plan
from storage import Transaction, doubts, plan_status, plans
from storage.doubts import Answer, StoredDoubt
from storage.plans import Activity, Plan

_ORDER = tuple(Severity)  # errors first


@dataclass(frozen=True, slots=True)
class Doubted:
    """One row, or the plan as a whole, with everything that is doubted about it."""

    plan: Plan
    activity: Activity | None  # None: the whole plan
    doubts: tuple[StoredDoubt, ...]  # errors first
    number: int  # of this screen, from 1
    total: int
    open_notes: int  # of the whole plan: what one press may keep
    previous_id: int | None  # a doubt of the screen before
    next_id: int | None

    @property
    def waits(self) -> bool:
        return any(doubt.answer is None for doubt in self.doubts)


@dataclass(frozen=True, slots=True)
class Approval:
    open_doubts: int  # none: the plan is approved; else they are to be answered or kept first


def field_of(doubt: StoredDoubt, activity: Activity) -> Field | None:
    """The field in which what is doubted stands, where it is one."""
    found = (
        field
        for field in Field
        if concerns(field, words_of(activity, field), code=doubt.code, message=doubt.message, fix=None)
    )
    return next(found, None)


async def see_doubted(tx: Transaction, actor: Person, doubt_id: int) -> Doubted:
    """What the doubt is about, with all that is doubted there."""
    plan = await _draft_of(tx, actor, doubt_id)
    return await _doubted(tx, plan, await doubts.list_doubts(tx, plan.id), doubt_id)


async def see_first(tx: Transaction, actor: Person, plan_id: int) -> Doubted | None:
    """The first row that needs a look; None when everything is answered."""
    return await _next_open(tx, await get_draft(tx, actor, plan_id), after=None)


async def see_row(tx: Transaction, actor: Person, activity_id: int) -> Doubted:
    """The same for a row about which something was ever doubted."""
    plan, _ = await get_draft_row(tx, actor, activity_id)
    found = await doubts.list_doubts(tx, plan.id)
    doubt_id = next((doubt.id for doubt in found if doubt.activity_id == activity_id), None)
    if doubt_id is None:
        raise Outdated
    return await _doubted(tx, plan, found, doubt_id)


async def get_doubted_row(tx: Transaction, actor: Person, doubt_id: int) -> Activity:
    """The row that a doubt is about; one about the whole plan has none."""
    found = await see_doubted(tx, actor, doubt_id)
    if found.activity is None:
        raise Outdated
    return found.activity


async def settle_by_edit(tx: Transaction, actor: Person, doubt_id: int) -> Doubted:
    """The doubt that made somebody word a field anew is answered by it, whatever it was about."""
    await _draft_of(tx, actor, doubt_id)
    await doubts.answer_doubts(tx, [doubt_id], Answer.CHANGED)
    return await see_doubted(tx, actor, doubt_id)


async def keep_doubted(tx: Transaction, actor: Person, doubt_id: int) -> tuple[Plan, Doubted | None]:
    """All that is doubted there stands as it was read; the next row that needs a look, if one is left."""
    plan = await _draft_of(tx, actor, doubt_id)
    found = await doubts.list_doubts(tx, plan.id)
    about = next(doubt.activity_id for doubt in found if doubt.id == doubt_id)
    kept = [doubt.id for doubt in found if doubt.activity_id == about and doubt.answer is None]
    await doubts.answer_doubts(tx, kept, Answer.KEPT)
    return plan, await _next_open(tx, plan, after=doubt_id)


async def keep_notes(tx: Transaction, actor: Person, plan_id: int) -> tuple[Plan, Doubted | None]:
    """Every note still open stands as it was read; the first row that needs a look, if one is left."""
    plan = await get_draft(tx, actor, plan_id)
    notes = [
        doubt.id
        for doubt in await doubts.list_doubts(tx, plan_id)
        if doubt.severity is Severity.NOTE and doubt.answer is None
    ]
    await doubts.answer_doubts(tx, notes, Answer.KEPT)
    return plan, await _next_open(tx, plan, after=None)


async def approve_plan(
    tx: Transaction, actor: Person, plan_id: int, *, keep_doubts: bool, now: datetime
) -> Approval:
    """Declare the draft right, with its open doubts kept as they stand or else not at all.

    A correction is not approved but applied to the plan that it corrects.
    """
    if (await get_draft(tx, actor, plan_id)).corrects_id:
        raise Outdated
    if keep_doubts:
        await doubts.keep_open(tx, plan_id)
    elif found := await doubts.count_open(tx, plan_id):
        return Approval(open_doubts=found)
    if not await plan_status.approve(tx, plan_id, person_id=actor.id, now=now):
        raise Outdated
    return Approval(open_doubts=0)


async def reopen_plan(tx: Transaction, actor: Person, plan_id: int) -> None:
    """Take the approval back while the plan is not live yet."""
    await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if not await plan_status.reopen(tx, plan_id):
        raise Outdated


async def _draft_of(tx: Transaction, actor: Person, doubt_id: int) -> Plan:
    doubt = await doubts.get_doubt(tx, doubt_id)
    if doubt is None:
        raise Forbidden
    return await get_draft(tx, actor, doubt.plan_id)


async def _groups(tx: Transaction, plan: Plan, found: Sequence[StoredDoubt]) -> list[tuple[StoredDoubt, ...]]:
    """The doubts row by row: what is worst first, then in the plan's order; within a row likewise."""
    places = {row.id: row.position for row in await plans.list_activities(tx, plan.id)}
    rows: dict[int | None, list[StoredDoubt]] = {}
    for doubt in sorted(found, key=lambda d: _ORDER.index(d.severity)):
        rows.setdefault(doubt.activity_id, []).append(doubt)

    def place(row: Sequence[StoredDoubt]) -> tuple[int, int]:
        return _ORDER.index(row[0].severity), places.get(row[0].activity_id or 0, -1)

    return sorted(map(tuple, rows.values()), key=place)


async def _next_open(tx: Transaction, plan: Plan, *, after: int | None) -> Doubted | None:
    """The next row with an open doubt, from the beginning again behind the last."""
    found = await doubts.list_doubts(tx, plan.id)
    groups = await _groups(tx, plan, found)
    here = next((i + 1 for i, row in enumerate(groups) if any(d.id == after for d in row)), 0)
    waiting = (d.id for row in groups[here:] + groups[:here] for d in row if d.answer is None)
    doubt_id = next(waiting, None)
    return None if doubt_id is None else await _doubted(tx, plan, found, doubt_id)


async def _doubted(tx: Transaction, plan: Plan, found: Sequence[StoredDoubt], doubt_id: int) -> Doubted:
    groups = await _groups(tx, plan, found)
    here = next(i for i, row in enumerate(groups) if any(d.id == doubt_id for d in row))
    about = groups[here][0].activity_id
    return Doubted(
        plan=plan,
        activity=await plans.get_activity(tx, about) if about else None,
        doubts=groups[here],
        number=here + 1,
        total=len(groups),
        open_notes=sum(d.severity is Severity.NOTE and d.answer is None for d in found),
        previous_id=groups[here - 1][0].id if here else None,
        next_id=groups[here + 1][0].id if here + 1 < len(groups) else None,
    )
