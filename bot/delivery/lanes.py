"""Jobs of one lane run in order, jobs of different lanes at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)


class Lanes:
    def __init__(self) -> None:
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, lane: int, job: Callable[[], Awaitable[None]]) -> None:
        """Start ``job`` as soon as the lane's earlier jobs have ended, however they ended."""
        task = asyncio.create_task(self._run(self._last.get(lane), job))
        self._last[lane] = task
        self._tasks.add(task)
        task.add_done_callback(lambda ended: self._forget(lane, ended))

    async def finished(self) -> None:
        """Wait until every lane is empty."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def fewer_than(self, jobs: int) -> None:
        """Wait until fewer jobs than that are under way or waiting."""
        while len(self._tasks) >= jobs:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def cancel(self) -> None:
        """End what is running; jobs not begun never begin."""
        for task in self._tasks:
            task.cancel()
        await self.finished()

    async def _run(self, before: asyncio.Task[None] | None, job: Callable[[], Awaitable[None]]) -> None:
        if before:
            await asyncio.wait([before])
        try:
            await job()
        except Exception:
            logger.exception("a job failed")

    def _forget(self, lane: int, ended: asyncio.Task[None]) -> None:
        self._tasks.discard(ended)
        if self._last.get(lane) is ended:
            del self._last[lane]
