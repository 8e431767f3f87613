"""How fast notices leave, what an idle beat costs, who waits for whom: ``make bench-delivery``. Not a test.

Four lines, or those that are named: fan-out, beat, presses, flood. The exit code is 1 when one is beyond what
README promises. Memory over half an hour has a command of its own, ``make bench-soak``.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

from tests.bench.bot_process import neighbours, percentile
from tests.bench.fan_out import fan_out
from tests.bench.idle_beat import idle_beat

PEOPLE = 20  # who press about every other second, each their own menu
EVERY = 2.0
SECONDS = 30.0
REMINDERS = 5_000
A_SECOND = 100  # presses of the one who floods
SHM = Path("/dev/shm")
AT_MOST = 2.0  # seconds, p99 of everybody else


async def presses(folder: Path) -> tuple[str, bool]:
    """People press while a long queue of reminders leaves."""
    async with neighbours(folder, PEOPLE, REMINDERS) as bot, bot.serving():
        waited = await bot.press_for(SECONDS, every=EVERY, by=bot.people)
        sent = bot.sandbox.journal.of("sendMessage")
        reminders = len(sent) - len(waited)
        p50, p99 = percentile(waited, 0.5), percentile(waited, 0.99)
    line = (
        f"presses beside {REMINDERS} reminders: {len(waited)} answered in p50 {p50:.2f} s, p99 {p99:.2f} s, "
        f"while {reminders} reminders left; refused for pace {sum(e.outcome.startswith('429') for e in sent)}"
    )
    return line, p99 <= AT_MOST


async def flood(folder: Path) -> tuple[str, bool]:
    """One person presses a hundred times a second, the others as ever."""
    async with neighbours(folder, PEOPLE + 1) as bot, bot.serving():
        flooder, *others = bot.people
        before = await bot.press_for(SECONDS, every=EVERY, by=others)
        ends, pressed = time.perf_counter() + SECONDS, 0

        async def flooding() -> None:
            nonlocal pressed
            began = time.perf_counter()
            while time.perf_counter() < ends:
                await flooder.press(data="invite:teacher:1", wait=False)
                pressed += 1
                await asyncio.sleep(began + pressed / A_SECOND - time.perf_counter())

        alone = asyncio.create_task(flooding())
        waited = await bot.press_for(SECONDS, every=EVERY, by=others)
        await alone
        p50, p99 = percentile(waited, 0.5), percentile(waited, 0.99)
    line = (
        f"flood: {pressed} presses of one person in {SECONDS:.0f} s; the others' {len(waited)} answered in "
        f"p50 {p50:.2f} s, p99 {p99:.2f} s; without a flood in {percentile(before, 0.5):.2f} and "
        f"{percentile(before, 0.99):.2f}"
    )
    return line, p99 <= AT_MOST


PARTS: dict[str, Callable[[Path], Coroutine[None, None, tuple[str, bool]]]] = {
    "presses": presses,
    "flood": flood,
}


def main(names: list[str]) -> int:
    well = True
    for name in names or ["fan-out", "beat", *PARTS]:
        # Of memory where there is such a folder: in virtual time a slow disk would be an endless one.
        with tempfile.TemporaryDirectory(dir=SHM if name == "fan-out" and SHM.is_dir() else None) as folder:
            match name:
                case "fan-out":
                    line, kept = fan_out(Path(folder))
                case "beat":
                    line, kept = asyncio.run(idle_beat(Path(folder)))
                case _:
                    line, kept = asyncio.run(PARTS[name](Path(folder)))
        print(line, "" if kept else " – BEYOND WHAT IS PROMISED", sep="", flush=True)
        well = well and kept
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
