"""How fast, how right and in how much memory plans are read: ``make bench-reading``. Not a test.

Deadlines: the phrases of ``tests/reading/deadline_phrases.txt``, side by side with ``dateparser``. That reads
one day from a text, so a phrase counts as right for it where its day begins or ends the first window. Times
are the best of several rounds, each phrase read anew. Plans: the road maps beside the checkout, where they
are, and plans made here; memory is the peak of what Python allocated, over the file's own bytes.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import time
import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date, datetime

import dateparser  # type: ignore[import-untyped]

from bot.domain.deadlines import Window
from bot.domain.school_year import CalendarYear
from bot.reading import plan_reader
from bot.reading.deadlines import DeadlineContext, read_deadline
from tests.bench.bench_chat import bench_chat
from tests.bench.plans import FORMS, as_docx, plan_of
from tests.reading.deadline_table import summary, table
from tests.reading.test_deadlines import ROADMAPS

ROUNDS = 7
SIZES = (60, 600, 6000)
PDF_ROWS = 600  # more have more pages than the reader takes
MEGABYTE = 2**20


def seconds(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The processor time of each work's best round, taken in turn: other programs only add to it."""

    def once(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return [
        min(times) for times in zip(*([once(work) for work in works] for _ in range(rounds)), strict=True)
    ]


def its_day(phrase: str, context: DeadlineContext) -> date | None:
    """What dateparser makes of a phrase, with the document's year as well as it can be told."""
    year = context.default_year
    based = datetime(year.year if isinstance(year, CalendarYear) else 2021, 9, 1)  # noqa: DTZ001
    found: datetime | None = dateparser.parse(phrase, languages=["ru"], settings={"RELATIVE_BASE": based})
    return found.date() if found else None


def begins_or_ends(day: date | None, windows: Iterable[Window]) -> bool:
    first = next(iter(windows), None)
    return first is not None and day is not None and day in (first.start, first.end)


def bench_phrases() -> None:
    """Correct share and phrases a second of both, in one run."""
    rows = table()
    read = read_deadline.__wrapped__
    ours = sum(summary(read(phrase, context)) == meaning for context, phrase, meaning in rows)
    theirs = sum(
        begins_or_ends(its_day(phrase, context), read(phrase, context).windows) for context, phrase, _ in rows
    )
    took = seconds(
        ROUNDS,
        lambda: [read(phrase, context) for context, phrase, _ in rows],
        lambda: [its_day(phrase, context) for context, phrase, _ in rows],
    )
    our_rate, their_rate = (len(rows) / time for time in took)
    print(f"{len(rows)} phrases         right   phrases/s")
    print(f"this reader        {ours / len(rows):6.1%} {our_rate:11,.0f}")
    print(f"dateparser         {theirs / len(rows):6.1%} {their_rate:11,.0f}")
    print(f"ratio              {ours / max(theirs, 1):6.1f} {our_rate / their_rate:11,.0f}\n")


def peak_of(data: bytes, name: str) -> float:
    """Megabytes at the highest moment of one reading."""
    tracemalloc.start()
    plan_reader.read_plan(data, name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MEGABYTE


def bench_plan(data: bytes, name: str) -> float:
    """Prints one plan's line; its rows a second."""

    def read() -> int:
        read_deadline.cache_clear()
        return len(plan_reader.read_plan(data, name).activities)

    rows = read()
    (took,) = seconds(3 if rows < SIZES[-1] // 2 else 1, read)
    # Counting every allocation takes minutes where the rows are thousands.
    peak = f"{peak_of(data, name):9.1f}" if rows < SIZES[-1] // 2 else f"{'-':>9}"
    print(f"{name:28} {rows:6} {took * 1000:9.0f} {rows / took:9,.0f} {peak}", flush=True)
    return rows / took


def main() -> None:
    plan_reader.MAX_ACTIVITIES = SIZES[-1]  # it spares people; here the reader itself is measured
    bench_phrases()
    print(f"{'plan':28} {'rows':>6} {'ms':>9} {'rows/s':>9} {'peak MB':>9}")
    for path in ROADMAPS:
        bench_plan(path.read_bytes(), path.name)
    for form, write in FORMS.items():
        sizes = [size for size in SIZES if form != "pdf" or size <= PDF_ROWS]
        rates = [bench_plan(write(plan_of(size)), f"made-{size}.{form}") for size in sizes]
        print(
            f"  growth: a row of the largest {form} takes {rates[0] / rates[-1]:.2f} of one of the smallest"
        )
    asyncio.run(bench_chat(as_docx(plan_of(SIZES[0]))))


if __name__ == "__main__":
    main()
