"""Rows to tick, the two questions about all of them, and what is to be sent."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.reports import Outcome
from bot.domain.tasks import Task
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.several import Draft, Sent, Several
from handlers.reports.view import personal_words
from handlers.shared import HOME_ROW, PAGE, page_of, pager
from handlers.tasks.list_view import line
from handlers.tasks.wording import evidence_words, task_label, task_name

_TITLE = 90
_NAMED = 12  # tasks named in a list; the rest are counted


def ticking(found: Several, page: int) -> Screen:
    """Numbered, since several rows may have one number; a tick is a word as well as a sign."""
    shown, page = page_of(found.tasks, page)
    if not found.tasks:
        return Screen(text("several-nothing"), ((button("button-my-tasks", "tasks", 0), *HOME_ROW),))
    with_place = len({task.place for task in found.tasks}) > 1
    listed: list[Text] = []
    rows: list[Row] = []
    for index, task in enumerate(shown, page * PAGE + 1):
        ticked = task.id in found.ticked
        name = text("queue-line", index=index, task=line(task, with_place=with_place))
        listed.append(text("several-ticked", task=name) if ticked else name)
        label = task_label(task.number, task.title)
        key = "button-several-untick" if ticked else "button-several-tick"
        rows.append((button(text(key, index=index, task=label), "several-tick", task.id, page),))
    rows += pager("several", page=page, total=len(found.tasks))
    if found.chosen:
        clear = button("button-several-clear", "several-clear")
        rows.append((clear, button(text("button-several-next", n=len(found.chosen)), "several-next")))
    words = lines(text("several", n=len(found.chosen)), lines(*listed), separator="\n\n")
    return Screen(words, (*rows, (button("button-my-tasks", "tasks", 0), *HOME_ROW)))


def ask_outcome(found: Several) -> Screen:
    rows = (
        (button(f"button-outcome-{outcome.value}", "several-outcome", outcome.value),) for outcome in Outcome
    )
    words = lines(text("several-ask-outcome", n=len(found.chosen)), _names(found.chosen), separator="\n\n")
    return Screen(words, (*rows, (_back(), *HOME_ROW)))


def ask_words(found: Several, outcome: Outcome) -> Screen:
    words = text("several-ask-words", outcome=text(f"outcome-{outcome.value}"), n=len(found.chosen))
    skip = button("button-skip-words", "several-wordless", outcome.value)
    return Screen(words, ((skip,), (_back(), *HOME_ROW)))


def review(report: Draft) -> Screen:
    """Whoever asks for a proof is named: nothing goes without one unnoticed."""
    simple, asking, kept = report.simple, report.asking, report.kept
    going = (*simple, *asking)
    words = lines(
        text("several-review", n=len(going)),
        lines(
            text(f"outcome-{report.outcome.value}"),
            text("report-words-said", words=report.words) if report.words else None,
        ),
        lines(text("several-simple", n=len(simple)), _names(simple)) if simple else None,
        lines(text("several-asking", n=len(asking)), _names(asking, proofs=True)) if asking else None,
        lines(text("several-kept", n=len(kept)), _names(kept, proofs=True)) if kept else None,
        lines(text("report-personal"), personal_words(report.found)) if report.found else None,
        separator="\n\n",
    )
    rows: list[Row] = []
    if going:
        rows.append((button(text("button-several-send", n=len(going)), "several-send", "all"),))
    if simple and asking:
        rows.append((button(text("button-several-simple", n=len(simple)), "several-send", "simple"),))
    again = button("button-change-words", "several-outcome", report.outcome.value)
    return Screen(words, (*rows, (again, _back()), HOME_ROW))


def sent(done: Sent) -> Screen:
    words = lines(
        text("several-sent", n=len(done.sent)),
        lines(text("several-left", n=len(done.left)), _names(done.left)) if done.left else None,
        separator="\n\n",
    )
    more = ((button("button-several", "several", 0),),) if done.left else ()
    return Screen(
        words, (*more, (button("button-my-tasks", "tasks", 0), *HOME_ROW)), toast=text("report-sent-toast")
    )


def _names(tasks: Sequence[Task], *, proofs: bool = False) -> Texts:
    named = (_proof_of(task) if proofs else line(task, with_place=False) for task in tasks[:_NAMED])
    more = text("several-more", n=len(tasks) - _NAMED) if len(tasks) > _NAMED else None
    return lines(*(text("several-named", task=name) for name in named), more)


def _proof_of(task: Task) -> Text:
    name = task_name(task.number, task.title, _TITLE)
    return text("task-line", task=name, details=evidence_words(task.evidence_kind))


def _back() -> Button:
    return button("button-several-rows", "several", 0)
