"""The plans of a district and its schools; where a new one is sent to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.names import brief
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.plan_list import PlanLine, Plans
from handlers.plan.view import period_words
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.districts import District

_LISTED = 150  # characters of a plan's title and of its school's name


def plans(found: Plans, page: int = 0) -> Screen:
    if not found.lines and found.may_import:
        return Screen(text("plan-send-file"), (HOME_ROW,))
    shown, page = page_of(found.lines, page)
    rows: list[Row] = [(button(_plan_label(line), "plan", line.plan.id),) for line in shown]
    rows += pager("plans-list", found.district_id, page=page, total=len(found.lines))
    if found.may_import:
        rows.append((button("button-plan-add", "plan-file", found.district_id, 0),))
    rows += [
        (button(_school_label(school.name, len(found.schools)), "plan-file", found.district_id, school.id),)
        for school in found.schools
    ]
    if not found.lines:
        return Screen(text("plan-not-yet"), (*rows, HOME_ROW))
    listed = [_plan_line(line) for line in shown]
    return Screen(lines(text("plans"), *listed, separator="\n\n"), (*rows, HOME_ROW))


def send_another(district_id: int) -> Screen:
    back = (button("button-plans", "plans-list", district_id, 0),)
    return Screen(text("plan-send-another"), (back, HOME_ROW))


def _plan_line(line: PlanLine) -> Texts:
    plan, total = line.plan, sum(line.tasks.values())
    state = text(f"plan-status-{plan.status.value}")
    done = text("plan-done", done=line.done, total=total) if total else None
    return lines(
        text("plan-title", title=shortened(plan.title, _LISTED)),
        text("plan-of-school", school=brief(plan.school, _LISTED)) if plan.school else None,
        period_words(plan),
        lines(state, done, separator=" · "),
    )


def _plan_label(line: PlanLine) -> Text:
    plan = line.plan
    named = brief(plan.school, LABEL) if plan.school else shortened(plan.title)
    return text("literal", words=named)


def _school_label(name: str, schools: int) -> Text:
    if schools == 1:
        return text("button-plan-add-own")
    return text("plan-add-school", school=brief(name, LABEL - 8))


def choose_district(districts: Sequence[District], *, for_file: bool) -> Screen:
    route, key = ("plan-file", "plan-which-file") if for_file else ("plans", "plan-which")
    place = (0,) if for_file else ()  # of no school
    rows = tuple((button(text("literal", words=shortened(d.name)), route, d.id, *place),) for d in districts)
    return Screen(text(key), (*rows, HOME_ROW))
