"""Feed the reader hostile and honest files, and print one JSON line of what they cost.

``python -m tests.promises.d5 [every]``: only each ``every``-th hostile file. It is a process of its own, so
that the peak of its children is theirs alone. ``SABOTAGE=1`` takes the child's limits away.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time

from bot.reading import child
from bot.reading.blocks import Block, Paragraph, Table, row_of
from bot.reading.refusals import UnreadableDocument
from tests.promises.hostile_files import hostile_files
from tests.reading.forms import FORMS

SIZES = (5, 20, 60, 120)
_UNLIMITED = "import bot.reading.child as c; c.limit_self = lambda: None; raise SystemExit(c.main())"
_MIB = 1024 * 1024


def plan_of(size: int) -> tuple[list[Block], list[str]]:
    """A plan's blocks and the titles that must come back."""
    titles = [f"Семинар {i} для учителей физики и химии" for i in range(1, size + 1)]
    rows = [["№", "Мероприятие", "Срок", "Ответственные", "Результат"]]
    rows += [
        [str(i), title, f"до {i % 28 + 1:02}.0{i % 5 + 1}.2027", "РМК", f"Справка {i}."]
        for i, title in enumerate(titles, 1)
    ]
    return [Paragraph("План мероприятий на 2026-2027 учебный год"), Table(tuple(map(row_of, rows)))], titles


async def read(data: bytes) -> tuple[list[str], str]:
    """The titles that were read, or the reason why none were."""
    try:
        plan = await child.read_plan_in_child(data, "план")
    except UnreadableDocument as refusal:
        return [], refusal.key
    return [activity.title for activity in plan.activities], ""


async def measure(every: int) -> dict[str, object]:
    """Files one by one, while the loop is asked each 10 ms how late it is."""
    late: list[float] = []
    watch = asyncio.create_task(_watch(late))
    blocks, titles = plan_of(SIZES[0])
    assert await read(FORMS["csv"](blocks)) == (titles, "")
    bare = _used()[0]
    reasons: dict[str, str] = {}
    costs: dict[str, float] = {}
    for name, made in list(hostile_files().items())[::every]:
        data, before = await asyncio.to_thread(made), _used()[1]
        found, reasons[name] = await read(data)
        costs[name] = _used()[1] - before
        reasons[name] = reasons[name] or f"read {len(found)}"
    whole, honest = [], [(size, form) for size in SIZES for form in FORMS][:: max(1, every // 2)]
    for size, form in honest:
        blocks, titles = plan_of(size)
        whole.append(await read(await asyncio.to_thread(FORMS[form], blocks)) == (titles, ""))
    watch.cancel()
    return {
        "hostile": len(reasons),
        "honest": len(honest),
        "whole": sum(whole),
        "peak_mib": round((_used()[0] - bare) / _MIB),
        "cpu_s": round(max(costs.values()), 1),
        "slowest": max(costs, key=lambda name: costs[name]),
        "late_p99_s": round(sorted(late)[int(len(late) * 0.99)], 3),
        "reasons": reasons,
    }


async def _watch(late: list[float]) -> None:
    while True:
        asked = time.perf_counter()
        await asyncio.sleep(0.01)
        late.append(time.perf_counter() - asked - 0.01)


def _used() -> tuple[int, float]:
    """The largest memory of any child so far, in bytes, and the CPU seconds of all."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), used.ru_utime + used.ru_stime


if __name__ == "__main__":
    if os.environ.get("SABOTAGE"):
        child.COMMAND = ("-c", _UNLIMITED)
    print(json.dumps(asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1))))  # noqa: T201
