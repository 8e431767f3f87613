"""Transactions: writers take turns, a failed one leaves nothing, moments keep their zone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text, update

from storage import Storage
from storage.people import add_person
from storage.tables import people

NOW = datetime(2026, 9, 1, 5, tzinfo=UTC)


async def test_writers_at_once_lose_no_change(storage: Storage) -> None:
    async with storage.begin() as tx:
        person = await add_person(tx, account_id=1, name="", language="ru", now=NOW)

    async def write_one_more() -> None:
        async with storage.begin() as tx:
            # The row is locked as a use case would: read, decide, write.
            row = await tx.execute(select(people.c.name).where(people.c.id == person).with_for_update())
            await tx.execute(update(people).where(people.c.id == person).values(name=row.scalar_one() + "x"))

    await asyncio.gather(*(write_one_more() for _ in range(40)))
    async with storage.read() as tx:
        assert (await tx.execute(select(people.c.name))).scalar_one() == "x" * 40


async def test_a_failed_transaction_leaves_nothing(storage: Storage) -> None:
    async def write_and_fail() -> None:
        async with storage.begin() as tx:
            await add_person(tx, account_id=1, name="Анна", language="ru", now=NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write_and_fail()
    async with storage.read() as tx:
        assert (await tx.execute(select(people.c.id))).all() == []


async def test_moments_come_back_in_utc(storage: Storage) -> None:
    kamchatka = datetime(2026, 9, 1, 17, 30, tzinfo=timezone(timedelta(hours=12)))
    async with storage.begin() as tx:
        await add_person(tx, account_id=2**40, name="Анна", language="ru", now=kamchatka)
    async with storage.read() as tx:
        (moment,) = (await tx.execute(select(people.c.created_at))).scalars()
    assert (moment, moment.tzinfo) == (datetime(2026, 9, 1, 5, 30, tzinfo=UTC), UTC)


async def test_sqlite_keeps_what_was_promised(sqlite_storage: Storage) -> None:
    async with sqlite_storage.read() as tx:
        found = {
            name: (await tx.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
