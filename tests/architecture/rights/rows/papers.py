"""What is made of a plan: documents, packages, calendars."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, WRITTEN_TO

_CALENDAR = ("calendar", "calendar-file", "calendar-link", "calendar-unlink")

ROWS: tuple[Row, ...] = (
    # Papers of the whole are the district's, those of a school its own.
    *presses("coordinator* expert*", "papers:{district}:0:0", "papers-of:{plan}:0"),
    *presses("coordinator* expert*", "paper:plan:{plan}:0:-:docx"),
    *presses("coordinator* expert*", "paper:district:{plan}:0:20260901-20261231:docx"),
    *presses("coordinator* expert*", "paper-period:letter:{plan}:0", "paper-dates:protocol:{plan}:0"),
    *presses("coordinator* expert*", "papers-rows:{plan}:0:0", "attendance:{plan}:0:{activity@A}:docx"),
    *presses("coordinator* expert*", "papers-package:{plan}:0", "papers-tables:{plan}:0"),
    *presses("coordinator* expert* head deputy", "papers-data:csv:{plan@A}:{school}"),
    *presses("coordinator* expert* head deputy", "papers-data:json:{plan@A}:{school}"),
    *presses(COORDINATOR, "templates:{district}"),
    *presses(COORDINATOR, *(f"template{act}:{{district}}:letter" for act in ("", "-get", "-send", "-ours"))),
    Row(
        "file template",
        "plan.txt",
        COORDINATOR,
        data={"district": "{district}", "kind": "letter"},
        says="error-template-broken",
    ),
    # Deadlines: one's own, and of a school for those who see its tasks.
    *presses(WRITTEN_TO, *(f"{act}:0" for act in _CALENDAR)),
    *presses("coordinator* expert* curator head deputy", *(f"{act}:{{school}}" for act in _CALENDAR)),
    *presses("coordinator* expert* head deputy", "papers-package:{plan@A}:{school}"),
    Row(
        "text paper-dates",
        "октябрь 2026",
        "coordinator* expert* head deputy",
        data={"kind": "school", "plan": "{plan@A}", "school": "{school}"},
    ),
    *presses("coordinator* expert* head deputy", "papers-of:{plan@A}:{school}"),
    *presses("coordinator* expert* head deputy", "paper:plan:{plan@A}:{school}:-:docx"),
    *presses("coordinator* expert* head deputy", "paper:plan:{plan.school}:{school@A1}:-:docx"),
)
