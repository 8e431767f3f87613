"""Who looks in: a curator's and an expert's list of reports, and their remarks on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from bot.domain.access import Action, may, may_somewhere
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person, Role
from bot.domain.reports import checked_words
from bot.domain.tasks import Task, TaskState
from bot.use_cases.decisions import NOTICE_TITLE
from bot.use_cases.news import tell
from bot.use_cases.tasks import load_task
from storage import Transaction, remarks, reports, tasks
from storage.news import News
from storage.remarks import Remark

MAX_REMARK = 400  # characters: a page of seven fits one message
_REPORTED = (TaskState.REPORTED, TaskState.CONFIRMED, TaskState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Remarks:
    task: Task
    remarks: tuple[Remark, ...]  # the latest first
    may_add: bool


async def list_reported(tx: Transaction, actor: Person) -> list[Task]:
    """What was reported by the schools that this person looks after, the latest first."""
    if not may_somewhere(actor, Action.REMARK):
        raise Forbidden
    found = await tasks.list_schools_tasks(tx, actor.schools(Role.CURATOR), _REPORTED)
    found += await tasks.list_districts_tasks(tx, actor.districts(Role.EXPERT), _REPORTED)
    every = {task.id: task for task in found}
    return sorted(every.values(), key=lambda task: (task.changed_at, task.id), reverse=True)


async def see_remarks(tx: Transaction, actor: Person, task_id: int) -> Remarks:
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    reported = await reports.get_last_sent(tx, task.id) is not None
    allowed = reported and not task.archived and may(actor, Action.REMARK, task.place)
    return Remarks(task, tuple(await remarks.list_remarks(tx, task.id)), allowed)


async def ask_remark(tx: Transaction, actor: Person, task_id: int) -> Task:
    task = await load_task(tx, actor, task_id, Action.REMARK)
    if task.archived or await reports.get_last_sent(tx, task.id) is None:
        raise Outdated
    return task


async def add_remark(tx: Transaction, actor: Person, *, task_id: int, raw: str, now: datetime) -> Remarks:
    """Say something of the last report; its author is told. The report goes its way all the same."""
    task = await ask_remark(tx, actor, task_id)
    words = checked_words(raw, MAX_REMARK)
    report = await reports.get_last_sent(tx, task.id)
    assert report is not None
    assert report.version is not None
    added = await remarks.add_remark(
        tx, task_id=task.id, version=report.version, person_id=actor.id, words=words, now=now
    )
    title = shorten(task.title, NOTICE_TITLE, placeholder="…")
    args = {"task": task.id, "number": task.number, "title": title, "who": actor.name, "words": words}
    await tell(tx, [News(report.person_id, "remark", args, f"remark:{added}")], now=now)
    return await see_remarks(tx, actor, task.id)
