"""What self-diagnosis shows of a school, and what follows from it."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, MANAGED, PLANNERS

ROWS: tuple[Row, ...] = (
    # Answers by question: of a school its own, of all that are shown the coordinator's.
    *presses(MANAGED, "by-question-waves:{school}:0", "by-question:{wave.closed@A}:{school}:0"),
    *presses(
        MANAGED, "by-question-one:{wave.closed@A}:{school}:0:0", "by-question-file:{wave.closed@A}:{school}"
    ),
    *presses(COORDINATOR, "by-question:{wave.closed}:0:0", "by-question-one:{wave.closed}:0:0:0"),
    *presses("", "by-question:{wave.closed@B}:{school}:0"),
    Row(
        "press by-question-change",
        "by-question-change:{wave.closed@A}:{school}:{wave.closed@A}:0",
        MANAGED,
        says="error-results-one-wave",
    ),
    *presses(MANAGED, "profile-waves:{school}", "profile-radar:{wave.closed@A}:{school}"),
    *presses(MANAGED, "profile-why:{wave.closed@A}:{school}:3"),
    Row(
        "press profile-change",
        "profile-change:{wave.closed@A}:{school}:0",
        MANAGED,
        says="error-change-one-wave",
    ),
    *presses(MANAGED, "official:{school}", "official-set:{school}:3:high"),
    *presses("coordinator* head deputy teacher", "consensus:{school}"),
    Row("press consensus-new", "consensus-new:{school}", MANAGED, says="error-consensus-open"),
    *presses(MANAGED, "consensus-close:{meeting.open}"),
    *presses("head deputy teacher", "consensus-rate:{meeting.open}:3:high"),
    *presses(MANAGED, "consensus-agree:{meeting.closed}:3:high", "consensus-note:{meeting.closed}"),
    Row("text consensus-note", "3: так решили", MANAGED, data={"meeting": "{meeting.closed}"}),
    *presses(MANAGED, "programme:{school}"),
    *presses(COORDINATOR, "heat:{district}:0", "heat-factor:{district}:3", "gaps:{district}:0"),
    # Which rows answer a factor: the district's rows are judged by all its schools' leaders.
    *presses(PLANNERS, "gaps:{district@A}:{school}", "gap:{district@A}:{school}:3:0"),
    *presses(PLANNERS, "gap-nothing:{district@A}:{school}:0"),
    *presses("coordinator* head* deputy*", "gap-row:{activity}", "gap-say:{activity}:3:1"),
    *presses(MANAGED, "gap-add:{school}:3"),
    Row(
        "text gap-line",
        "Родительский клуб",
        MANAGED,
        data={"school": "{school}", "factor": 10, "words": {}},
    ),
)
