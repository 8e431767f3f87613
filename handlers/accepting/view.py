"""One report of the queue with what can be decided about it, and the queue's end."""

from __future__ import annotations

from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.tasks import Card
from handlers.shared import HOME_ROW
from handlers.tasks.view import card_words


def report(
    found: Card, index: int, total: int, *, above: Text | None = None, toast: Text | None = None
) -> Screen:
    task, version = found.task, found.report.version if found.report else 0
    words = lines(
        above, text("accepting-place", index=index + 1, n=total), card_words(found), separator="\n\n"
    )
    papers: list[Button] = [button("button-history", "task-history", task.id, 0)]
    if found.report and found.report.files:
        count = len(found.report.files)
        papers.append(button(text("button-documents", n=count), "task-documents", task.id))
    rows: tuple[Row, ...] = (
        (button("button-accept", "accept-one", task.id, version, index),),
        (button("button-return", "return-one", task.id, version, index),),
        tuple(papers),
        (button("button-accept-skip", "accept-next", index + 1), *HOME_ROW),
    )
    return Screen(words, rows, toast=toast)


def ended(left: int, *, above: Text | None = None, toast: Text | None = None) -> Screen:
    """``left`` reports were passed over."""
    again = ((button("button-accept-again", "accept-next", 0),),) if left else ()
    return Screen(
        lines(above, text("accepting-ended", n=left), separator="\n\n"), (*again, HOME_ROW), toast=toast
    )


def ask_reason(index: int) -> Screen:
    return Screen(text("return-ask-reason"), ((button("button-accept-back", "accept-next", index),),))
