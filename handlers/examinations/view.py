"""Which schools were examined, and what the expert found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.examinations import MAX_WORDS, NUMBERS, Examination
from bot.domain.names import brief
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.examinations import ExaminationCard, Overview, SchoolExaminations
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from handlers.tasks.wording import day_month
from storage.districts import Body

_NAME = 90  # characters shown of a school


def overview(found: Overview, page: int) -> Screen:
    if found.plan is None:
        return Screen(text("exams-no-plan"), (HOME_ROW,))
    shown, page = page_of(found.schools, page)
    first, second = found.due
    words = lines(
        text("exams", first=first, second=second),
        lines(*(_line(one, page * PAGE + i, found) for i, one in enumerate(shown, start=1))),
        separator="\n\n",
    )
    rows: list[Row] = [
        (button(text("literal", words=shortened(one.school.name)), "exam", found.plan.id, one.school.id),)
        for one in shown
    ]
    more = pager("exams", found.district_id, page=page, total=len(found.schools))
    return Screen(words, (*rows, *more, HOME_ROW))


def card(found: ExaminationCard, *, above: Text | None = None) -> Screen:
    school, plan = found.found.school, found.plan
    held = {examination.number: examination for examination in found.found.held}
    words = lines(
        above,
        text("exam-school", school=school.name),
        *(
            _examination(number, held.get(number), due)
            for number, due in zip(NUMBERS, found.due, strict=True)
        ),
        separator="\n\n",
    )
    write = tuple(
        (button(f"button-exam-{number}{'-again' if number in held else ''}", "exam-write", *ids, number),)
        for number in NUMBERS
        if (ids := (plan.id, school.id)) and found.may_examine
    )
    back = button("button-exams", "exams", plan.district_id, 0)
    return Screen(words, (*write, (back, *HOME_ROW)))


def ask_day(plan_id: int, school: Body, number: int) -> Screen:
    today = (button("button-exam-today", "exam-today", plan_id, school.id, number),)
    words = text("exam-ask-day", school=brief(school.name, _NAME), number=number)
    return Screen(words, (today, _back(plan_id, school.id)))


def ask_words(plan_id: int, school: Body, number: int, day: date) -> Screen:
    words = text("exam-ask-words", school=brief(school.name, _NAME), number=number, day=day, max=MAX_WORDS)
    return Screen(words, (_back(plan_id, school.id),))


def examined(plan: int, school: int, name: str, who: str, number: int) -> Screen:
    """To the head of the school."""
    words = text("exam-told", school=brief(name, _NAME), who=who, number=number)
    return Screen(words, ((button("button-exam-read", "exam", plan, school), *HOME_ROW),))


def reminders(due: Sequence[Mapping[str, Any]]) -> Texts:
    """Part of the message of the day: which schools are still to be examined."""
    return lines(
        *(
            text(
                "morning-examination",
                number=one["number"],
                day=day_month(date.fromisoformat(one["day"])),
                schools=Texts(tuple(_named(name) for name in one["schools"]), ", "),
                more=text("morning-examination-more", n=one["more"]) if one["more"] else "",
            )
            for one in due
        )
    )


def _named(school: str) -> Text:
    return text("literal", words=brief(school, _NAME))


def _line(one: SchoolExaminations, index: int, found: Overview) -> Text:
    done = {examination.number for examination in one.held}
    states = (
        text("exam-held" if number in done else "exam-late" if due < found.today else "exam-ahead")
        for number, due in zip(NUMBERS, found.due, strict=True)
    )
    first, second = states
    name = brief(one.school.name, _NAME)
    return text("exams-line", index=index, school=name, first=first, second=second)


def _examination(number: int, held: Examination | None, due: date) -> Text:
    if held is None:
        return text("exam-not-yet", number=number, day=due)
    return text("exam-found", number=number, day=held.held_on, who=held.who, words=held.words)


def _back(plan_id: int, school_id: int) -> Row:
    return (button("button-exam-back", "exam", plan_id, school_id),)
