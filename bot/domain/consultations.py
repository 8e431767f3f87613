"""Hours at which the method office helps schools with a risk factor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import DomainError
from bot.domain.local_time import local_day
from bot.domain.reminders import Days

SEATS = (1, 3, 5, 10, 20, 30)  # to choose from
MAX_PLACE = 200  # characters of a room or a link
_CLOCK = re.compile(r"[\s,]+(?:в\s+|at\s+)?([01]?\d|2[0-3])[:.]([0-5]\d)\s*$")
_DAY_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Consultation:
    id: int
    district_id: int
    zone: str  # the district's
    factor: int  # 1 … 10
    starts_at: datetime  # UTC
    place: str
    seats: int
    host_id: int
    host: str
    cancelled: bool
    taken: int

    @property
    def free(self) -> int:
        return self.seats - self.taken

    @property
    def local_start(self) -> datetime:
        return self.starts_at.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    school: str  # "" for one of no school


@dataclass(frozen=True, slots=True)
class ConsultationRecord:
    """What was held, for a report: by factor how many hours and how many guests."""

    hours: Mapping[int, int]
    guests: Mapping[int, int]
    schools: int  # that came at least once


def split_clock(words: str) -> tuple[str, time]:
    """«15 декабря в 15:00» → («15 декабря», 15:00); raises where no time of day ends the words."""
    found = _CLOCK.search(words)
    if found is None:
        raise DomainError("error-consultation-clock")
    return words[: found.start()], time(int(found[1]), int(found[2]))


def moment_of(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(zone))


def is_reminded(starts_at: datetime, zone: str, days: Days) -> bool:
    """The day before and on the day itself, in the messages that have not spoken of it."""
    day = local_day(starts_at, zone)
    return days.today <= day and days.any_of((day - _DAY_BEFORE, day))
