"""Reports, from the first word to the one that is taken back."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import AUTHOR, DOERS, WATCHERS

ROWS: tuple[Row, ...] = (
    # Reports: a draft is its author's alone.
    *presses(DOERS, "report:{task.open}", "due-report:{task.open}"),
    *presses(AUTHOR, "report-step:{report.draft}:words", "report-outcome:{report.draft}:done"),
    *presses(AUTHOR, "report-skip:{report.draft}:words", "report-files:{report.draft}"),
    *presses(AUTHOR, "report-again:{report.draft}", "report-again-yes:{report.draft}"),
    *presses(AUTHOR, "report-send:{report.draft}:0", "report-send-yes:{report.draft}:0"),
    *presses("", "report-same:{report.draft}", stale=AUTHOR),  # of what goes on all the time
    *presses(DOERS, "several:0", "several-tick:{task.open}:0", "several-clear", "several-next"),
    *presses(DOERS, "several-outcome:done", "several-send:all"),
    *(
        Row(key, act, DOERS, says="error-several-empty", data={"outcome": "done"})
        for key, act in (
            ("press several-wordless", "several-wordless:done"),
            ("text several-words", "Провели"),
        )
    ),
    Row("file several-words", "справка.txt", DOERS, says="error-several-file"),
    *presses(WATCHERS, "report-versions:{task.reported}:0", "version-files:{task.reported}:1"),
    *presses("=deputy A1", "take-back:{task.reported}:1", "take-back-yes:{task.reported}:1"),
    Row("text report-words", "Провели", AUTHOR, data={"report": "{report.draft}"}),
    Row("text report-people", "12", AUTHOR, data={"report": "{report.draft}"}),
    Row("file report-evidence", "справка.txt", AUTHOR, data={"report": "{report.draft}"}),
    *presses("", "report-send:{report.sent}:0", "report-outcome:{report.sent}:done", stale=AUTHOR),
    *(
        Row(route, "справка.txt", DOERS, says=error)
        for route, error in (
            ("file report-words", "error-report-words-first"),
            ("file report-people", "error-report-people-first"),
            ("text report-evidence", "error-report-file-awaited"),
        )
    ),
)
