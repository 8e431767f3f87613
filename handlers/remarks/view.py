"""What was said of a report beside the way that it goes."""

from __future__ import annotations

from bot.domain.tasks import Task
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.remarks import Remarks
from bot.use_cases.tasks import local
from handlers.shared import HOME_ROW, page_of, pager
from handlers.tasks.wording import task_name

_TITLE = 120  # characters shown


def remarks(found: Remarks, page: int, *, above: Text | None = None) -> Screen:
    task = found.task
    shown, page = page_of(found.remarks, page)
    said = (
        text("remark-line", at=local(r.at, task.zone), who=r.who, version=r.version, words=r.words)
        for r in shown
    )
    title = text("remarks", task=task_name(task.number, task.title, _TITLE), n=len(found.remarks))
    add: tuple[Row, ...] = ((button("button-remark", "remark", task.id),),) if found.may_add else ()
    more = pager("remarks", task.id, page=page, total=len(found.remarks))
    back = (button("button-card", "task", task.id), *HOME_ROW)
    return Screen(lines(above, title, *said, separator="\n\n"), (*add, *more, back))


def ask_remark(task: Task) -> Screen:
    words = text("remark-ask", task=task_name(task.number, task.title, _TITLE))
    return Screen(words, ((button("button-card", "task", task.id),),))


def remarked(task: int, number: str, title: str, who: str, words: str) -> Screen:
    """To the author of the report."""
    said = text("remark-told", task=task_name(number, title, _TITLE), who=who, words=words)
    return Screen(said, ((button("button-card", "task", task), *HOME_ROW),))
