"""A correction is applied in one go: the plan's words, its tasks, its history, and who is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from typing import Any

from bot.domain.binding import assignees
from bot.domain.corrections import Change, change_to_json
from bot.domain.errors import DomainError
from bot.domain.fan_out import occurrences_of
from bot.domain.local_time import local_day
from bot.domain.people import Person, Role
from bot.domain.replanning import Replan, StandingTask, Wanted, replan_row
from bot.domain.tasks import Duties
from bot.domain.tidings import Tiding, compose_tidings, tidings_for
from bot.use_cases.corrections import see_correction
from bot.use_cases.decisions import NOTICE_TITLE
from bot.use_cases.launch import list_plan_rows, survey_ground
from bot.use_cases.news import tell
from storage import Transaction, copies, plans, versions
from storage.news import News
from storage.people import list_people
from storage.plans import Plan
from storage.replanning import carry_out, list_standing

TOLD = 7  # changes named in one message; the rest are counted
_DOERS = (Role.HEAD, Role.DEPUTY, Role.METHODIST, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Applied:
    plan: Plan
    version: int
    changes: int
    added: int  # tasks
    moved: int
    withdrawn: int
    told: int  # people


async def apply_correction(
    tx: Transaction, actor: Person, plan_id: int, *, reason: str = "", now: datetime
) -> Applied:
    """Make the plan what its correction says; reported work stays. Only the first of two presses does it."""
    found = await see_correction(tx, actor, plan_id)
    if not found.changes:
        raise DomainError("error-correction-empty")
    if found.unbound:
        raise DomainError("error-launch-unbound", n=found.unbound)
    before = await _wanted(tx, found.plan)
    standing = await list_standing(tx, plan_id)
    await copies.adopt(tx, found.draft.id, plan_id, now=now)
    plan = await plans.get_plan(tx, plan_id)
    assert plan is not None
    ground = await survey_ground(tx, plan)
    today = local_day(now, ground.district.zone)
    replan = _replan(standing, before, await _wanted(tx, plan), today)
    await carry_out(tx, ground.district, replan, person_id=actor.id, now=now)
    version = await versions.add_version(
        tx,
        plan_id,
        person_id=actor.id,
        reason=reason,
        changes=[change_to_json(change) for change in found.changes],
        now=now,
    )
    told = await tell_doers(tx, actor, plan, str(version), found.changes, replan, standing, now=now)
    counts = len(replan.added), len(replan.moved), len(replan.withdrawn)
    return Applied(plan, version, len(found.changes), *counts, told)


async def _wanted(tx: Transaction, plan: Plan) -> dict[int, Wanted]:
    """Row → what it asks for, and of whom."""
    ground = await survey_ground(tx, plan)
    return {
        row.activity_id: Wanted(
            occurrences_of(row.deadline, ground.frame), assignees(row.bindings, ground.schools)
        )
        for row in await list_plan_rows(tx, plan)
    }


def _replan(
    standing: Sequence[StandingTask],
    before: Mapping[int, Wanted],
    after: Mapping[int, Wanted],
    today: date,
) -> Replan:
    by_row: dict[int, list[StandingTask]] = defaultdict(list)
    for task in standing:
        by_row[task.activity_id].append(task)
    nothing = Wanted()
    return Replan.joined(
        replan_row(row, by_row[row], before.get(row, nothing), after.get(row, nothing), today)
        for row in {**before, **after}
    )


async def tell_doers(
    tx: Transaction,
    actor: Person,
    plan: Plan,
    occasion: str,
    changes: Sequence[Change],
    replan: Replan,
    standing: Sequence[StandingTask],
    *,
    now: datetime,
) -> int:
    """One message to each person whose tasks changed on this occasion; how many are told."""
    reworded = {change.old_id for change in changes if change.is_reworded and change.old_id}
    tidings = compose_tidings(replan, standing, reworded)
    rows = await plans.list_activities(tx, plan.id)
    named = {change.old_id: (change.number, change.title) for change in changes if change.old_id}
    named |= {row.id: (row.number, row.title) for row in rows}
    positions = {row.id: row.position for row in rows}
    news = []
    for person in await list_people(tx, plan.district_id, roles=_DOERS):
        found = tidings_for(Duties.of(person), tidings, positions)
        if found and person.id != actor.id:
            args = {
                "plan": shorten(plan.title, NOTICE_TITLE, placeholder="…"),
                "changes": [_named(tiding, *named[tiding.activity_id]) for tiding in found[:TOLD]],
                "more": max(0, len(found) - TOLD),
            }
            dedupe = f"corrected:{plan.id}:{occasion}:{person.id}"
            news.append(News(person.id, "plan-corrected", args, dedupe))
    await tell(tx, news, now=now)
    return len(news)


def _named(tiding: Tiding, number: str, title: str) -> dict[str, Any]:
    return {
        "kind": tiding.kind.value,
        "number": number,
        "title": shorten(title, NOTICE_TITLE, placeholder="…"),
        "tasks": tiding.tasks,
        "was": tiding.was.isoformat() if tiding.was else "",
        "now": tiding.now.isoformat() if tiding.now else "",
    }
