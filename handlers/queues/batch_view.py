"""The reports of a queue side by side, to be decided on at once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reports import Outcome
from bot.domain.tasks import Task
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.batches import EVERY_PLACE, Batch
from bot.use_cases.decisions import Queue
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from handlers.tasks.list_view import line, place_words
from storage.waiting import WaitingReport

_WORDS, _AUTHOR = 160, 60  # characters shown of a report


def places(found: Sequence[tuple[str, str, int]], page: int) -> Screen:
    """Whose reports wait, one press for all of them or for one place."""
    total = sum(n for _, _, n in found)
    shown, page = page_of(found, page, PAGE - 1)
    rows: list[Row] = [
        (button(text("button-batch-place", place=_label(name), n=n), "batch", Queue.ACCEPT, place, 0),)
        for place, name, n in shown
    ]
    if len(found) > 1:
        rows.append((button(text("button-batch-everything", n=total), "batch", "accept", EVERY_PLACE, 0),))
    more = pager("batch-places", page=page, total=len(found), size=PAGE - 1)
    return Screen(text("batch-places", n=total), (*rows, *more, HOME_ROW))


def batch(found: Batch, page: int, *, above: Text | None = None) -> Screen:
    """What was not done stands first; the words of each are cut, the report itself is a press away."""
    queue, total = found.queue, len(found.reports)
    if not total:
        return Screen(lines(above, text(f"each-none-{queue.value}"), separator="\n\n"), (HOME_ROW,))
    shown, page = page_of(found.reports, page)
    several = len({report.task.responsible for report in found.reports}) > 1
    head = lines(
        text(f"queue-{queue.value}ing", n=total),
        Texts(tuple(_count(found, outcome) for outcome in Outcome if found.outcomes[outcome]), " · "),
    )
    samples = (
        _sample(report, page * PAGE + i, with_place=several) for i, report in enumerate(shown, start=1)
    )
    numbers = tuple(
        button(text("literal", words=str(page * PAGE + i)), "task", report.task.id)
        for i, report in enumerate(shown, start=1)
    )
    yes = text(f"button-batch-{queue.value}", n=total)
    rows = (
        (button(yes, "batch-yes", queue, found.place, found.stamp),),
        (button("button-each", "each", queue),),
        numbers,
        *pager("batch", queue, found.place, page=page, total=total),
        HOME_ROW,
    )
    return Screen(lines(above, head, *samples, text("batch-hint"), separator="\n\n"), rows)


def decided(queue: Queue, done: int, unproved: Sequence[Task]) -> Screen:
    """What was decided, and which reports were not for want of a document, each a press away."""
    rest = button(f"button-{queue.value}ing", f"{queue.value}ing", 0)
    several = len({task.responsible for task in unproved}) > 1
    named = [
        text("queue-line", index=index, task=line(task, with_place=several))
        for index, task in enumerate(unproved[:PAGE], start=1)
    ]
    numbers = tuple(
        button(text("literal", words=str(index)), "task", task.id)
        for index, task in enumerate(unproved[:PAGE], start=1)
    )
    words = lines(
        text(f"batch-{queue.value}ed", n=done),
        text("batch-unproved", n=len(unproved)) if unproved else None,
        lines(*named) if named else None,
        text("batch-unproved-more", n=len(unproved) - PAGE) if len(unproved) > PAGE else None,
        separator="\n\n",
    )
    return Screen(words, (*([numbers] if numbers else []), (rest,), HOME_ROW))


def _count(found: Batch, outcome: Outcome) -> Text:
    return text("batch-outcome", outcome=text(f"outcome-{outcome.value}"), n=found.outcomes[outcome])


def _sample(report: WaitingReport, index: int, *, with_place: bool) -> Texts:
    facts = [
        text(f"outcome-{report.outcome.value}"),
        text("literal", words=shortened(report.author, _AUTHOR)),
        *([text("report-people-said", n=report.people_count)] if report.people_count is not None else []),
        text("batch-evidence", n=report.evidence),
    ]
    words = " ".join(report.words.split())
    return lines(
        text("queue-line", index=index, task=line(report.task, with_place=with_place)),
        Texts(tuple(facts), " · "),
        text("batch-words", words=shortened(words, _WORDS)) if words else None,
    )


def _label(name: str) -> Text:
    return text("literal", words=shortened(name, 22)) if name else place_words("")
