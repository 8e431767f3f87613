"""A calendar's ways: a file, a secret address, and its end."""

from __future__ import annotations

from bot.domain.calendar import Calendar
from bot.screen import File, Row, Screen, Text, button, lines, text
from bot.use_cases.calendars import CalendarCard
from handlers.shared import HOME_ROW, shortened

_NAME = 60  # characters of an owner's name in a file's


def calendar(card: CalendarCard, address: str) -> Screen:
    """Without a public address of the bot there is no subscription, and the person is told why."""
    rows: list[Row] = [(button("button-calendar-file", "calendar-file", card.school_id),)]
    if address:
        again = "button-calendar-again" if card.subscribed else "button-calendar-link"
        rows.append((button(again, "calendar-link", card.school_id),))
    if card.subscribed:
        rows.append((button("button-calendar-unlink", "calendar-unlink", card.school_id),))
    how = text("calendar-how" if address else "calendar-no-address")
    words = lines(text("calendar", owner=card.owner), how, separator="\n\n")
    return Screen(words, (*rows, HOME_ROW))


def file_name(owner: str) -> Text:
    return text("calendar-file-name", owner=shortened(owner, _NAME))


def file(found: Calendar, school_id: int, made: File) -> Screen:
    back = (button("button-calendar", "calendar", school_id),)
    if not found.entries:
        return Screen(text("calendar-empty", owner=found.owner), (back, HOME_ROW))
    words = text("calendar-file", owner=found.owner, n=len(found.entries))
    return Screen(words, (back, HOME_ROW), files=(made,), fresh=True)


def subscribed(school_id: int, address: str) -> Screen:
    rows = (
        (button("button-calendar-unlink", "calendar-unlink", school_id),),
        (button("button-calendar", "calendar", school_id),),
    )
    return Screen(text("calendar-subscribed", address=address), (*rows, HOME_ROW))


def ended(card: CalendarCard) -> Screen:
    back = (button("button-calendar", "calendar", card.school_id),)
    return Screen(text("calendar-ended", owner=card.owner), (back, HOME_ROW))
