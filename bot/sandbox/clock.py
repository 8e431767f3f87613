"""The sandbox's time: dates of messages, life of updates and presses, and rate limits follow it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Anything that answers «now» as an aware datetime."""


class SandboxClock:
    """Runs with real time, or stands still at ``start``; either can be moved, also backwards."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the sandbox's clock needs an aware datetime")
        self._start = start
        self._shift = timedelta()

    def now(self) -> datetime:
        base = self._start if self._start is not None else datetime.fromtimestamp(time.time(), UTC)
        return base + self._shift

    __call__ = now

    def move(self, by: timedelta) -> None:
        self._shift += by

    def set(self, at: datetime) -> None:
        self._shift += at - self.now()
