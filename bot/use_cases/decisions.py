"""What follows a report: the head confirms, the coordinator accepts, either returns with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from textwrap import shorten

from bot.domain.access import Action, may, may_somewhere
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person, Role
from bot.domain.proofs import check_proven
from bot.domain.reports import MAX_REASON, Report, checked_words
from bot.domain.tasks import Move, Task, TaskState, possible_moves
from bot.use_cases.news import tell
from bot.use_cases.tasks import load_task
from storage import Transaction, reports, tasks
from storage.news import News
from storage.reasons import Reason, list_usual_reasons

_DECIDERS: Mapping[Move, tuple[Action, ...]] = {
    Move.CONFIRM: (Action.CONFIRM_REPORT,),
    Move.ACCEPT: (Action.ACCEPT_REPORT,),
    Move.RETURN: (Action.CONFIRM_REPORT, Action.ACCEPT_REPORT),
}
USUAL_REASONS = 4  # offered as buttons
NOTICE_TITLE = 120  # characters of an activity's title in a message about it


class Queue(StrEnum):
    """What waits for whom; its value is the move that ends the waiting."""

    CONFIRM = "confirm"  # for the head
    ACCEPT = "accept"  # for the coordinator


async def list_queue(tx: Transaction, actor: Person, queue: Queue) -> list[Task]:
    return await (list_to_confirm if queue is Queue.CONFIRM else list_to_accept)(tx, actor)


async def list_to_confirm(tx: Transaction, actor: Person) -> list[Task]:
    """Reports that wait for this head, the earliest deadline first."""
    if not may_somewhere(actor, Action.CONFIRM_REPORT):
        raise Forbidden
    return await tasks.list_schools_tasks(tx, actor.schools(Role.HEAD), {TaskState.REPORTED})


async def list_to_accept(tx: Transaction, actor: Person) -> list[Task]:
    """Confirmed reports that wait for this coordinator."""
    if not may_somewhere(actor, Action.ACCEPT_REPORT):
        raise Forbidden
    return await tasks.list_districts_tasks(tx, actor.districts(Role.COORDINATOR), {TaskState.CONFIRMED})


async def list_in_turn(tx: Transaction, actor: Person, queue: Queue) -> list[Task]:
    """The same reports, the longest waiting first: a new one never moves those before it."""
    return sorted(await list_queue(tx, actor, queue), key=lambda task: (task.changed_at, task.id))


async def ask_reason(
    tx: Transaction, actor: Person, *, task_id: int, version: int
) -> tuple[Task, list[Reason]]:
    """The task whose report may be returned, and the district's usual words for it."""
    task, _ = await check_decision(tx, actor, Move.RETURN, task_id=task_id, version=version)
    usual = await list_usual_reasons(tx, task.district_id, person_id=actor.id, limit=USUAL_REASONS)
    return task, usual


async def check_decision(
    tx: Transaction, actor: Person, move: Move, *, task_id: int, version: int
) -> tuple[Task, Report]:
    """The task and the report, if ``move`` is still to be made on this very ``version``."""
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    if not any(may(actor, action, task.place) for action in _DECIDERS[move]):
        raise Forbidden
    report = await reports.get_last_sent(tx, task.id)
    if move not in possible_moves(actor, task) or report is None or report.version != version:
        raise Outdated
    return task, report


async def confirm(tx: Transaction, actor: Person, *, task_id: int, version: int, now: datetime) -> None:
    await _decide(tx, actor, Move.CONFIRM, task_id=task_id, version=version, now=now)


async def accept(tx: Transaction, actor: Person, *, task_id: int, version: int, now: datetime) -> None:
    await _decide(tx, actor, Move.ACCEPT, task_id=task_id, version=version, now=now)


async def return_report(
    tx: Transaction, actor: Person, *, task_id: int, version: int, reason: str, now: datetime
) -> None:
    """Send the report back and tell its author at once why."""
    why = checked_words(reason, MAX_REASON)
    task, report = await _decide(tx, actor, Move.RETURN, task_id=task_id, version=version, why=why, now=now)
    if report.person_id == actor.id:
        return
    args = {
        "task": task.id,
        "number": task.number,
        "title": shorten(task.title, NOTICE_TITLE, placeholder="…"),
        "who": actor.name,
        "reason": why,
    }
    await tell(tx, [News(report.person_id, "report-returned", args, f"returned:{report.id}")], now=now)


async def return_for_usual_reason(
    tx: Transaction, actor: Person, *, task_id: int, version: int, line_id: int, now: datetime
) -> None:
    """Return the report with the words of an earlier return in the same district."""
    task, _ = await check_decision(tx, actor, Move.RETURN, task_id=task_id, version=version)
    usual = await list_usual_reasons(tx, task.district_id, person_id=actor.id, limit=USUAL_REASONS)
    reason = next((reason.words for reason in usual if reason.id == line_id), None)
    if reason is None:
        raise Outdated
    await return_report(tx, actor, task_id=task_id, version=version, reason=reason, now=now)


async def _decide(
    tx: Transaction,
    actor: Person,
    move: Move,
    *,
    task_id: int,
    version: int,
    now: datetime,
    why: str = "",
) -> tuple[Task, Report]:
    task, report = await check_decision(tx, actor, move, task_id=task_id, version=version)
    check_proven(task, report, move)
    if not await tasks.move_task(tx, task, move, actor=actor, why=why, now=now):
        raise Outdated
    return task, report
