"""Pictures drawn in a process of their own, each once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from functools import partial

from bot.charts.drawing import Chart, draw_chart
from bot.worker import Worker

CACHED = 64  # pictures, at most 150 KB each


class ChartWorker:
    """Draws in a process of its own. Equal data are drawn once: a chart is its own key in the cache."""

    def __init__(self, cached: int = CACHED) -> None:
        self._cached = cached
        self._cache: OrderedDict[tuple[Chart, bool], bytes] = OrderedDict()
        self._worker = Worker()
        self._turn = asyncio.Lock()  # lets the second asker for one picture find it in the cache

    async def draw(self, chart: Chart, *, dark: bool = False) -> bytes:
        """PNG. A broken process is replaced once; raises BrokenProcessPool if the new one breaks too."""
        key = (chart, dark)
        async with self._turn:
            if key not in self._cache:
                self._cache[key] = await self._worker.run(partial(draw_chart, chart, dark=dark))
            self._cache.move_to_end(key)
            while len(self._cache) > self._cached:
                self._cache.popitem(last=False)
            return self._cache[key]

    def close(self) -> None:
        """Ends the process; the next picture would start another."""
        self._worker.close()
