"""What is said and decided of reports, one by one and in a row."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, WATCHERS

ROWS: tuple[Row, ...] = (
    # Decisions: the head's, then the coordinator's.
    *presses("head", "confirming:0", "due-confirming", "confirm:{task.reported}:1"),
    *presses("coordinator", "accepting:0", "due-accepting", "undated:0", "due-undated"),
    *presses(COORDINATOR, "accept:{task.confirmed}:1"),
    # Who looks in says what they see, and decides on nothing.
    *presses("expert curator", "reported:0"),
    *presses(WATCHERS, "remarks:{task.reported}:0"),
    *presses("expert* curator", "remark:{task.reported}"),
    Row("text remark", "Приложите протокол", "expert* curator", data={"task": "{task.reported}"}),
    # A queue is one's own; what is decided on in it is the place's.
    *presses("head", "each:confirm", "each-next:confirm:0", "batch:confirm:all:0"),
    *presses("coordinator", "each:accept", "each-next:accept:0", "batch:accept:all:0", "batch-places:0"),
    *presses("head", "batch-yes:confirm:all:0"),  # of what was not shown: the fresh queue
    *presses("coordinator", "batch-yes:accept:all:0"),
    *presses("head", "each-yes:confirm:{task.reported}:1:0", "each-return:confirm:{task.reported}:1:0"),
    *presses(COORDINATOR, "each-yes:accept:{task.confirmed}:1:0", "each-return:accept:{task.confirmed}:1:0"),
    # The district has no usual words yet.
    *presses("", "each-return-for:accept:{task.confirmed}:1:0:1", stale="head coordinator*"),
    *presses("", "return-for:{task.reported}:1:1", stale="head coordinator*"),
    Row(
        "text each-return",
        "Нет протокола",
        COORDINATOR,
        data={"queue": "accept", "task": "{task.confirmed}", "version": 1, "index": 0},
    ),
    *presses("head", "return:{task.reported}:1", stale=COORDINATOR),
    *presses(COORDINATOR, "return:{task.confirmed}:1", stale="head"),
    Row(
        "text return-reason",
        "Нет протокола",
        "head",
        stale=COORDINATOR,
        data={"task": "{task.reported}", "version": 1},
    ),
)
