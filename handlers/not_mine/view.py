"""«Не моё» as screens: the question, and what waits for whoever decides."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.domain.hands import Refusal
from bot.domain.tasks import Task
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.hands import Choice
from handlers.shared import HOME_ROW, page_of, pager, role_in_place, shortened
from handlers.tasks.wording import task_name

TITLE = 90
_PAGE = 3  # refusals of a page: each has its words and a row of its own
_PEOPLE = 6


class Reason(StrEnum):
    """What is said most; anything else is typed."""

    OTHER = "other"
    OUTSIDE = "outside"
    UNCLEAR = "unclear"


_BACK: Row = (button("button-refusals-back", "refusals", 0), *HOME_ROW)


def ask_why(task: Task) -> Screen:
    name = task_name(task.number, task.title, 300)
    reasons = tuple((button(f"not-mine-{r.value}", "not-mine-why", task.id, r.value),) for r in Reason)
    return Screen(text("not-mine-ask", task=name), (*reasons, (button("button-card", "task", task.id),)))


def refused(task: Task) -> Screen:
    above = text("not-mine-to-head" if task.school_id is not None else "not-mine-to-coordinator")
    again = (button("button-mine-again", "mine-again", task.id),)
    return Screen(
        lines(text("not-mine-done"), above), (again, (button("button-my-tasks", "tasks", 0), *HOME_ROW))
    )


def refusals(found: Sequence[Refusal], page: int) -> Screen:
    shown, page = page_of(found, page, _PAGE)
    listed = (refusal_words(index, one) for index, one in enumerate(shown, page * _PAGE + 1))
    rows = (
        refusal_row(index, one.task_id, one.person_id) for index, one in enumerate(shown, page * _PAGE + 1)
    )
    words = lines(text("refusals", n=len(found)), *listed, separator="\n\n")
    return Screen(words, (*rows, *pager("refusals", page=page, total=len(found), size=_PAGE), HOME_ROW))


def refusal_words(index: int, one: Refusal) -> Text:
    return said(index, one.number, one.title, one.who, one.place, one.why)


def said(index: int, number: str, title: str, who: str, place: str, why: str) -> Text:
    """«1. № 1.2. …: Пётр (Школа № 1): «делает другой»»."""
    name = task_name(number, title, TITLE)
    return text("refusal", index=index, task=name, who=who, place=place, why=why)


def refusal_row(index: int, task_id: int, person_id: int) -> Row:
    return (
        button(text("button-refusal-back", index=index), "refusal-back", task_id, person_id),
        button(text("button-refusal-to", index=index), "refusal-to", task_id, person_id),
    )


def choose_hands(choice: Choice) -> Screen:
    one = choice.refusal
    name = task_name(one.number, one.title, 300)
    people: tuple[Row, ...] = tuple(
        (button(text("literal", words=shortened(found)), "refusal-give", one.task_id, one.person_id, person),)
        for person, found, _ in choice.people[:_PEOPLE]
    )
    listed = (
        text("hand", who=found, role=role_in_place(role, "")) for _, found, role in choice.people[:_PEOPLE]
    )
    asked = text("refusal-to-whom", task=name) if people else text("refusal-to-nobody", task=name)
    return Screen(lines(asked, *listed), (*people, _BACK))


def given_back(one: Refusal) -> Screen:
    return Screen(text("refusal-given-back", who=one.who), (_BACK,))


def given_to(name: str) -> Screen:
    return Screen(text("refusal-given-to", who=name), (_BACK,))
