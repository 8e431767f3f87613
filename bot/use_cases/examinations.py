"""Examinations: an expert writes them school by school; the school and the coordinator read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import DomainError, Forbidden
from bot.domain.examinations import MAX_WORDS, NUMBERS, Examination, due_on, is_reminded
from bot.domain.local_time import local_day
from bot.domain.mornings import Listener
from bot.domain.people import Person, Role
from bot.domain.plan import PlanStatus
from bot.domain.reminders import Days
from bot.domain.reports import checked_words
from bot.use_cases.news import tell
from bot.use_cases.tasks import read_window
from storage import Transaction, examinations, plans
from storage.districts import Body, get_district, get_school, list_schools
from storage.news import News
from storage.people import list_people
from storage.plans import Plan

NAMED = 5  # schools without an examination in a message; the list has them all
_LONG_AGO = timedelta(days=400)  # a date before it is a slip


@dataclass(frozen=True, slots=True)
class SchoolExaminations:
    school: Body
    held: tuple[Examination, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    district_id: int
    plan: Plan | None  # the district's newest live one; without any nothing is examined
    due: tuple[date, ...]  # the last days of the first and the second
    today: date
    schools: tuple[SchoolExaminations, ...]  # those that this person may read of


@dataclass(frozen=True, slots=True)
class ExaminationCard:
    plan: Plan
    due: tuple[date, ...]
    found: SchoolExaminations
    may_examine: bool


async def see_overview(tx: Transaction, actor: Person, district_id: int, *, now: datetime) -> Overview:
    seen = [
        school
        for school in await list_schools(tx, district_id)
        if may(actor, Action.SEE_EXAMINATIONS, Place(district_id, school.id))
    ]
    if not seen:
        require(actor, Action.SEE_EXAMINATIONS, Place(district_id))
    today = await _today(tx, district_id, now)
    live = [plan for plan in await plans.list_live_plans(tx, district_id) if plan.school_id is None]
    if not live:
        return Overview(district_id, None, (), today, ())
    plan = live[-1]
    held = await examinations.list_examinations(tx, plan.id, [school.id for school in seen])
    schools = tuple(SchoolExaminations(school, held.get(school.id, ())) for school in seen)
    return Overview(district_id, plan, _due(plan, today), today, schools)


async def see_school(
    tx: Transaction, actor: Person, plan_id: int, school_id: int, *, now: datetime
) -> ExaminationCard:
    plan, school = await _load(tx, actor, plan_id, school_id, Action.SEE_EXAMINATIONS)
    held = await examinations.list_examinations(tx, plan.id, [school.id])
    writable = plan.status is PlanStatus.LIVE
    return ExaminationCard(
        plan,
        _due(plan, await _today(tx, plan.district_id, now)),
        SchoolExaminations(school, held.get(school.id, ())),
        writable and may(actor, Action.EXAMINE, Place(plan.district_id, school.id)),
    )


async def ask_examination(tx: Transaction, actor: Person, plan_id: int, school_id: int, number: int) -> Body:
    """The school whose examination is to be written down."""
    plan, school = await _load(tx, actor, plan_id, school_id, Action.EXAMINE)
    if plan.status is not PlanStatus.LIVE or number not in NUMBERS:
        raise Forbidden
    return school


async def read_day(tx: Transaction, plan_id: int, phrase: str, *, now: datetime) -> date:
    """The day of an examination that has been, in words; "" means today."""
    plan = await plans.get_plan(tx, plan_id)
    if plan is None:
        raise Forbidden
    today = await _today(tx, plan.district_id, now)
    day = read_window(phrase, today)[1] if phrase else today
    if not today - _LONG_AGO <= day <= today:
        raise DomainError("error-exam-day")
    return day


async def write_examination(
    tx: Transaction,
    actor: Person,
    *,
    plan_id: int,
    school_id: int,
    number: int,
    held_on: date,
    raw: str,
    now: datetime,
) -> ExaminationCard:
    """Write down what was found; the school's heads are told."""
    school = await ask_examination(tx, actor, plan_id, school_id, number)
    await examinations.set_examination(
        tx,
        plan_id=plan_id,
        school_id=school_id,
        number=number,
        held_on=held_on,
        person_id=actor.id,
        words=checked_words(raw, MAX_WORDS),
        now=now,
    )
    args = {"plan": plan_id, "school": school_id, "name": school.name, "who": actor.name, "number": number}
    stamp = f"examined:{plan_id}:{school_id}:{number}:{now:%Y%m%d%H%M%S}"
    heads = await list_people(tx, school.district_id, roles=(Role.HEAD,), school_id=school_id)
    await tell(tx, [News(head.id, "examined", args, f"{stamp}:{head.id}") for head in heads], now=now)
    return await see_school(tx, actor, plan_id, school_id, now=now)


async def due_examinations(
    tx: Transaction, listeners: Sequence[Listener], now: datetime
) -> Mapping[int, list[Mapping[str, Any]]]:
    """By person, as JSON: for the expert, whom to examine before a last day that is near. One query."""
    districts = {one.id: _examined_districts(one) for one in listeners}
    wanted = set().union(*districts.values())
    schools = await examinations.list_examined(tx, wanted) if wanted else []
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for one in listeners:
        today = local_day(now, one.zone)
        days = Days.since(one.last_on, today)
        missing: dict[tuple[int, int, date], list[str]] = defaultdict(list)
        for school in schools:
            for number in NUMBERS:
                last_day = due_on(number, school.period, today)
                concerned = school.district_id in districts[one.id] and number not in school.held
                if concerned and is_reminded(last_day, days):
                    missing[school.district_id, number, last_day].append(school.name)
        for (district, number, last_day), names in missing.items():
            named = {"schools": names[:NAMED], "more": max(0, len(names) - NAMED)}
            found[one.id].append(
                {"district": district, "number": number, "day": last_day.isoformat(), **named}
            )
    return found


def _examined_districts(listener: Listener) -> set[int]:
    return {m.district_id for m in listener.memberships if m.role is Role.EXPERT and m.district_id}


async def _load(
    tx: Transaction, actor: Person, plan_id: int, school_id: int, action: Action
) -> tuple[Plan, Body]:
    plan, school = await plans.get_plan(tx, plan_id), await get_school(tx, school_id)
    if plan is None or school is None or plan.district_id != school.district_id or plan.school_id:
        raise Forbidden
    require(actor, action, Place(school.district_id, school.id))
    return plan, school


def _due(plan: Plan, today: date) -> tuple[date, ...]:
    return tuple(due_on(number, plan.period, today) for number in NUMBERS)


async def _today(tx: Transaction, district_id: int, now: datetime) -> date:
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return local_day(now, district.zone)
