"""The bank of practices: what worked at one school, told so that another can do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.reports import Outcome, Report
from bot.domain.tasks import Task, TaskState

MAX_EFFECT = 500  # characters


class PracticeState(StrEnum):
    ASKED = "asked"  # the report's author has not said yet whether it may be read
    PUBLISHED = "published"
    DECLINED = "declined"  # by the author, at once or later; nobody reads it any more


@dataclass(frozen=True, slots=True)
class Practice:
    """The words are those of the report at the time of the offer: what its author agreed to."""

    id: int
    report_id: int
    district_id: int
    district: str
    author_id: int
    factor: int  # 1 … 10, see bot.domain.risk.FACTORS
    place: str  # the school's or body's name; "" for the coordinator
    title: str  # what was done, as the plan names it
    words: str  # as the report tells it
    effect: str
    state: PracticeState
    with_files: bool
    offered_at: datetime
    files: int  # of the report; links among them


def is_offerable(task: Task, report: Report) -> bool:
    """Whether a report may be shown to others as what worked: it was done, and nobody doubts it."""
    return task.state is TaskState.ACCEPTED and report.outcome is Outcome.DONE
