"""How a person's tasks are put together in a list."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.local_time import local_day
from bot.domain.tasks import Task, TaskState


class Group(StrEnum):
    """How a person's tasks are put together, the most urgent first."""

    OVERDUE = "overdue"
    RETURNED = "returned"
    TODAY = "today"
    THIS_WEEK = "this-week"
    LATER = "later"
    WAITING = "waiting"  # for a date


def group_of(task: Task, now: datetime) -> Group:
    """Where a task that is still to be done stands in the list; a week ends on Sunday."""
    today = local_day(now, task.zone)
    if task.state is TaskState.WAITING:
        return Group.WAITING
    if task.is_overdue(now):
        return Group.OVERDUE
    if task.state is TaskState.RETURNED:
        return Group.RETURNED
    if task.window_end == today:
        return Group.TODAY
    sunday = today + timedelta(days=6 - today.weekday())
    return Group.THIS_WEEK if task.window_end and task.window_end <= sunday else Group.LATER
