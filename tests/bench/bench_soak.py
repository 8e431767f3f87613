"""Memory over a soak: ``make bench-soak [MINUTES=30]``. Not a test.

The installed bot as a process of its own, ten people who press every other second, a reminder every third;
what it holds in RAM every ten seconds, and the mean of each third of the time after it has warmed up.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.bench.bot_process import Neighbours, neighbours, percentile

PEOPLE = 10
EVERY = 2.0  # seconds between one person's presses
REMINDER_EVERY = timedelta(seconds=3)
LOOK_EVERY = 10.0  # seconds
WARM = 0.1  # of the time: every conversation and every query was met by then
FLAT = 1.03  # the last third beside the first


async def measure(minutes: float, folder: Path) -> int:
    seconds = minutes * 60
    async with neighbours(folder, PEOPLE) as bot:
        await bot.queue(int(seconds / REMINDER_EVERY.total_seconds()), each_due_in=REMINDER_EVERY)
        async with bot.serving():
            watching = asyncio.create_task(_watch(bot))
            waited = await bot.press_for(seconds, every=EVERY, by=bot.people)
            watching.cancel()
    held = bot.held
    warm = held[int(len(held) * WARM) :]
    thirds = [warm[len(warm) * n // 3 : len(warm) * (n + 1) // 3] for n in range(3)]
    means = [statistics.fmean(third) for third in thirds]
    sent = bot.sandbox.journal.of("sendMessage")
    print(
        f"{minutes:g} min, {len(waited)} presses, p99 {percentile(waited, 0.99):.2f} s; "
        f"memory, MiB: {' → '.join(f'{mean:.1f}' for mean in means)} (thirds), most {max(held):.1f}; "
        f"the journal's last {len(sent)} messages: {sum(e.outcome != 'ok' for e in sent)} refused"
    )
    return 0 if means[-1] <= means[0] * FLAT else 1


async def _watch(bot: Neighbours) -> None:
    while True:
        bot.held.append(bot.memory())
        await asyncio.sleep(LOOK_EVERY)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        sys.exit(asyncio.run(measure(float(sys.argv[1]) if len(sys.argv) > 1 else 30, Path(own))))
