"""Who leaves, who goes on, and the messages that say so."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.names import brief
from bot.screen import Button, Row, Screen, Texts, button, lines, text
from bot.use_cases.leaving import Leaver, Leaving, SeenOff, Workplace
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened

_NAME = 60  # characters shown of a person or a place
_A_PAGE = PAGE - 2


def leavers(place: Workplace, found: Sequence[Leaver], page: int) -> Screen:
    shown, page = page_of(found, page)
    words = lines(
        text("leaving", place=place.name),
        lines(*map(_line, shown)) if shown else text("leaving-nobody"),
        separator="\n\n",
    )
    rows: list[Row] = [
        (button(text("literal", words=shortened(one.person.name)), "leave", place.word, one.person.id, 0),)
        for one in shown
    ]
    rows += pager("leaving", place.word, page=page, total=len(found))
    return Screen(words, (*rows, (_to_staff(place), *HOME_ROW)))


def successors(found: Leaving, page: int) -> Screen:
    """With something begun it is asked who goes on with it; without, only whether it is so."""
    place, leaver = found.workplace, found.leaver
    held = leaver.drafts + leaver.given
    shown, page = page_of(found.successors if held else (), page, _A_PAGE)
    words = lines(
        _line(leaver),
        text("leaving-what"),
        text("leaving-held", successors=len(found.successors)) if held else None,
        separator="\n\n",
    )
    person = leaver.person.id
    rows: list[Row] = [
        (button(text("button-leave-to", name=shortened(p.name, 20)), "leave-yes", place.word, person, p.id),)
        for p in shown
    ]
    if held:
        rows += pager("leave", place.word, person, page=page, total=len(found.successors), size=_A_PAGE)
    alone = "button-leave-keep" if held else "button-leave-yes"
    rows.append((button(alone, "leave-yes", place.word, person, 0),))
    return Screen(words, (*rows, (button("button-leaving-back", "leaving", place.word, 0), *HOME_ROW)))


def seen_off(done: SeenOff) -> Screen:
    words = lines(
        text("leaving-done", name=done.leaver.person.name, place=done.workplace.name),
        text("leaving-successor", name=done.successor) if done.successor else None,
        _held(done.drafts, done.leaver.given) if done.successor else None,
    )
    return Screen(words, ((_to_staff(done.workplace), *HOME_ROW),))


def left(place: str) -> Screen:
    return Screen(text("left", place=brief(place, _NAME)), (HOME_ROW,))


def left_known(name: str, place: str, successor: str) -> Screen:
    words = lines(
        text("left-known", name=shortened(name, _NAME), place=brief(place, _NAME)),
        text("left-successor", name=shortened(successor, _NAME)) if successor else None,
        separator=" ",
    )
    return Screen(words, (HOME_ROW,))


def handed_over(name: str, drafts: int, given: int) -> Screen:
    """To the successor."""
    words = lines(text("handed-over", name=shortened(name, _NAME)), _held(drafts, given))
    return Screen(words, ((button("button-my-tasks", "tasks", 0), *HOME_ROW),))


def _line(found: Leaver) -> Texts:
    roles = Texts(tuple(text(f"role-{role.value}") for role in found.roles), ", ")
    who = text("leaving-person", name=shortened(found.person.name, _NAME), role=roles)
    return lines(who, _held(found.drafts, found.given), separator=" · ")


def _held(drafts: int, given: int) -> Texts | None:
    parts = (
        text("leaving-drafts", n=drafts) if drafts else None,
        text("leaving-given", n=given) if given else None,
    )
    found = lines(*parts, separator=" · ")
    return found if found.parts else None


def _to_staff(place: Workplace) -> Button:
    if place.place.school_id:
        return button("button-staff", "staff", place.place.school_id)
    return button("button-staff", "staff-body", place.place.organisation_id)
