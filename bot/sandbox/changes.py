"""Waiting for a condition over the sandbox's state without polling it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Whoever changes the state announces it; whoever waits looks again. One event loop only."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def announce(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, holds: Callable[[], bool], within: float | None = None) -> bool:
        """True as soon as ``holds()``; False when ``within`` real seconds ran out."""
        loop = asyncio.get_running_loop()
        deadline = None if within is None else loop.time() + within
        while not holds():
            left = None if deadline is None else deadline - loop.time()
            if left is not None and left <= 0:
                return False
            waiter = loop.create_future()
            self._waiters.add(waiter)
            try:
                await asyncio.wait([waiter], timeout=left)
            finally:
                self._waiters.discard(waiter)
        return True
