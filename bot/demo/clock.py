"""The demo's clock: stands still while the stage is set, then goes on by itself."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from bot.clock import SimulatedClock


class DemoClock(SimulatedClock):
    """From ``run`` on it follows real time, so that waits end; it can be moved forward all the same."""

    _mark: float | None = None

    def __call__(self) -> datetime:
        passed = 0.0 if self._mark is None else time.monotonic() - self._mark
        return self.now + timedelta(seconds=passed)

    def run(self) -> None:
        self._mark = time.monotonic()

    def move_to(self, moment: datetime) -> None:
        super().move_to(moment)
        if self._mark is not None:
            self._mark = time.monotonic()
