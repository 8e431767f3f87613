"""How long a coordinator waits: from her file's arrival to its summary, and from a press to its screen.

The real bot runs against the sandbox over HTTP on loopback, with a real SQLite file.
"""
# ruff: noqa: T201

from __future__ import annotations

import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.persona import Persona
from bot.tour.stage import DATA, open_stage
from tests.journeys.town import Town

_MONDAY = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)
_ROUNDS = 40  # presses
ARRIVAL = 5.0  # seconds: what is promised
SCREEN = 0.3


async def bench_chat(plan: bytes) -> None:
    """Send the plan as a Word file, then walk through what the review offers."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / DATA).mkdir(exist_ok=True)
        async with open_stage(Path(folder), _MONDAY, "Europe/Moscow") as stage:
            town = await Town.found(stage)
            start = time.perf_counter()
            summary = await town.send_plan(plan, "План.docx")
            arrived = time.perf_counter() - start
            assert "Мероприятий" in summary.text, summary.text
            waits = sorted([await _pressed(town.coordinator, number) for number in range(_ROUNDS)])
    print(f"\nin the chat over HTTP: summary after {arrived:.2f} s (at most {ARRIVAL})")
    print(f"screens of the review: median {waits[len(waits) // 2] * 1000:.0f} ms, "
          f"slowest of {_ROUNDS} {waits[-1] * 1000:.0f} ms (at most {SCREEN * 1000:.0f})")  # fmt: skip


async def _pressed(person: Persona, number: int) -> float:
    """Press one of the screen's buttons that lead on, another one each time; home where none does."""
    labels = [label for label in person.last.labels if label and "далить" not in label]
    start = time.perf_counter()
    await person.press(labels[number % len(labels)])
    return time.perf_counter() - start
