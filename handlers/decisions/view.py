"""What a decision asks, and the two messages that a report brings to others."""

from __future__ import annotations

from bot.screen import Screen, button, text
from handlers.shared import HOME_ROW
from handlers.tasks.wording import task_name


def ask_reason(task_id: int) -> Screen:
    return Screen(text("return-ask-reason"), ((button("button-card", "task", task_id),),))


def report_filed(task: int, number: str, title: str, who: str, outcome: str) -> Screen:
    words = text(
        "report-filed", task=task_name(number, title, 120), who=who, outcome=text(f"outcome-{outcome}")
    )
    rows = ((button("button-look", "task", task),), (button("button-confirming", "confirming", 0),))
    return Screen(words, rows)


def report_returned(task: int, number: str, title: str, who: str, reason: str) -> Screen:
    words = text("report-returned", task=task_name(number, title, 120), who=who, reason=reason)
    card = button("button-card", "task", task)
    return Screen(words, ((button("button-report-correct", "report", task),), (card, *HOME_ROW)))
