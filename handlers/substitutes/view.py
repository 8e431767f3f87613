"""Who stands in for the head, and the messages that say so."""

from __future__ import annotations

from datetime import date

from bot.domain.names import brief
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.substitutes import Substitutes
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from storage.substitutes import Substitution

_NAME = 60  # characters shown of a person or a school
_A_PAGE = PAGE - 2


def substitutes(found: Substitutes, page: int, *, above: Text | None = None) -> Screen:
    school = found.school.id
    shown, page = page_of(found.candidates, page, _A_PAGE)
    words = lines(
        above,
        text("substitutes", school=found.school.name),
        lines(*map(_line, found.named)) if found.named else text("substitutes-none"),
        text("substitutes-ask") if found.candidates else text("substitutes-nobody"),
        separator="\n\n",
    )
    rows: list[Row] = [
        (button(text("button-substitute-drop", name=shortened(s.name, 20)), "substitute-drop", s.id),)
        for s in found.named
    ]
    rows += [
        (button(text("literal", words=shortened(person.name)), "substitute", school, person.id),)
        for person in shown
    ]
    rows += pager("substitutes", school, page=page, total=len(found.candidates), size=_A_PAGE)
    return Screen(words, (*rows, (button("button-staff", "staff", school), *HOME_ROW)))


def ask_period(school_id: int, name: str) -> Screen:
    back = (button("button-substitutes-back", "substitutes", school_id, 0),)
    return Screen(text("substitute-ask", name=shortened(name, _NAME)), (back,))


def named(school: str, first: str, last: str) -> Screen:
    """To the person who is to stand in; the days are ISO dates."""
    words = text(
        "substitute-named",
        school=brief(school, _NAME),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
    )
    return Screen(words, (HOME_ROW,))


def known(school: str, first: str, last: str, name: str) -> Screen:
    """To the head whom somebody else found a substitute for."""
    words = text(
        "substitute-known",
        school=brief(school, _NAME),
        name=shortened(name, _NAME),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
    )
    return Screen(words, (HOME_ROW,))


def _line(found: Substitution) -> Text:
    key = "substitute-now" if found.begun else "substitute-later"
    return text(key, name=shortened(found.name, _NAME), first=found.first_on, last=found.last_on)
