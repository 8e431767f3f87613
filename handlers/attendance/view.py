"""Meetings: the organiser's list and card, and the one press of whoever is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.attendance import Attendee, Event
from bot.domain.names import brief
from bot.screen import File, Row, Screen, Text, button, lines, text
from bot.use_cases.attendance import Invitation, Register
from handlers.shared import HOME_ROW, PAGE, page_of, pager, role_in_place, shortened
from storage.plans import Activity

_TITLE, _PLACE = 150, 80  # characters shown in a list
_NAMES = 15  # people a message holds


def events(found: Sequence[Event], district_id: int, page: int) -> Screen:
    shown, page = page_of(found, page, PAGE - 1)
    new = (button("button-event-new", "event-new", district_id, 0),)
    if not found:
        return Screen(text("events-none"), (new, HOME_ROW))
    rows: list[Row] = [
        (button(text("literal", words=shortened(f"{event.held_on:%d.%m} {event.title}")), "event", event.id),)
        for event in shown
    ]
    rows += pager("events", district_id, page=page, total=len(found), size=PAGE - 1)
    return Screen(lines(text("events"), lines(*map(_line, shown)), separator="\n\n"), (new, *rows, HOME_ROW))


def choose_row(found: Sequence[Activity], district_id: int, page: int) -> Screen:
    shown, page = page_of(found, page, PAGE - 1)
    rows: list[Row] = [(button("button-event-free", "event-free", district_id),)]
    rows += [
        (
            button(
                text("literal", words=shortened(f"{row.number} {row.title}".strip())),
                "event-row",
                district_id,
                row.id,
            ),
        )
        for row in shown
    ]
    rows += pager("event-new", district_id, page=page, total=len(found), size=PAGE - 1)
    titles = (
        text("event-row-line", number=row.number or "—", title=shortened(" ".join(row.title.split()), _TITLE))
        for row in shown
    )
    words = lines(text("event-choose-row" if found else "event-no-rows"), lines(*titles), separator="\n\n")
    return Screen(words, (*rows, _back(district_id)))


def ask_title(district_id: int) -> Screen:
    return Screen(text("event-ask-title"), (_back(district_id),))


def ask_day(title: str, district_id: int) -> Screen:
    today = (button("button-event-today", "event-today"),)
    return Screen(text("event-ask-day", title=title), (today, _back(district_id)))


def card(event: Event, bot_username: str) -> Screen:
    head = text("event", title=event.title, day=event.held_on, n=event.present)
    way = (
        text("event-open", code=event.code, link=link(event, bot_username))
        if event.is_open
        else text("event-closed")
    )
    people = (
        button("button-event-people", "event-people", event.id, 0),
        button("button-event-sheet", "event-sheet", event.id),
    )
    if event.is_open:
        turn: Row = (
            button("button-event-qr", "event-qr", event.id),
            button("button-event-close", "event-close", event.id),
        )
    else:
        turn = (button("button-event-reopen", "event-reopen", event.id),)
    return Screen(lines(head, way, separator="\n\n"), (turn, people, _back(event.district_id)))


def qr(event: Event, png: Callable[[], bytes]) -> Screen:
    """A picture for a projector or a door, with the code word for whose camera does not read it."""
    words = text("event-qr", title=event.title, code=event.code)
    file = File("qr.png", png, kind="photo")
    return Screen(words, (_to_event(event),), files=(file,), fresh=True)


def people(found: Register, page: int) -> Screen:
    event = found.event
    shown, page = page_of(found.attendees, page, _NAMES)
    names = (
        text("event-person", index=page * _NAMES + i, who=attendee(one))
        for i, one in enumerate(shown, start=1)
    )
    told = lines(*names) if shown else text("event-nobody")
    more = pager("event-people", event.id, page=page, total=len(found.attendees), size=_NAMES)
    words = lines(
        text("event", title=event.title, day=event.held_on, n=event.present), told, separator="\n\n"
    )
    return Screen(words, (*more, _to_event(event)))


def sheet(found: Register, file: File) -> Screen:
    words = text("event-sheet", title=found.event.title, n=len(found.attendees))
    return Screen(words, (_to_event(found.event),), files=(file,), fresh=True)


def invitation(found: Invitation) -> Screen:
    """To whoever opened the link or typed the code word."""
    event = found.event
    about = {"title": event.title, "day": event.held_on}
    if not event.is_open:
        return Screen(text("event-marked-closed" if found.marked else "event-over", **about), (HOME_ROW,))
    if found.marked:
        undo = (button("button-event-not-here", "event-not-here", event.token),)
        return Screen(text("event-marked", **about), (undo, HOME_ROW))
    return Screen(
        text("event-invites", **about), ((button("button-event-here", "event-here", event.token),), HOME_ROW)
    )


def link(event: Event, bot_username: str) -> str:
    return f"https://t.me/{bot_username}?start=at_{event.token}"


def attendee(one: Attendee) -> Text:
    return text("event-attendee", name=one.name, role=role_in_place(one.role, brief(one.place, _PLACE)))


def _line(event: Event) -> Text:
    key = "event-line-open" if event.is_open else "event-line"
    return text(key, day=event.held_on, title=shortened(event.title, _TITLE), n=event.present)


def _to_event(event: Event) -> Row:
    return (button("button-event", "event", event.id), *HOME_ROW)


def _back(district_id: int) -> Row:
    return (button("button-events", "events", district_id, 0), *HOME_ROW)
