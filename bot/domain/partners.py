"""A school that helps another: the pair, its contract, and what the two do together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.reminders import Days

MAX_EVENT = 200  # characters of a joint event's title
_BEFORE_THE_END = (timedelta(days=30), timedelta(days=7), timedelta())


@dataclass(frozen=True, slots=True)
class Partnership:
    id: int
    district_id: int
    host_id: int  # the school that helps
    host: str
    school_id: int
    school: str
    ends_on: date  # the contract's last day


@dataclass(frozen=True, slots=True)
class JointEvent:
    held_on: date
    title: str


def is_reminded(ends_on: date, days: Days) -> bool:
    """A month and a week before the contract's last day, and on it."""
    return days.today <= ends_on and days.any_of(ends_on - before for before in _BEFORE_THE_END)
