"""What every change of a draft needs: the draft itself, its rows' words, how they are read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.access import Action
from bot.domain.deadlines import Deadline
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import Party, Period, PlanStatus
from bot.domain.rows import Field
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.use_cases.party_memory import remember_parties
from bot.use_cases.plans import get_plan
from storage import Transaction, plans
from storage.plans import Activity, Plan


async def get_draft(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    """A plan that this person may still change row by row."""
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status is not PlanStatus.DRAFT:
        raise Outdated
    return plan


async def get_draft_row(tx: Transaction, actor: Person, activity_id: int) -> tuple[Plan, Activity]:
    """A row that may still be changed by this person, and its plan."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    return await get_draft(tx, actor, activity.plan_id), activity


def words_of(activity: Activity, field: Field) -> str:
    """What stands in a field now."""
    match field:
        case Field.RESPONSIBLE:
            return activity.responsible_text
        case Field.DEADLINE:
            return activity.deadline.phrase
        case _:
            return str(getattr(activity, field.value))


def document_words(activity: Activity, field: Field) -> str | None:
    """What the document says there; None where no document has this row."""
    if activity.by_hand:
        return None
    if field is Field.DEADLINE:
        return activity.deadline_phrase
    return activity.as_written.get(field.value, words_of(activity, field))


def read_row_deadline(plan: Plan, phrase: str) -> Deadline:
    """By the same grammar as the document's, in the plan's own year."""
    return read_deadline(phrase, row_context(plan))


def row_context(plan: Plan) -> DeadlineContext:
    return DeadlineContext(year=plan_year(plan.period), period=plan.period)


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


async def party_ids(tx: Transaction, plan: Plan, found: Sequence[Party]) -> list[int]:
    """The district's memory of these parties, in their order; new ones are noted."""
    ids = await remember_parties(tx, plan.district_id, found)
    return [ids[party.text] for party in found]
