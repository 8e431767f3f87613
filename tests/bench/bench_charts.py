"""Pictures in the drawing process: how long a warm one takes, one from the cache, and whether it grows.

    make bench-charts

Every sample of ``tests.charts.samples`` in turn, until ``--pictures`` have been drawn; each with a title of
its own, so that none is in the cache. Wall time: on a busy machine it says more of the machine.
"""
# ruff: noqa: T201

from __future__ import annotations

import argparse
import asyncio
from dataclasses import replace
from itertools import cycle, islice
from multiprocessing import active_children
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from bot.charts.drawing import Chart
from bot.charts.worker import ChartWorker
from tests.charts.samples import CHARTS

WARMING = 10  # pictures: fonts and the first figure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pictures", type=int, default=200)
    asyncio.run(_measure(parser.parse_args().pictures))


async def _measure(pictures: int) -> None:
    worker = ChartWorker()
    charts = [
        replace(chart, title=f"{chart.title} {number}")
        for number, chart in enumerate(islice(cycle(CHARTS.values()), WARMING + pictures))
    ]
    try:
        for chart in charts[:WARMING]:
            await worker.draw(chart)
        start, drawn, cached = _memory(), [], []
        for chart in charts[WARMING:]:
            drawn.append(await _seconds(worker, chart))
            cached.append(await _seconds(worker, chart))
        end = _memory()
    finally:
        worker.close()
    print(f"{'':12} {'median':>9} {'p95':>9} {'max':>9}")
    for name, times in (("drawn", drawn), ("from cache", cached)):
        p95 = quantiles(times, n=20)[-1]
        print(f"{name:12} {median(times) * 1000:6.1f} ms {p95 * 1000:6.1f} ms {max(times) * 1000:6.1f} ms")
    print(f"memory of the drawing process: {start:.0f} MiB, after {pictures} pictures {end:.0f} MiB")


async def _seconds(worker: ChartWorker, chart: Chart) -> float:
    start = perf_counter()
    await worker.draw(chart)
    return perf_counter() - start


def _memory() -> float:
    """MiB that the drawing process holds (Linux)."""
    (child,) = active_children()
    pages = int(Path(f"/proc/{child.pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


if __name__ == "__main__":
    main()
