"""Lists of tasks: what is mine to do, and the queues of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from bot.domain.names import brief
from bot.domain.tasks import Task, TaskState
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.tasks import MyTasks, SentTasks
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from handlers.tasks.wording import day_month, task_label, task_name

TITLE = 90
PLACE = 60


def my_tasks(mine: MyTasks, page: int) -> Screen:
    shown, page = page_of(mine.tasks, page)
    total = len(mine.tasks)
    places = len({task.place for _, task in mine.tasks})
    sizes = Counter(group for group, _ in mine.tasks)
    groups = (
        lines(
            text("my-tasks-group", group=text(f"group-{group.value}"), n=sizes[group]),
            *(line(task, with_place=places > 1) for _, task in members),
        )
        for group, members in groupby(shown, key=lambda pair: pair[0])
    )
    counts = lines(
        text("my-tasks-reported", n=mine.reported) if mine.reported else None,
        text("my-tasks-done", n=mine.done) if mine.done else None,
    )
    words = lines(
        text("my-tasks") if total else text("my-tasks-none"),
        *groups,
        counts if counts.parts else None,
        separator="\n\n",
    )
    rows = [(button(dated_label(task), "task", task.id),) for _, task in shown]
    free = sum(task.state in (TaskState.PLANNED, TaskState.OPEN) for _, task in mine.tasks)
    several = ((button("button-several", "several", 0),),) if free > 1 and mine.may_report else ()
    sent_row = ((button(text("button-tasks-sent", n=mine.sent), "tasks-sent", 0),),) if mine.sent else ()
    return Screen(words, (*rows, *pager("tasks", page=page, total=total), *several, *sent_row, HOME_ROW))


def sent(found: SentTasks) -> Screen:
    """What was reported on, each with how far its report has come; the latest change first."""
    words = [
        lines(line(task, with_place=True), text("task-line-state", state=text(f"state-{task.state.value}")))
        for task in found.tasks
    ]
    rows = [(button(dated_label(task), "task", task.id),) for task in found.tasks]
    turn = pager("tasks-sent", page=found.page, total=found.total)
    back = (button("button-my-tasks", "tasks", 0), *HOME_ROW)
    return Screen(lines(text("tasks-sent", n=found.total), *words, separator="\n\n"), (*rows, *turn, back))


def queue(
    title: str, route: str, waiting: Sequence[Task], page: int, *, above: tuple[Row, ...] = ()
) -> Screen:
    """Reports that wait for a decision, numbered, since many may have one activity's number."""
    shown, page = page_of(waiting, page)
    words = [
        text("queue-line", index=page * PAGE + i, task=line(task, with_place=True))
        for i, task in enumerate(shown, 1)
    ]
    rows: list[Row] = [
        (
            button(
                text("button-queue-task", index=page * PAGE + i, task=task_label(task.number, task.title)),
                "task",
                task.id,
            ),
        )
        for i, task in enumerate(shown, 1)
    ]
    return Screen(
        lines(text(title, n=len(waiting)), *words),
        (*above, *rows, *pager(route, page=page, total=len(waiting)), HOME_ROW),
    )


def line(task: Task, *, with_place: bool) -> Text:
    """One task in a list: its name, its occurrence, whose it is, its last day."""
    details = [
        *([text("literal", words=shortened(task.label, PLACE))] if task.label else []),
        *([place_words(task.responsible)] if with_place else []),
        *([until(task.window_end)] if task.window_end else []),
    ]
    name = task_name(task.number, task.title, TITLE)
    return text("task-line", task=name, details=Texts(tuple(details), " · ")) if details else name


def place_words(name: str) -> Text:
    """The responsible school or body; a task of neither is the coordinator's."""
    return text("literal", words=brief(name, PLACE)) if name else text("role-coordinator")


def until(day: date) -> Text:
    return text("until", day=day_month(day))


def dated_label(task: Task) -> Text:
    label = task_label(task.number, task.title)
    if task.window_end is None:
        return text("button-task-undated", task=label)
    return text("button-task-dated", task=label, day=day_month(task.window_end))
