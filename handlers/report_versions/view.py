"""The versions of a report, their words whole; and the question before one is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reports import Report
from bot.domain.tasks import Task
from bot.screen import Screen, button, lines, text
from handlers.shared import HOME_ROW, page_of, pager
from handlers.tasks.wording import report_words, task_name

_SHOWN = 3  # versions a page, so that a thousand characters of each fit a message
_TITLE = 120


def versions(task: Task, sent: Sequence[Report], page: int) -> Screen:
    shown, page = page_of(sent, page, _SHOWN)
    words = lines(
        text("report-versions", task=task_name(task.number, task.title, _TITLE), n=len(sent)),
        *(
            lines(report_words(each, task.zone), text("report-taken-back") if each.taken_back_at else None)
            for each in shown
        ),
        separator="\n\n",
    )
    files = (
        (
            button(
                text("button-version-files", version=str(each.version)),
                "version-files",
                task.id,
                each.version,
            ),
        )
        for each in shown
        if each.files
    )
    more = pager("report-versions", task.id, page=page, total=len(sent), size=_SHOWN)
    return Screen(words, (*files, *more, (button("button-card", "task", task.id),), HOME_ROW))


def ask_take_back(task: Task, report: Report) -> Screen:
    words = lines(
        text("take-back-sure", task=task_name(task.number, task.title, _TITLE)),
        report_words(report, task.zone),
        separator="\n\n",
    )
    yes = button("button-take-back-yes", "take-back-yes", task.id, report.version)
    return Screen(words, ((yes,), (button("button-card", "task", task.id),)))
