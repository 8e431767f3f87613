"""A year of the real road maps, each in a district of its own: who is written to, and how often. Not a test.

``make year``: one line a role, and each breach of the budget by name; the exit code is 1 when there is one.
Five districts of four schools and sixty people; diligent, late and silent ones by seed. Without the road
maps beside the checkout there is nothing to measure, and it says so.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bot.reading.plan_reader import read_plan
from tests.calm.figures import Calm, breaches, table
from tests.calm.year import first_day, live_a_year, usual_events

ROAD_MAPS = Path(__file__).parents[2] / "../shared/roadmaps"
SCHOOLS, PEOPLE, DAYS = 4, 60, 365  # of each of the five districts


def live(file: Path) -> Calm:
    """The year of one road map."""
    draft = read_plan(file.read_bytes(), file.name)
    events = usual_events(first_day(draft))
    return asyncio.run(
        live_a_year(draft, file.name, schools=SCHOOLS, people=PEOPLE, days=DAYS, events=events)
    )


def main() -> int:
    files = sorted(ROAD_MAPS.glob("*.txt"))
    if not files:
        print(f"NO ROAD MAPS in {ROAD_MAPS.resolve()}: nothing is measured")
        return 1
    began = time.monotonic()
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as processes:
        years = list(processes.map(live, files))
    print(*table(years), sep="\n")
    kinds = sum((year.kinds for year in years), Counter[str]())
    print("notices:", "; ".join(f"{kind} {times}" for kind, times in kinds.most_common()))
    print(
        f"{len(files)} road maps, {sum(year.tasks for year in years)} tasks; steps of ladders "
        f"{sum(year.steps for year in years)}, not spoken of {sum(year.unspoken for year in years)}; "
        f"{time.monotonic() - began:.0f} s"
    )
    found = breaches(years)
    print(*(f"BEYOND THE BUDGET: {breach}" for breach in found), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
