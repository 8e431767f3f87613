"""Late tasks that rise, each with a switch that keeps it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.reminders import days_late
from bot.domain.tasks import Task
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from handlers.shared import HOME_ROW, PAGE, page_of, pager
from handlers.tasks.list_view import place_words
from handlers.tasks.wording import task_name

TITLE = 90

Json = Mapping[str, Any]


def rising(found: Sequence[Task], today: date, page: int) -> Screen:
    shown, page = page_of(found, page)
    numbered = list(enumerate(shown, page * PAGE + 1))
    listed = (
        text(
            "rising-held" if task.held_down else "rising-line",
            index=index,
            task=task_name(task.number, task.title, TITLE),
            place=place_words(task.responsible),
            days=text("digest-days", n=days_late(task, today)),
        )
        for index, task in numbered
    )
    rows: tuple[Row, ...] = tuple((_switch(index, task, page),) for index, task in numbered)
    words = lines(text("rising", n=len(found)), *listed, separator="\n\n")
    return Screen(words, (*rows, *pager("rising", page=page, total=len(found)), HOME_ROW))


def risen_words(tasks: Sequence[Json], more: int) -> Texts:
    """For the authority: what its district has let lie too long."""
    listed = (
        text(
            "risen-line",
            task=task_name(task["number"], task["title"], TITLE),
            place=place_words(task["place"]),
            days=text("digest-days", n=task["days"]),
        )
        for task in tasks
    )
    return lines(text("risen"), *listed, text("digest-more", n=more) if more else None)


def _switch(index: int, task: Task, page: int) -> Any:
    key: Text = text("button-let-rise" if task.held_down else "button-hold-down", index=index)
    return button(key, "let-rise" if task.held_down else "hold-down", task.id, page)
