"""An event loop whose time passes only while everybody waits: hours in seconds, and the same each run."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

START = datetime(2026, 9, 7, 5, tzinfo=UTC)
# Real seconds of silence before virtual time is passed over: a thread or a socket may be about to speak.
# A long wait is likelier somebody's patience than somebody's pace, so that it is believed less easily.
_SILENCE = 0.001
_LONG, _LONG_SILENCE = 0.5, 0.1

# A turn of the loop takes no time, but for this: a timer set a hair's breadth ahead has to be reached.
_TURN = 1e-6


class _Selector(selectors.DefaultSelector):
    """Never sleeps through a timer: it tells its loop that the time has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.passed += _TURN
        if timeout is None or timeout <= 0:
            return super().select(timeout)
        ready = super().select(_SILENCE if timeout < _LONG else _LONG_SILENCE)
        if not ready:
            self.passed += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """``time()`` stands still while code runs."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.passed


def virtual_clock() -> datetime:
    """The loop's time as a moment: a clock for the bot and for the sandbox alike."""
    return START + timedelta(seconds=asyncio.get_running_loop().time())


def run_virtually(story: Coroutine[Any, Any, Any]) -> Any:
    """The story's result, told by a loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(story)
