"""Tasks, and whose they are."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, DOERS, MANAGED, REFUSERS, WATCHERS

ROWS: tuple[Row, ...] = (
    Row("command tasks", "", WATCHERS),
    *presses(WATCHERS, "tasks:0", "tasks-sent:0", "due-tasks", "task:{task.open}", "due-task:{task.open}"),
    *presses(WATCHERS, "task-history:{task.open}:0", "task-documents:{task.reported}"),
    *presses(COORDINATOR, "task-date:{task.waiting}"),
    Row("text task-date", "до 15 марта 2027", COORDINATOR, data={"task": "{task.waiting}"}),
    *presses(DOERS, "put-off:{task.open}", "due-put-off:{task.open}", "put-off-days:{task.open}:3"),
    *presses(DOERS, "put-off-date:{task.open}"),
    Row("text put-off-date", "до 15 октября 2026", DOERS, data={"task": "{task.open}"}),
    # «Не моё»: one's own place alone; whoever stands above decides.
    *presses(REFUSERS, "not-mine:{task.open}", "due-not-mine:{task.open}", "not-mine-why:{task.open}:other"),
    Row("text not-mine", "Делает РМК", REFUSERS, data={"task": "{task.open}"}),
    *presses("=deputy A1", "mine-again:{task.refused}", stale="head"),
    *presses("coordinator head", "refusals:0", "due-refusals"),
    *presses(MANAGED, "refusal-back:{task.refused}:{refuser@A1}", "refusal-to:{task.refused}:{refuser@A1}"),
    *presses(MANAGED, "refusal-give:{task.refused}:{refuser@A1}:{heir@A1}"),
    # What rises, and what is held down.
    *presses("coordinator", "rising:0", "due-rising"),
    *presses(COORDINATOR, "hold-down:{task.open}:0", "card-hold-down:{task.open}"),
    *presses("", "let-rise:{task.open}:0", "card-let-rise:{task.open}", stale=COORDINATOR),
)
