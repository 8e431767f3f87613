"""What a decision asks, and the message that a report sent back brings to its author."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screen import Row, Screen, button, text
from bot.use_cases.batches import EVERY_PLACE
from bot.use_cases.decisions import Queue
from handlers.shared import HOME_ROW, LABEL, shortened
from handlers.tasks.wording import task_name
from storage.reasons import Reason

_SEVERAL = 2


def ways(queue: Queue, waiting: int) -> tuple[Row, ...]:
    """How to go through a queue of several: at once, or one after another."""
    if waiting < _SEVERAL:
        return ()
    at_once = ("batch-places", 0) if queue is Queue.ACCEPT else ("batch", queue, EVERY_PLACE, 0)
    return ((button("button-batch", *at_once), button("button-each", "each", queue)),)


def ask_reason(task_id: int, version: int, usual: Sequence[Reason]) -> Screen:
    rows = usual_reasons(usual, "return-for", task_id, version)
    words = text("return-ask-reason", usual=len(usual))
    return Screen(words, (*rows, (button("button-card", "task", task_id),)))


def usual_reasons(usual: Sequence[Reason], route: str, *args: object) -> tuple[Row, ...]:
    """A button for each; its line's id is the route's last argument."""
    return tuple(
        (button(text("literal", words=shortened(reason.words, LABEL)), route, *args, reason.id),)
        for reason in usual
    )


def report_returned(task: int, number: str, title: str, who: str, reason: str) -> Screen:
    words = text("report-returned", task=task_name(number, title, 120), who=who, reason=reason)
    card = button("button-card", "task", task)
    return Screen(words, ((button("button-report-correct", "report", task),), (card, *HOME_ROW)))
