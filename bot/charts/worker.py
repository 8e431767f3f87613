"""One process that draws, so that the bot's own process never waits for a picture."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from bot.charts.progress import ProgressChart, draw_progress
from bot.charts.risk_profile import RiskChart, draw_risk_profile

Chart = ProgressChart | RiskChart

CACHED = 64  # pictures, at most 150 KB each


def draw_chart(chart: Chart) -> bytes:
    """PNG of any chart, drawn in this process."""
    return draw_progress(chart) if isinstance(chart, ProgressChart) else draw_risk_profile(chart)


class ChartWorker:
    """Draws in a process of its own, which is started by the first picture and again after its death.

    Equal data are drawn once: a chart is its own key in the cache.
    """

    def __init__(self, cached: int = CACHED) -> None:
        self._cached = cached
        self._cache: OrderedDict[Chart, bytes] = OrderedDict()
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()  # also lets the second asker for one picture find it in the cache

    async def draw(self, chart: Chart) -> bytes:
        """PNG. A broken process is replaced once; raises BrokenProcessPool if the new one breaks too."""
        async with self._turn:
            if chart not in self._cache:
                self._cache[chart] = await self._drawn(chart)
            self._cache.move_to_end(chart)
            while len(self._cache) > self._cached:
                self._cache.popitem(last=False)
            return self._cache[chart]

    def close(self) -> None:
        """Ends the process; the next picture would start another."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    async def _drawn(self, chart: Chart) -> bytes:
        try:
            return await self._in_process(chart)
        except BrokenProcessPool:
            self.close()
            return await self._in_process(chart)

    async def _in_process(self, chart: Chart) -> bytes:
        if self._pool is None:
            # Not forked: a copy of the bot's process would hold its sockets and its database.
            self._pool = ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=_live_with_parent
            )
        return await asyncio.get_running_loop().run_in_executor(self._pool, _draw_tidily, chart)


def _draw_tidily(chart: Chart) -> bytes:
    """In the new process: figures are knots of cycles; swept at once they cost 65 MB less memory."""
    try:
        return draw_chart(chart)
    finally:
        gc.collect()


def _live_with_parent() -> None:
    """In the new process: leave Ctrl-C to the bot, and end when the bot has ended, even if killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)  # the pool would wait for work for ever
