"""One report of a queue with what can be decided about it, and the queue's end."""

from __future__ import annotations

from collections.abc import Sequence

from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.decisions import Queue
from bot.use_cases.tasks import Card
from handlers.decisions.view import usual_reasons
from handlers.shared import HOME_ROW
from handlers.tasks.view import card_words
from storage.reasons import Reason


def report(
    queue: Queue,
    found: Card,
    index: int,
    total: int,
    *,
    above: Text | None = None,
    toast: Text | None = None,
) -> Screen:
    task, version = found.task, found.report.version if found.report else 0
    place = text(f"each-place-{queue.value}", index=index + 1, n=total)
    papers: list[Button] = [button("button-history", "task-history", task.id, 0)]
    if found.report and found.report.evidence:
        count = len(found.report.evidence)
        papers.append(button(text("button-documents", n=count), "task-documents", task.id))
    rows: tuple[Row, ...] = (
        (button(f"button-{queue.value}", "each-yes", queue, task.id, version, index),),
        (button("button-return", "each-return", queue, task.id, version, index),),
        tuple(papers),
        (button("button-each-skip", "each-next", queue, index + 1), *HOME_ROW),
    )
    return Screen(lines(above, place, card_words(found), separator="\n\n"), rows, toast=toast)


def ended(queue: Queue, left: int, *, above: Text | None = None, toast: Text | None = None) -> Screen:
    """``left`` reports were passed over."""
    again = ((button("button-each-again", "each-next", queue, 0),),) if left else ()
    words = text("each-ended", n=left) if left else text(f"each-none-{queue.value}")
    return Screen(lines(above, words, separator="\n\n"), (*again, HOME_ROW), toast=toast)


def ask_reason(queue: Queue, task_id: int, version: int, index: int, usual: Sequence[Reason]) -> Screen:
    rows = usual_reasons(usual, "each-return-for", queue, task_id, version, index)
    back = (button("button-each-back", "each-next", queue, index),)
    return Screen(text("return-ask-reason", usual=len(usual)), (*rows, back))
