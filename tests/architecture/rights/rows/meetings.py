"""Meetings that decide, and meetings that are attended."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, HOLDERS, OF_DISTRICT

_MEETING = {"district": "{district}", "activity": 0, "title": "Семинар"}

ROWS: tuple[Row, ...] = (
    # Meetings are the coordinator's.
    *presses(COORDINATOR, "meetings:{district}:0", "meeting:{meeting}", "meeting-new:{district}"),
    *presses(
        COORDINATOR, "meeting-decision:{meeting}", "meeting-protocol:{meeting}", "meeting-to-plan:{meeting}"
    ),
    Row("text meeting-day", "15 октября", COORDINATOR, data={"district": "{district}"}),
    Row("text meeting-decision", "Сверка; до 1 мая 2027; РМК", COORDINATOR, data={"meeting": "{meeting}"}),
    # Meetings: held by who leads a place, looked after by the coordinator, attended by the whole district.
    *presses(HOLDERS, "events:{district}:0", "event-new:{district}:0", "event-free:{district}"),
    *presses(HOLDERS, "event-row:{district@A}:{activity}"),
    Row("text event-title", "Семинар", HOLDERS, data={"district": "{district}"}),
    Row("text event-day", "15 октября 2026", HOLDERS, data=_MEETING),
    Row("press event-today", "event-today", HOLDERS, state="event-day", data=_MEETING),
    *presses(COORDINATOR, "event:{event}", "event-qr:{event}", "event-people:{event}:0"),
    *presses(COORDINATOR, "event-sheet:{event}", "event-close:{event}", "event-reopen:{event}"),
    Row("command start at", "{event.token}", OF_DISTRICT),
    *presses(OF_DISTRICT, "event-here:{event.token}", "event-not-here:{event.token}"),
)
