"""How schools do: examinations, targets, knowledge of subjects."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import OF_SCHOOL, PLANNERS

_SCORES = {"school": "{school}", "year": 2025, "half": 2}

ROWS: tuple[Row, ...] = (
    # Examinations: the expert writes them, who sees the school reads them.
    *presses("coordinator* expert* curator* head* deputy*", "exams:{district}:0", "due-exams:{district}"),
    *presses(OF_SCHOOL, "exam:{plan@A}:{school}"),
    *presses("expert*", "exam-write:{plan@A}:{school}:1", "exam-today:{plan@A}:{school}:1"),
    Row(
        "text exam-day",
        "1 сентября 2026",
        "expert*",
        data={"plan": "{plan@A}", "school": "{school}", "number": 1},
    ),
    Row(
        "text exam-words",
        "Наставники работают",
        "expert*",
        data={"plan": "{plan@A}", "school": "{school}", "number": 1, "day": "2026-09-01"},
    ),
    # What the plan wants in numbers: the district's for whom it concerns, a school's for its own.
    *presses("coordinator* expert*", "results:{district}:0", "targets:{plan}:0:0"),
    *presses(OF_SCHOOL, "results:{district@A}:{school}", "targets:{plan@A}:{school}:0"),
    *presses("coordinator* expert*", "targets-schools:{plan}:0", "target:{activity}:0:0"),
    *presses("coordinator* expert*", "matrix:{plan}:0:0", "matrix-sheet:{plan}:0"),
    *presses("coordinator* expert*", "matrix-row:{activity}:0"),
    *presses(OF_SCHOOL, "matrix:{plan@A}:{school}:0"),
    *presses(OF_SCHOOL, "target-of:{activity@A}:0:{school}"),
    *presses(PLANNERS, "target-ask:{activity@A}:0:{school}:value"),
    Row(
        "text target-figure",
        "12",
        PLANNERS,
        data={"activity": "{activity@A}", "index": 0, "school": "{school}", "point": "value"},
    ),
    # How well classes know subjects: a school sees itself, the coordinator every school.
    *presses(
        OF_SCHOOL, "scores:{school}", "scores-half:{school}:2025:2:0", "scores-subjects:{school}:2025:2"
    ),
    *presses("coordinator* expert*", "scores-all:{district}", "scores-all-half:{district}:2025:2:0"),
    *presses(PLANNERS, "scores-add:{school}:2025:2"),
    Row("text scores", "(7А Алг. 58)", PLANNERS, data=_SCORES),
    Row("file scores", "scores.csv", PLANNERS, data=_SCORES),
)
