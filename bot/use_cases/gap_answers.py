"""A gap becomes an activity of the school's own plan, with a deadline and a measure, at work at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain.access import Action, Place, may, require
from bot.domain.deadlines import Deadline, deadline_to_json
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.evidence import propose_evidence
from bot.domain.people import Person
from bot.domain.plan import DraftActivity, DraftPlan, Period, Source
from bot.domain.risk import FACTORS
from bot.domain.rows import Field, checked_words
from bot.reading.deadlines import read_deadline
from bot.use_cases.applying import apply_correction
from bot.use_cases.corrections import begin_by_rows
from bot.use_cases.drafts import read_row_deadline, row_context
from bot.use_cases.editing import check_deadline_understood
from bot.use_cases.gaps import lemmas
from bot.use_cases.launch import launch_plan
from bot.use_cases.plans import import_plan
from storage import Transaction, plan_status, plans, rows
from storage.districts import Body, get_school
from storage.factor_answers import remember_correction
from storage.plans import Plan


async def check_may_answer(tx: Transaction, actor: Person, school_id: int, factor: int) -> Body:
    """The school, for one who may add to its plan."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    place = Place(school.district_id, school_id)
    require(actor, Action.KEEP_PROFILE, place)
    if factor not in FACTORS or not may(actor, Action.IMPORT_PLAN, place):
        raise Outdated
    return school


async def check_deadline(tx: Transaction, actor: Person, school_id: int, factor: int, phrase: str) -> str:
    """The phrase, if the school's plan understands it."""
    school = await check_may_answer(tx, actor, school_id, factor)
    plan, own = await _plans(tx, school)
    phrase = checked_words(Field.DEADLINE, phrase)
    check_deadline_understood(read_row_deadline(own or plan, phrase))
    return phrase


async def answer_gap(
    tx: Transaction,
    actor: Person,
    *,
    school_id: int,
    factor: int,
    words: Mapping[Field, str],
    plan_title: str,
    now: datetime,
) -> Plan:
    """Add an activity (TITLE, DEADLINE, RESULT) to the school's live plan; the plan.

    A school without one gets it under ``plan_title``, as a child of the district's.
    """
    school = await check_may_answer(tx, actor, school_id, factor)
    parent, own = await _plans(tx, school)
    checked = {field: checked_words(field, words.get(field, "")) for field in Field}
    deadline = read_row_deadline(own or parent, checked[Field.DEADLINE])
    check_deadline_understood(deadline)
    if own:
        await _add_row(tx, actor, own, checked, deadline, reason=plan_title, now=now)
        plan_id = own.id
    else:
        plan_id = await _make_plan(tx, actor, parent, school, checked, plan_title, now=now)
    await remember_correction(
        tx,
        school.district_id,
        lemmas(checked[Field.TITLE]),
        factor,
        relates=True,
        person_id=actor.id,
        now=now,
    )
    plan = await plans.get_plan(tx, plan_id)
    assert plan is not None
    return plan


async def _plans(tx: Transaction, school: Body) -> tuple[Plan, Plan | None]:
    """The district's newest live plan, and the school's own."""
    live = await plans.list_live_plans(tx, school.district_id)
    parents = [plan for plan in live if plan.school_id is None]
    own = [plan for plan in live if plan.school_id == school.id]
    if not parents:
        raise DomainError("error-gap-no-plan")
    return parents[-1], own[-1] if own else None


async def _add_row(
    tx: Transaction,
    actor: Person,
    plan: Plan,
    words: Mapping[Field, str],
    deadline: Deadline,
    *,
    reason: str,
    now: datetime,
) -> None:
    """A correction of one row: the plan's versions tell of it."""
    draft_id = await begin_by_rows(tx, actor, plan.id, now=now)
    standing = await plans.list_activities(tx, draft_id)
    sections = await plans.list_sections(tx, draft_id)
    section = standing[-1].section_id if standing else sections[-1].id
    values = {
        "section_id": section,
        "number": str(len(standing) + 1),
        "title": words[Field.TITLE],
        "problem": "",
        "result": words[Field.RESULT],
        "responsible_text": "",
        "deadline_phrase": words[Field.DEADLINE],
        "deadline": deadline_to_json(deadline),
        "source": {},
        "evidence_kind": propose_evidence(words[Field.RESULT], words[Field.TITLE]).value,
    }
    await rows.insert_row(tx, draft_id, standing[-1].id if standing else None, values)
    await apply_correction(tx, actor, plan.id, reason=reason, now=now)


async def _make_plan(
    tx: Transaction,
    actor: Person,
    parent: Plan,
    school: Body,
    words: Mapping[Field, str],
    title: str,
    *,
    now: datetime,
) -> int:
    activity = DraftActivity(
        number="1",
        title=words[Field.TITLE],
        section="",
        problem="",
        result=words[Field.RESULT],
        responsible_text="",
        parties=(),
        deadline=read_deadline(words[Field.DEADLINE], row_context(parent)),
        source=Source(0, ()),
    )
    draft = DraftPlan(title, Period(parent.period.start, parent.period.end), ("",), (activity,), (), ())
    plan_id = await import_plan(
        tx, actor, district_id=school.district_id, school_id=school.id, draft=draft, file_name="", now=now
    )
    if not await plan_status.approve(tx, plan_id, person_id=actor.id, now=now):
        raise Outdated
    await launch_plan(tx, actor, plan_id, now=now)
    return plan_id
