"""What a beat costs while a million notices wait and none is due."""

from __future__ import annotations

import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, insert, text

from bot.jobs.ticks import tick
from storage import Storage, Transaction, sqlite_url
from storage.migrate import upgrade
from storage.outbox import claim_notices
from storage.people import add_person
from storage.tables import outbox

PENDING = 1_000_000
SENT = 200_000  # kept beside them
DUE = 500
AT_A_TIME = 10_000
BEATS = 50
AT_MOST = 0.020  # seconds
NOW = datetime(2026, 9, 7, 6, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LEASE = timedelta(minutes=2)


async def idle_beat(folder: Path) -> tuple[str, bool]:
    """All jobs and the outbox's look; then with some due, for comparison."""
    storage = Storage(sqlite_url(folder / "vekhi.db"))
    await upgrade(storage)
    async with storage.begin() as tx:
        person = await add_person(tx, account_id=1, name="Анна", language="ru", now=NOW)
        for start in range(0, PENDING + SENT, AT_A_TIME):
            await tx.execute(insert(outbox), [_row(person, n) for n in range(start, start + AT_A_TIME)])
    idle = [await _beat(storage, NOW) for _ in range(BEATS)]
    found = await _index_of_the_claim(storage)
    busy = await _beat(storage, NOW + (DUE + 0.5) * SECOND)
    await storage.close()
    ours, claim = (statistics.median(times[n] for times in idle) for n in (0, 1))
    worst = max(sum(times) for times in idle)
    line = (
        f"beat over {PENDING} pending notices, none due: {1e3 * (ours + claim):.1f} ms "
        f"(jobs {1e3 * ours:.1f}, outbox {1e3 * claim:.1f}), the worst of {BEATS} {1e3 * worst:.1f}; "
        f"the claim of a batch when {DUE} are due {1e3 * busy[1]:.1f}; {found}"
    )
    return line, ours + claim <= AT_MOST and "ix_outbox_pending" in found


def _row(person: int, number: int) -> dict[str, Any]:
    pending = number < PENDING
    return {
        "person_id": person,
        "notice": "morning",
        "args": {"tasks": [number]},
        "dedupe": f"morning:{number}",
        "due_at": NOW + (number + 1) * SECOND,
        "send_by": NOW + timedelta(days=365) if number % 2 else None,
        "outcome": None if pending else "sent",
        "closed_at": None if pending else NOW,
    }


async def _beat(storage: Storage, now: datetime) -> tuple[float, float]:
    """Seconds of the jobs, and of asking the outbox for a batch."""
    began = time.perf_counter()
    await tick(storage, now)
    ticked = time.perf_counter()
    async with storage.begin() as tx:
        await _claim(tx, now)
    return ticked - began, time.perf_counter() - ticked


async def _claim(tx: Transaction, now: datetime) -> None:
    await claim_notices(tx, now=now, lease=LEASE, limit=50)


async def _index_of_the_claim(storage: Storage) -> str:
    """SQLite's own words on how it finds what is due."""
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        asked.append((statement, parameters))

    event.listen(storage.engine.sync_engine, "before_cursor_execute", note)
    async with storage.begin() as tx:
        await _claim(tx, NOW)
        event.remove(storage.engine.sync_engine, "before_cursor_execute", note)
        statement = next(words for words, _ in asked if words.startswith("UPDATE"))
        plan = await tx.execute(text(f"EXPLAIN QUERY PLAN {statement.replace('?', '1')}"))
        return "; ".join(row[3] for row in plan if "ix_" in row[3])
