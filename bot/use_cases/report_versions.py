"""The reports of a task one after another, and the last of them taken back by its author."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Action
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.reports import Evidence, Report
from bot.domain.tasks import Task, TaskState
from bot.use_cases.tasks import load_task
from storage import Transaction, reports, taking_back


async def list_versions(tx: Transaction, actor: Person, *, task_id: int) -> tuple[Task, list[Report]]:
    """The task and everything that was sent of it, the newest first."""
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    return task, await reports.list_sent(tx, task.id)


async def see_files(
    tx: Transaction, actor: Person, *, task_id: int, version: int
) -> tuple[Task, tuple[Evidence, ...]]:
    """The task and the files of one of its versions."""
    task, sent = await list_versions(tx, actor, task_id=task_id)
    found = next((report for report in sent if report.version == version), None)
    if found is None:
        raise Forbidden
    return task, found.files


async def check_taking_back(
    tx: Transaction, actor: Person, *, task_id: int, version: int, now: datetime
) -> tuple[Task, Report, TaskState]:
    """The task, its last report and where that found it; nobody but its author takes a report back."""
    task = await load_task(tx, actor, task_id, Action.FILE_REPORT)
    report = await reports.get_last_sent(tx, task.id)
    if report is None or report.version != version or task.archived:
        raise Outdated
    if report.person_id != actor.id:
        raise Forbidden
    assert report.sent_at is not None
    before = await taking_back.get_state_before(tx, task.id)
    if before is None or not task.lets_go_of(report.sent_at, now):
        raise Outdated
    return task, report, before


async def take_back(tx: Transaction, actor: Person, *, task_id: int, version: int, now: datetime) -> None:
    """Undo the sending of a report that nobody has decided on: an earlier one counts again, or none.

    Its words stay readable among the versions.
    """
    task, report, before = await check_taking_back(tx, actor, task_id=task_id, version=version, now=now)
    if not await taking_back.take_back(tx, task, report, before, person_id=actor.id, now=now):
        raise Outdated
