"""Pictures drawn in a process of their own, each once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from functools import partial

from bot.charts.progress import ProgressChart, draw_progress
from bot.charts.risk_profile import RiskChart, draw_risk_profile
from bot.worker import Worker

Chart = ProgressChart | RiskChart

CACHED = 64  # pictures, at most 150 KB each


def draw_chart(chart: Chart) -> bytes:
    """PNG of any chart, drawn in this process."""
    return draw_progress(chart) if isinstance(chart, ProgressChart) else draw_risk_profile(chart)


class ChartWorker:
    """Draws in a process of its own. Equal data are drawn once: a chart is its own key in the cache."""

    def __init__(self, cached: int = CACHED) -> None:
        self._cached = cached
        self._cache: OrderedDict[Chart, bytes] = OrderedDict()
        self._worker = Worker()
        self._turn = asyncio.Lock()  # lets the second asker for one picture find it in the cache

    async def draw(self, chart: Chart) -> bytes:
        """PNG. A broken process is replaced once; raises BrokenProcessPool if the new one breaks too."""
        async with self._turn:
            if chart not in self._cache:
                self._cache[chart] = await self._worker.run(partial(draw_chart, chart))
            self._cache.move_to_end(chart)
            while len(self._cache) > self._cached:
                self._cache.popitem(last=False)
            return self._cache[chart]

    def close(self) -> None:
        """Ends the process; the next picture would start another."""
        self._worker.close()
