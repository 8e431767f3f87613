"""The year of a plan whose document names none: a person says it, and what hangs on it is read anew."""

from __future__ import annotations

from datetime import date

from bot.domain.deadlines import Deadline, MonthDay
from bot.domain.errors import DomainError
from bot.domain.people import Person
from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.deadlines import read_deadline
from bot.use_cases.drafts import get_draft, read_row_deadline
from bot.use_cases.rechecking import check_rows, follow_change
from storage import Transaction, doubts, plans, rows
from storage.doubts import Answer

NO_YEAR = "no_period"  # the doubt that asks for it


def likely_years(today: date) -> tuple[tuple[PlanYear, PlanYear], ...]:
    """This year and the next one, as school years and as calendar years."""
    school, calendar = SchoolYear.of(today), CalendarYear(today.year)
    return ((school, SchoolYear(school.first + 1)), (calendar, CalendarYear(calendar.year + 1)))


async def choose_year(tx: Transaction, actor: Person, plan_id: int, year: PlanYear) -> int:
    """Give a draft its year; another may be chosen later. Returns how many deadlines were read anew.

    Raises DomainError for a plan whose document has told its year.
    """
    plan = await get_draft(tx, actor, plan_id)
    asked = [doubt.id for doubt in await doubts.list_doubts(tx, plan_id) if doubt.code == NO_YEAR]
    if not asked:
        raise DomainError("error-plan-has-year")
    waiting = [row for row in await plans.list_activities(tx, plan_id) if _needs_a_year(row.deadline.phrase)]
    ids = [row.id for row in waiting]
    before = await check_rows(tx, plan, ids)
    await plans.set_period(tx, plan_id, Period(year.start, year.end))
    plan = await get_draft(tx, actor, plan_id)
    await rows.set_deadlines(tx, {row.id: read_row_deadline(plan, row.deadline.phrase) for row in waiting})
    await follow_change(tx, plan, before, {row: [row] for row in ids})
    await doubts.answer_doubts(tx, asked, Answer.CHANGED)
    return len(waiting)


def _needs_a_year(phrase: str) -> bool:
    alone = read_deadline(phrase)
    return "year_unknown" in alone.doubts or _has_day_without_year(alone)


def _has_day_without_year(deadline: Deadline) -> bool:
    return any(isinstance(day, MonthDay) for window in deadline.windows for day in window[:2])
