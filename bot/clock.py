"""The one place that reads the clock. Everything else is told the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def __call__(self) -> datetime:
        """The present moment, in UTC."""
        ...


def system_clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - this is the clock module


class SimulatedClock:
    """A clock that stands still until it is moved; for the tour and the tests."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move_to(self, moment: datetime) -> None:
        if moment < self.now:
            raise ValueError("a simulated clock only moves forward")
        self.now = moment

    def advance(self, step: timedelta) -> None:
        self.move_to(self.now + step)
