"""A live plan is carried into the next year: a draft with every deadline a year later, then the usual way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.people import Person
from bot.domain.plan import Doubt, Fix, FixField, Period, PlanStatus
from bot.domain.rollover import carried, names_year_of, next_year, working_day_fix, year_later
from bot.reading.lint import MESSAGES
from bot.use_cases.drafts import read_row_deadline
from bot.use_cases.plans import get_plan
from storage import Transaction, copies, drafts, plans
from storage.plans import Activity, Plan


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the plan of the next year would be called."""

    plan: Plan
    title: str
    period: Period
    rows: int


async def foresee(tx: Transaction, actor: Person, plan_id: int) -> Forecast:
    plan = await _running(tx, actor, plan_id)
    rows = await plans.list_activities(tx, plan_id)
    return Forecast(plan, year_later(plan.title), next_year(plan.period), len(rows))


async def roll_over(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> int:
    """The draft of the next year's plan, with a doubt wherever a shift is not sure; its id."""
    plan = await _running(tx, actor, plan_id)
    draft_id = await copies.copy_plan(tx, plan_id, created_by=actor.id, now=now, follows_id=plan_id)
    if draft_id is None:
        raise DomainError("error-next-year-exists")
    await copies.forget_origins(tx, draft_id)
    await copies.rename(tx, draft_id, year_later(plan.title), next_year(plan.period))
    sections = await plans.list_sections(tx, draft_id)
    await copies.rename_sections(tx, {section.id: year_later(section.title) for section in sections})
    draft = await plans.get_plan(tx, draft_id)
    assert draft is not None
    later: dict[int, Activity] = {}
    doubts: list[tuple[int | None, Doubt]] = []
    for row in await plans.list_activities(tx, draft_id):
        later[row.id], found = _a_year_later(row, plan, draft)
        doubts += [(row.id, doubt) for doubt in found]
    await copies.continue_rows(tx, later)
    await drafts.add_doubts(tx, draft_id, doubts)
    return draft_id


async def _running(tx: Transaction, actor: Person, plan_id: int) -> Plan:
    plan = await get_plan(tx, actor, plan_id, Action.IMPORT_PLAN)
    if plan.status not in (PlanStatus.LIVE, PlanStatus.ARCHIVED):
        raise Outdated
    return plan


def _a_year_later(row: Activity, plan: Plan, draft: Plan) -> tuple[Activity, list[Doubt]]:
    reread = read_row_deadline(draft, year_later(row.deadline.phrase))
    deadline, sure = carried(row.deadline, reread)
    later = replace(row, deadline=deadline, deadline_phrase=deadline.phrase, as_written={})
    doubts = list(_named_years(row, plan.period))
    if not sure:
        doubts.append(_doubt("carried_over", deadline.phrase))
    if found := working_day_fix(deadline):
        day, fix = found
        doubts.append(_doubt("moved_to_day_off", f"{day:%d.%m.%Y}", fix))
    return later, doubts


def _named_years(row: Activity, period: Period) -> Iterator[Doubt]:
    """Titles and results are left as they are: a year in them may be meant to stay."""
    words: Mapping[FixField, str] = {FixField.TITLE: row.title, FixField.RESULT: row.result}
    for field, text in words.items():
        if names_year_of(text, period):
            yield _doubt("year_in_words", text, Fix(field, year_later(text)))


def _doubt(code: str, about: str, fix: Fix | None = None) -> Doubt:
    return Doubt(code, None, MESSAGES[code].format(about=about), fix)
