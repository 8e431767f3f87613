"""What a decision asks, and the message that a report sent back brings to its author."""

from __future__ import annotations

from bot.screen import Screen, button, text
from handlers.shared import HOME_ROW
from handlers.tasks.wording import task_name


def ask_reason(task_id: int) -> Screen:
    return Screen(text("return-ask-reason"), ((button("button-card", "task", task_id),),))


def report_returned(task: int, number: str, title: str, who: str, reason: str) -> Screen:
    words = text("report-returned", task=task_name(number, title, 120), who=who, reason=reason)
    card = button("button-card", "task", task)
    return Screen(words, ((button("button-report-correct", "report", task),), (card, *HOME_ROW)))
