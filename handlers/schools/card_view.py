"""The card of a school."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.names import brief
from bot.domain.progress import Status
from bot.domain.tasks import Task
from bot.screen import Row, Screen, Texts, button, lines, text
from bot.use_cases.school_card import LISTED, SchoolCard
from handlers.shared import HOME_ROW, shortened
from handlers.tasks.list_view import dated_label, line

_NAME, _PERSON, _PLAN = 200, 60, 150
_COUNTED = (Status.OVERDUE, Status.REPORTED, Status.OPEN, Status.PARTLY, Status.PLANNED, Status.WAITING)


def card(found: SchoolCard) -> Screen:
    words = lines(
        text("school-card", name=shortened(found.school.name, _NAME)),
        _people(found),
        _progress(found),
        _listed("school-card-overdue", found.overdue, len(found.overdue)),
        _listed("school-card-latest", found.latest, len(found.latest), with_state=True),
        lines(*(text("school-card-plan", title=shortened(p.title, _PLAN)) for p in found.plans[:LISTED]))
        if found.plans
        else None,
        separator="\n\n",
    )
    rows: list[Row] = [
        (button(dated_label(task), "task", task.id),) for task in (*found.overdue[:LISTED], *found.latest)
    ]
    rows += [(button("button-school-plan", "plan", plan.id),) for plan in found.plans[:1]]
    if found.may_invite:
        rows.append((button("button-people", "staff", found.school.id),))
    return Screen(words, (*rows, HOME_ROW))


def _people(found: SchoolCard) -> Texts:
    named = (
        text("school-card-person", role=text(f"role-{role.value}"), name=brief(name, _PERSON))
        for role, name in found.people
    )
    teachers = text("school-card-teachers", n=found.teachers)
    return lines(text("school-card-people"), *named, teachers)


def _progress(found: SchoolCard) -> Texts:
    tally = found.tally
    if not tally.total:
        return lines(text("school-card-no-tasks"))
    done = text("school-card-done", done=tally.done, total=tally.total, percent=str(tally.percent))
    counts = (
        text("school-card-count", status=text(f"status-{status.value}"), n=tally[status])
        for status in _COUNTED
        if tally[status]
    )
    return lines(done, *counts)


def _listed(key: str, tasks: Sequence[Task], total: int, *, with_state: bool = False) -> Texts | None:
    if not tasks:
        return None
    shown = (
        lines(line(task, with_place=False), text("task-line-state", state=text(f"state-{task.state.value}")))
        if with_state
        else line(task, with_place=False)
        for task in tasks[:LISTED]
    )
    more = text("school-card-more", n=total - LISTED) if total > LISTED else None
    return lines(text(key), *shown, more)
