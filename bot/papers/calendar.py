"""Deadlines as an iCalendar file: whole days, each under a name of its own that never changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.calendar import Calendar, CalendarEntry

if TYPE_CHECKING:
    import icalendar

REFRESHED = "PT6H"  # how often a subscriber should ask again
_PRODUCT = "-//Vekhi//Road map//RU"


def calendar_file(calendar: Calendar, host: str) -> bytes:
    """ICS (RFC 5545). ``host`` makes the names of events this bot's own: two bots may have a task 1."""
    import icalendar  # noqa: PLC0415 - takes a while, and few ask for calendars

    made = icalendar.Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", calendar.owner)
    made.add("refresh-interval", icalendar.vText(REFRESHED), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", REFRESHED)
    for entry in calendar.entries:
        made.add_component(_event(entry, host))
    return bytes(made.to_ical())


def _event(entry: CalendarEntry, host: str) -> icalendar.Event:
    import icalendar  # noqa: PLC0415

    event = icalendar.Event()
    event.add("uid", f"task-{entry.task_id}@{host}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.last_day)
    event.add("dtend", entry.last_day + timedelta(days=1))  # the day after, not included
    done = "Сделано:" if entry.done else ""
    event.add("summary", " ".join(filter(None, (done, entry.number, entry.title))))
    event.add("description", "\n".join(filter(None, (entry.label, entry.result, entry.responsible))))
    event.add("transp", "TRANSPARENT")  # a deadline makes nobody busy
    event.add("status", "CANCELLED" if entry.withdrawn else "CONFIRMED")
    return event
