"""What people are written unasked, and when."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, WRITTEN_TO

ROWS: tuple[Row, ...] = (
    # One's own hours and days; teachers get no message of the day.
    *presses(WRITTEN_TO, "habits", "habits-hours", "habits-hour:7", "habits-day:6"),
    *presses(WRITTEN_TO, "habits-pause", "habits-resume"),
    Row("text habits-pause", "20 октября", WRITTEN_TO),
    # When nobody in the district is written to.
    *presses(COORDINATOR, "days-off:{district}:0", "days-off-add:{district}", "saturday:{district}"),
    *presses(COORDINATOR, "days-off-drop:{break}"),
    *presses(COORDINATOR, "ladder:{district}", "ladder-kind:{district}:day", "ladder-usual:{district}"),
    *presses(COORDINATOR, "ladder-turn:{district}:day:open", "ladder-after:{district}:head"),
    *presses(COORDINATOR, "ladder-after-set:{district}:head:5"),
    *presses(COORDINATOR, "ladder-authority:{body}"),
    Row("text days-off-add", "с 26 по 30 октября: каникулы", COORDINATOR, data={"district": "{district}"}),
    # Digests: a coordinator's own districts, a head's and a curator's own schools.
    *presses("coordinator curator head", "digest", "due-digest"),
    *presses("coordinator", "digest-group:overdue:0"),
    *presses("curator head", "weeks:0", "week-day", "week-day-set:3"),
    *presses("", "week-day-set:7", stale="curator head"),  # nobody is written to on a Sunday
)
