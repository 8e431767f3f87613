"""The outbox: one sender a notice, leases that run out, one message a dedupe key."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.domain.people import Membership, Role
from storage import Storage
from storage.outbox import add_notice, add_notice_to_admins, claim_notices, close_notice, postpone_notice
from storage.people import add_membership, add_person
from storage.tables import outbox

NOW = datetime(2026, 9, 1, 5, tzinfo=UTC)
LEASE = timedelta(minutes=2)


async def _person(storage: Storage, account_id: int = 7) -> int:
    async with storage.begin() as tx:
        return await add_person(tx, account_id=account_id, name="Анна", language="ru", now=NOW)


async def _queue(storage: Storage, person_id: int, *dedupes: str, due_at: datetime = NOW) -> None:
    async with storage.begin() as tx:
        for dedupe in dedupes:
            await add_notice(
                tx,
                person_id=person_id,
                notice="digest",
                args={"key": dedupe},
                dedupe=dedupe,
                due_at=due_at,
            )


async def _claim(storage: Storage, now: datetime = NOW, limit: int = 10) -> list[str]:
    async with storage.begin() as tx:
        claimed = await claim_notices(tx, now=now, lease=LEASE, limit=limit)
    return [notice.args["key"] for notice in claimed]


async def test_a_notice_is_queued_once_and_claimed_once(storage: Storage) -> None:
    person = await _person(storage)
    await _queue(storage, person, "a", "b", "a")
    assert await _claim(storage, limit=1) == ["a"]
    assert await _claim(storage) == ["b"]
    assert await _claim(storage) == []


async def test_due_ones_come_oldest_first(storage: Storage) -> None:
    person = await _person(storage)
    await _queue(storage, person, "later", due_at=NOW + timedelta(minutes=1))
    await _queue(storage, person, "new")
    await _queue(storage, person, "old", due_at=NOW - timedelta(hours=25))
    assert await _claim(storage) == ["old", "new"]


async def test_what_a_dead_sender_held_is_claimed_again(storage: Storage) -> None:
    person = await _person(storage)
    await _queue(storage, person, "a")
    assert await _claim(storage) == ["a"]
    assert await _claim(storage, NOW + LEASE - timedelta(seconds=1)) == []
    async with storage.begin() as tx:
        (notice,) = await claim_notices(tx, now=NOW + LEASE, lease=LEASE, limit=10)
    assert (notice.tries, notice.account_id, notice.language, notice.reachable) == (2, 7, "ru", True)


async def test_a_postponed_notice_waits_and_a_closed_one_is_over(storage: Storage) -> None:
    person = await _person(storage)
    await _queue(storage, person, "a", "b")
    async with storage.begin() as tx:
        a, b = await claim_notices(tx, now=NOW, lease=LEASE, limit=10)
        await postpone_notice(tx, a.id, due_at=NOW + timedelta(seconds=5), error="Bad Gateway", parts_sent=0)
        await close_notice(tx, b.id, outcome="sent", now=NOW)
    assert await _claim(storage) == []
    assert await _claim(storage, NOW + timedelta(days=1)) == ["a"]
    async with storage.read() as tx:
        found = await tx.execute(select(outbox.c.outcome, outbox.c.closed_at, outbox.c.error).order_by("id"))
        assert found.all() == [(None, None, "Bad Gateway"), ("sent", NOW, None)]


async def test_two_senders_never_hold_one_notice(storage: Storage) -> None:
    person = await _person(storage)
    await _queue(storage, person, *map(str, range(40)))
    claimed = await asyncio.gather(*(_claim(storage, limit=7) for _ in range(8)))
    assert sorted((key for keys in claimed for key in keys), key=int) == list(map(str, range(40)))


async def test_admins_get_one_notice_each(storage: Storage) -> None:
    for account_id, role in ((1, Role.ADMIN), (2, Role.ADMIN), (3, Role.TEACHER)):
        person = await _person(storage, account_id)
        async with storage.begin() as tx:
            await add_membership(tx, person, Membership(role), now=NOW)
    for _ in range(2):
        async with storage.begin() as tx:
            await add_notice_to_admins(tx, notice="update-failed", args={}, dedupe="u:5", due_at=NOW)
    async with storage.begin() as tx:
        claimed = await claim_notices(tx, now=NOW, lease=LEASE, limit=10)
    assert [notice.account_id for notice in claimed] == [1, 2]
