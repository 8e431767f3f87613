"""When a person is written to: the local hour, and the days that are held, never dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.days_off import Calendar
from bot.domain.local_time import next_local_hour

HOURS = range(6, 21)  # of a morning, as a person may choose it
WEEKDAYS = frozenset(range(1, 7))  # ISO; on a Sunday nobody is written to
QUIET_FROM = 21  # local hour; a message that is late by then waits for the morning


@dataclass(frozen=True, slots=True)
class Habits:
    """What a person has chosen."""

    hour: int | None = None  # None: the district's
    weekdays: frozenset[int] = WEEKDAYS
    paused_until: date | None = None  # the first day on which they are written to again

    def paused_on(self, day: date) -> bool:
        return self.paused_until is not None and day < self.paused_until


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One person's days and hours."""

    zone: str
    hour: int  # local, of the daily message
    calendar: Calendar = field(default_factory=Calendar)
    habits: Habits = field(default_factory=Habits)

    def writes_at(self, now: datetime) -> bool:
        """No message on a day off or of leave, before the morning hour or late in the evening."""
        local = now.astimezone(ZoneInfo(self.zone))
        return self.hour <= local.hour < self._quiet_hour and self.writes_on(local.date())

    def writes_on(self, day: date) -> bool:
        if day.isoweekday() not in self.habits.weekdays or self.habits.paused_on(day):
            return False
        return not self.calendar.is_off(day)

    def next_morning(self, after: datetime) -> datetime:
        """When to look again, in UTC: every local day, since a day off is told from the others then."""
        return next_local_hour(after, self.zone, self.hour)

    def soonest(self, after: datetime) -> datetime:
        """``after`` itself, or the first later morning that is not quiet."""
        while not self.writes_at(after):
            after = self.next_morning(after)
        return after

    def quiet_from(self, day: date) -> datetime:
        """The moment, in UTC, from which the message of ``day`` would come too late in the evening."""
        return datetime.combine(day, time(self._quiet_hour), ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def _quiet_hour(self) -> int:
        """A morning hour as late as that still has its hour."""
        return max(QUIET_FROM, self.hour + 1)
