"""What may be done with a plan as a whole, each step asked before it is taken."""

from __future__ import annotations

from bot.domain.plan import PlanStatus
from bot.screen import Row, Screen, button, lines, text
from bot.use_cases.levels import Level, Levels
from bot.use_cases.rollover import Forecast
from bot.use_cases.stewardship import Stewardship
from handlers.plan.deadline_view import window_words
from handlers.shared import HOME_ROW, shortened
from storage.plans import Plan

_TITLE = 300  # characters shown


def stewardship(found: Stewardship) -> Screen:
    plan = found.plan
    rows: list[Row] = []
    if plan.status is PlanStatus.LIVE:
        key, route = (
            ("button-correction-go-on", "correction") if found.corrected else ("button-correct", "correct")
        )
        rows.append((button(key, route, plan.id),))
        if found.levels_settable:
            rows.append((button("button-levels", "levels", plan.id),))
    rows.append((button("button-versions", "versions", plan.id, 0),))
    if found.next_year_id:
        rows.append((button("button-next-year-see", "plan", found.next_year_id),))
    else:
        rows.append((button("button-next-year", "next-year", plan.id),))
    if plan.follows_id:
        rows.append((button("button-last-year-see", "plan", plan.follows_id),))
    if found.undoable:
        rows.append((button("button-launch-undo", "launch-undo", plan.id),))
    if found.archivable:
        rows.append((button("button-archive", "archive", plan.id),))
    return Screen(text("steward", title=shortened(plan.title, _TITLE)), (*rows, _to_plan(plan.id), HOME_ROW))


def levels(found: Levels) -> Screen:
    """Each level with how it stands and the press that turns it; a school's plan has only the head's."""
    plan = found.plan
    standing = [(Level.HEAD, plan.head_confirms), (Level.COORDINATOR, plan.coordinator_accepts)]
    shown = standing[:1] if plan.school_id else standing
    words = lines(
        text("levels", title=shortened(plan.title, _TITLE)),
        lines(
            *(text(f"level-{level.value}-{'on' if on else 'off'}") for level, on in shown),
            text("levels-own-plan") if plan.school_id else None,
            text("proof-required" if plan.proof_required else "proof-optional"),
        ),
        text("levels-passed", n=found.passed) if found.passed else None,
        text("levels-unproved", n=found.unproved) if found.unproved else None,
        separator="\n\n",
    )
    rows = (
        (button(f"button-level-{level.value}-{'off' if on else 'on'}", "level", plan.id, level, int(not on)),)
        for level, on in shown
    )
    proof = button(
        "button-proof-optional" if plan.proof_required else "button-proof-required",
        "proof",
        plan.id,
        int(not plan.proof_required),
    )
    return Screen(words, (*rows, (proof,), (button("button-steward", "steward", plan.id), *HOME_ROW)))


def ask_undo(plan: Plan) -> Screen:
    yes = (button("button-launch-undo-yes", "launch-undo-yes", plan.id),)
    return Screen(text("launch-undo-sure"), (yes, _to_plan(plan.id)))


def undone(plan_id: int, tasks: int) -> Screen:
    return Screen(text("launch-undone", n=tasks), (_to_plan(plan_id), HOME_ROW))


def ask_archive(found: Stewardship) -> Screen:
    yes = (button("button-archive-yes", "archive-yes", found.plan.id),)
    return Screen(text("archive-sure"), (yes, _to_plan(found.plan.id)))


def archived(plan: Plan) -> Screen:
    plans = (button("button-plans", "plans-list", plan.district_id, 0),)
    return Screen(text("archived"), (_to_plan(plan.id), plans, HOME_ROW))


def ask_next_year(found: Forecast) -> Screen:
    yes = (button("button-next-year-yes", "next-year-yes", found.plan.id),)
    period = found.period
    known = window_words(period.start, period.end) if period.start or period.end else text("plan-no-period")
    words = text("next-year-sure", title=shortened(found.title, _TITLE), period=known, n=found.rows)
    return Screen(words, (yes, _to_plan(found.plan.id)))


def _to_plan(plan_id: int) -> Row:
    return (button("button-plan-back", "plan", plan_id),)
