"""The living plan, its levels, corrections and versions."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, MANAGED, PLANNERS, READERS

ROWS: tuple[Row, ...] = (
    # The living plan.
    *presses(READERS, "plan:{plan}", "sections:{plan}:0", "section:{section}:0"),
    *presses(READERS, "activity:{activity}", "activity-tasks:{activity}:0"),
    *presses(READERS, "filter:{plan}:-:0", "filter-by:{plan}:s:-:0"),
    Row("command plan", "", READERS),
    *presses(COORDINATOR, "plan-unread:{plan}:0", "plan-past:{plan}"),
    *presses("coordinator* expert*", "plan-export:{plan}"),
    *presses("coordinator* expert* curator* head* deputy*", "progress:{district}"),
    *presses("coordinator* expert* curator* head* deputy*", "progress-page:{district}:0"),
    *presses("coordinator* expert* curator* head* deputy*", "progress-months:{district}"),
    *presses("coordinator* expert* curator* head* deputy*", "progress-terms:{district}:0"),
    *presses("coordinator* expert* curator* head* deputy*", "progress-paper:{district}:1"),
    Row("command chart", "", "coordinator expert curator head deputy"),
    # A school's plan is read by its own people and by those of the district, and run by its own staff.
    *presses("coordinator* expert* curator head deputy", "plan:{plan.school}", "versions:{plan.school}:0"),
    *presses("coordinator* expert* head deputy", "plan-export:{plan.school}"),
    *presses(PLANNERS, "steward:{plan.school}", "correct-rows:{plan.school}", "next-year:{plan.school}"),
    *presses(PLANNERS, "launch-undo-yes:{plan.school}"),
    # Whether the head is asked is not the deputy's to say; of the school's plan nobody else is asked.
    *presses(MANAGED, "levels:{plan.school}", "level:{plan.school}:head:0", "proof:{plan.school}:0"),
    *presses("", "level:{plan.school}:coordinator:0", stale=MANAGED),
    # The living plan as a whole, its correction and its versions.
    *presses(COORDINATOR, "levels:{plan}", "level:{plan}:head:0", "level:{plan}:coordinator:0"),
    *presses(COORDINATOR, "proof:{plan}:0"),
    *presses(COORDINATOR, "steward:{plan}", "next-year:{plan}", "next-year-yes:{plan}"),
    *presses(COORDINATOR, "correct:{plan}", "correct-file:{plan}", "correct-rows:{plan}"),
    Row("file correct-file", "plan.txt", COORDINATOR, data={"plan": "{plan}"}),
    *presses(COORDINATOR, "correction:{plan}", world="corrected"),
    *presses(COORDINATOR, "change:{plan}:{change@A}", "change-refuse:{plan}:{change@A}", world="corrected"),
    *presses(COORDINATOR, "correction-apply:{plan}", "correction-apply-yes:{plan}", world="corrected"),
    Row("text correction-reason", "Приказ", COORDINATOR, "corrected", data={"plan": "{plan}"}),
    Row(
        "press correct-by",
        "correct-by:{plan.spare}:{plan@A}",
        COORDINATOR,
        "corrected",
        says="error-correction-exists",
    ),
    *presses(READERS, "versions:{plan}:0", "version:{version}:0", world="corrected"),
    *presses(COORDINATOR, "archive:{plan}"),
    *(
        Row(f"press {key}", f"{key}:{{plan}}", COORDINATOR, says="error-undo-reports")
        for key in ("launch-undo", "launch-undo-yes")
    ),
    Row("press archive-yes", "archive-yes:{plan}", COORDINATOR, says="error-archive-early"),
)
