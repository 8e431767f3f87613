"""The clock's beat: every job in a transaction of its own, none held up by another."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.jobs.scheduler import BEAT, metronome
from bot.jobs.ticks import JOBS, tick
from storage import Storage, Transaction
from storage.outbox import claim_notices
from storage.updates import remember_update
from tests.use_cases.test_mornings import counted_queries

NOW = datetime(2026, 9, 1, 5, tzinfo=UTC)


async def test_a_failing_job_is_undone_and_holds_up_no_other(
    sqlite_storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    async def failing(tx: Transaction, now: datetime) -> None:
        await remember_update(tx, 1, now=now)
        raise KeyError

    async def writing(tx: Transaction, now: datetime) -> None:
        await remember_update(tx, 2, now=now)

    await tick(sqlite_storage, NOW, (failing, writing))
    async with sqlite_storage.begin() as tx:
        assert [await remember_update(tx, update, now=NOW) for update in (1, 2)] == [True, False]
    assert [record.__dict__["job"] for record in caplog.records] == ["failing"]


async def test_an_empty_database_gives_the_jobs_nothing_to_do(
    sqlite_storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    await tick(sqlite_storage, NOW)
    assert caplog.records == []
    assert len({job.__name__ for job in JOBS}) == len(JOBS)


async def test_an_idle_beat_looks_through_no_table_that_grows(sqlite_storage: Storage) -> None:
    with counted_queries(sqlite_storage) as asked:
        await tick(sqlite_storage, NOW)
        async with sqlite_storage.begin() as tx:
            assert await claim_notices(tx, now=NOW, lease=timedelta(minutes=2), limit=50) == []
    async with sqlite_storage.read() as tx:
        steps = [
            row[3]
            for statement in asked
            for row in (await tx.execute(text(f"EXPLAIN QUERY PLAN {statement.replace('?', '1')}"))).all()
        ]
    looked_through = {step.split()[1] for step in steps if step.startswith("SCAN")}
    assert looked_through <= {"people", "waves", "substitutions"}  # of these there are never many
    assert [step for step in steps if "ix_outbox_pending" in step] != []


async def test_the_metronome_is_never_late_enough_to_skip_and_never_beats_twice_at_once() -> None:
    async def beat() -> None:
        await asyncio.Event().wait()

    scheduler = metronome(beat)
    scheduler.start(paused=True)
    (job,) = scheduler.get_jobs()
    scheduler.shutdown()
    assert (
        job.trigger.interval.total_seconds(),
        job.misfire_grace_time,
        job.coalesce,
        job.max_instances,
    ) == (
        BEAT,
        None,
        True,
        1,
    )
