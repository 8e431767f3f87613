"""Deadlines as a calendar program keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One task's last day; by its id and ``sequence`` a program finds it again and takes what is newer."""

    task_id: int
    sequence: int  # how often its days were changed
    changed_at: datetime
    number: str
    title: str
    label: str
    result: str
    responsible: str  # "" for the coordinator
    window_start: date | None
    last_day: date
    done: bool
    withdrawn: bool  # a correction of the plan asks for it no more


@dataclass(frozen=True, slots=True)
class Calendar:
    owner: str  # a person's or a school's name
    entries: tuple[CalendarEntry, ...]
