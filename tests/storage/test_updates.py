"""Handled updates, failed ones, and the text that is under way."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage import Storage
from storage.tables import failed_updates
from storage.updates import (
    Dialog,
    count_failure,
    end_dialog,
    forget_old_updates,
    get_dialog,
    list_shelved,
    remember_update,
    set_aside,
    set_dialog,
    shelve_updates,
)

NOW = datetime(2026, 9, 1, 5, tzinfo=UTC)


async def _remember(storage: Storage, update_id: int, now: datetime = NOW) -> bool:
    async with storage.begin() as tx:
        return await remember_update(tx, update_id, now=now)


async def test_an_update_is_new_once_however_many_bring_it(storage: Storage) -> None:
    assert sorted(await asyncio.gather(*(_remember(storage, 5) for _ in range(6)))) == [False] * 5 + [True]


async def test_numbers_may_begin_anew(storage: Storage) -> None:
    assert [await _remember(storage, update) for update in (900, 901, 12, 900, 13)] == [
        True,
        True,
        True,
        False,
        True,
    ]


async def test_a_rolled_back_act_was_never_seen(storage: Storage) -> None:
    async with storage.engine.connect() as connection, connection.begin() as transaction:
        assert await remember_update(connection, 5, now=NOW)
        await transaction.rollback()
    assert await _remember(storage, 5)


async def test_old_updates_are_forgotten_after_every_redelivery(storage: Storage) -> None:
    await _remember(storage, 1, NOW - timedelta(days=8))
    await _remember(storage, 2, NOW - timedelta(days=2))
    async with storage.begin() as tx:
        await forget_old_updates(tx, now=NOW)
    assert [await _remember(storage, update) for update in (1, 2)] == [True, False]


async def test_failures_are_counted_and_set_aside(storage: Storage) -> None:
    async with storage.begin() as tx:
        tries = [await count_failure(tx, 5, error=error) for error in ("KeyError", "KeyError", "OSError")]
        await set_aside(tx, 5, now=NOW)
    assert tries == [1, 2, 3]
    async with storage.read() as tx:
        f = failed_updates.c
        found = await tx.execute(select(f.update_id, f.tries, f.error, f.set_aside_at))
        assert found.all() == [(5, 3, "OSError", NOW)]


async def test_the_shelf_keeps_each_update_once_in_the_order_of_their_coming(storage: Storage) -> None:
    nine, eight, one = ({"update_id": number, "message": {"text": "слова"}} for number in (9, 8, 1))
    async with storage.begin() as tx:
        await shelve_updates(tx, [nine, eight], now=NOW)
        await shelve_updates(tx, [], now=NOW)
        # Telegram has counted anew in between.
        await shelve_updates(tx, [eight, one], now=NOW + timedelta(seconds=1))
        assert await list_shelved(tx) == [eight, nine, one]
        await remember_update(tx, 9, now=NOW)
        assert await list_shelved(tx) == [eight, one]
        await set_aside(tx, 1, now=NOW)
        assert await list_shelved(tx) == [eight]


async def test_one_dialog_an_account(storage: Storage) -> None:
    async with storage.begin() as tx:
        await set_dialog(tx, 7, "join-name", {"invite": 3}, now=NOW)
        await set_dialog(tx, 7, "report-words", {"task": 9, "слова": "да"}, now=NOW)
        await set_dialog(tx, 8, "join-name", {}, now=NOW)
        await end_dialog(tx, 8)
    async with storage.read() as tx:
        assert await get_dialog(tx, 7) == Dialog("report-words", {"task": 9, "слова": "да"})
        assert await get_dialog(tx, 8) is None
