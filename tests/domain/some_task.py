"""A task for tests of the rules about tasks."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.local_time import day_begins, day_ends
from bot.domain.tasks import Task, TaskState

ZONE = "Asia/Yekaterinburg"
LAUNCH = datetime(2026, 9, 1, 4, tzinfo=UTC)


def some_task(
    *,
    start: date | None = None,
    end: date | None = None,
    state: TaskState = TaskState.OPEN,
    school: int | None = None,
    body: int | None = None,
    responsible: str = "",
    changed_at: datetime = LAUNCH,
    id: int = 1,
) -> Task:
    return Task(
        id=id,
        district_id=1,
        zone=ZONE,
        activity_id=id,
        plan_id=1,
        position=id,
        number="1.2",
        title="Провести мониторинг",
        section="",
        result="",
        responsible_text="",
        label="",
        school_id=school,
        organisation_id=body,
        responsible=responsible,
        window_start=start,
        window_end=end,
        checkpoint=False,
        state=state,
        opens_at=day_begins(start, ZONE) if start else LAUNCH,
        due_at=day_ends(end, ZONE) if end else None,
        changed_at=changed_at,
    )
