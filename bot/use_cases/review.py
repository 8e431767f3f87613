"""A draft's doubts are walked through one by one; then the plan is approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action
from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import Period, PlanStatus
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.use_cases.plans import get_plan
from storage import Transaction, doubts, plans
from storage.doubts import Answer, StoredDoubt
from storage.plans import Activity, Plan


@dataclass(frozen=True, slots=True)
class DoubtCard:
    doubt: StoredDoubt
    activity: Activity | None
    number: int  # from 1
    total: int
    open: int  # how many wait for an answer
    previous_id: int | None
    next_id: int | None


@dataclass(frozen=True, slots=True)
class Approval:
    open_doubts: int  # none: the plan is approved; else they are to be answered or kept first


async def see_doubt(tx: Transaction, actor: Person, doubt_id: int) -> DoubtCard:
    return await _card(tx, await _draft_of(tx, actor, doubt_id), doubt_id)


async def see_first_doubt(tx: Transaction, actor: Person, plan_id: int) -> DoubtCard | None:
    """The first doubt that waits for an answer; None when all are answered."""
    return await _next_open(tx, await _draft(tx, actor, plan_id), after=None)


async def keep_doubt(tx: Transaction, actor: Person, doubt_id: int) -> tuple[int, DoubtCard | None]:
    """It stands as it was read. The plan and the next open doubt, if one is left."""
    plan = await _draft_of(tx, actor, doubt_id)
    await doubts.answer_doubt(tx, doubt_id, Answer.KEPT)
    return plan.id, await _next_open(tx, plan, after=doubt_id)


async def keep_all_doubts(tx: Transaction, actor: Person, plan_id: int) -> None:
    """Everything still open stands as it was read."""
    await _draft(tx, actor, plan_id)
    await doubts.keep_open(tx, plan_id)


async def retype_deadline(tx: Transaction, actor: Person, *, activity_id: int, phrase: str) -> Deadline:
    """Give an activity of a draft a deadline in the person's own words, read by the plan's grammar.

    The old reading's doubts are settled; doubts about the new words are raised like any other.
    """
    activity = await get_draft_activity(tx, actor, activity_id)
    plan = await _draft(tx, actor, activity.plan_id)
    context = DeadlineContext(year=plan_year(plan.period), period=plan.period)
    deadline = read_deadline(phrase, context)
    if deadline.kind is DeadlineKind.UNKNOWN:
        raise DomainError("error-deadline-unknown")
    if any(isinstance(day, MonthDay) for window in deadline.windows for day in (window.start, window.end)):
        raise DomainError("error-deadline-year")
    await plans.set_deadline(tx, activity_id, deadline)
    settled = (*activity.deadline.doubts, "no_deadline", "year_assumed")
    await doubts.renew_deadline_doubts(tx, plan.id, activity_id, settled=settled, raised=deadline.doubts)
    return deadline


async def settle_by_new_deadline(tx: Transaction, actor: Person, doubt_id: int) -> DoubtCard:
    """The doubt that made somebody type a new deadline is answered by it, whatever it was about."""
    plan = await _draft_of(tx, actor, doubt_id)
    await doubts.answer_doubt(tx, doubt_id, Answer.CHANGED)
    return await _card(tx, plan, doubt_id)


async def approve_plan(
    tx: Transaction, actor: Person, plan_id: int, *, keep_doubts: bool, now: datetime
) -> Approval:
    """Declare the draft right, with its open doubts kept as they stand or else not at all.

    A correction is not approved but applied to the plan that it corrects.
    """
    if (await _draft(tx, actor, plan_id)).corrects_id:
        raise Outdated
    if keep_doubts:
        await doubts.keep_open(tx, plan_id)
    elif found := await doubts.count_open(tx, plan_id):
        return Approval(open_doubts=found)
    if not await plans.approve(tx, plan_id, person_id=actor.id, now=now):
        raise Outdated
    return Approval(open_doubts=0)


async def reopen_plan(tx: Transaction, actor: Person, plan_id: int) -> None:
    """Take the approval back while the plan is not live yet."""
    await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if not await plans.reopen(tx, plan_id):
        raise Outdated


async def get_doubted_activity(tx: Transaction, actor: Person, doubt_id: int) -> Activity:
    """The activity that a doubt is about; one about the whole plan has none."""
    card = await see_doubt(tx, actor, doubt_id)
    if card.activity is None:
        raise Outdated
    return card.activity


async def get_draft_activity(tx: Transaction, actor: Person, activity_id: int) -> Activity:
    """An activity whose deadline may still be typed anew by this person."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    await _draft(tx, actor, activity.plan_id)
    return activity


def plan_year(period: Period) -> PlanYear | None:
    """The one year in which a plan's whole period lies, if it does."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    calendar, school = CalendarYear(start.year), SchoolYear.of(start)
    if (start, end) == (calendar.start, calendar.end):
        return calendar
    if end <= school.end:
        return school
    return calendar if end <= calendar.end else None


async def _draft(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.DRAFT:
        raise Outdated
    return plan


async def _draft_of(tx: Transaction, actor: Person, doubt_id: int) -> Plan:
    plan_id = await doubts.get_plan_id(tx, doubt_id)
    if plan_id is None:
        raise Forbidden
    return await _draft(tx, actor, plan_id)


async def _next_open(tx: Transaction, plan: Plan, *, after: int | None) -> DoubtCard | None:
    """The next open doubt in the plan's order, from the beginning again behind the last."""
    found = await doubts.list_doubts(tx, plan.id)
    ids = [doubt.id for doubt in found]
    here = ids.index(after) + 1 if after in ids else 0
    waiting = (doubt.id for doubt in found[here:] + found[:here] if doubt.answer is None)
    next_id = next(waiting, None)
    return None if next_id is None else await _card(tx, plan, next_id)


async def _card(tx: Transaction, plan: Plan, doubt_id: int) -> DoubtCard:
    found = await doubts.list_doubts(tx, plan.id)
    ids = [doubt.id for doubt in found]
    here = ids.index(doubt_id)
    doubt = found[here]
    return DoubtCard(
        doubt=doubt,
        activity=await plans.get_activity(tx, doubt.activity_id) if doubt.activity_id else None,
        number=here + 1,
        total=len(found),
        open=sum(d.answer is None for d in found),
        previous_id=ids[here - 1] if here else None,
        next_id=ids[here + 1] if here + 1 < len(ids) else None,
    )
