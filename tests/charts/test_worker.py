"""The drawing process: started late, replaced when it dies, gone when its bot is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

from bot.charts.drawing import draw_chart
from bot.charts.progress import ProgressChart, ProgressGroup, ProgressRow
from bot.charts.worker import ChartWorker
from bot.domain.progress import Tally

ROOT = Path(__file__).parents[2]


def chart(title: str) -> ProgressChart:
    rows = (ProgressRow("Кадры", "1 из 2", Tally(done=1, open=1)),)
    return ProgressChart(title, "", (), (ProgressGroup("По разделам", rows),))


async def test_a_killed_process_is_replaced_and_known_pictures_need_none() -> None:
    worker = ChartWorker(cached=1)
    assert active_children() == []
    try:
        assert await worker.draw(chart("а")) == draw_chart(chart("а"))
        (child,) = active_children()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert await worker.draw(chart("а")) == draw_chart(chart("а"))  # from the cache
        assert await worker.draw(chart("б")) == draw_chart(chart("б"))  # by a new process, and «а» is out
        (other,) = active_children()
        assert other.pid != child.pid
    finally:
        worker.close()
    assert active_children() == []


def test_a_killed_bot_leaves_no_process_behind() -> None:
    program = """
import asyncio, os, signal
from bot.charts.worker import ChartWorker
from tests.charts.test_worker import chart

if __name__ == "__main__":
    asyncio.run(ChartWorker().draw(chart("а")))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    # The pipe ends when its last holder has ended: the drawing process too, or the time-out tells.
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=240, check=False
    )
    assert done.returncode == -signal.SIGKILL
