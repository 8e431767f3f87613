"""Notices out: each is sent once, in order for a person, and outlives every failure that passes."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from math import inf

import pytest
from sqlalchemy import func, select

from bot.clock import SimulatedClock
from bot.delivery.outbox import BATCH, LEASE, Outbox
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from handlers.routing import RouteTable
from storage.outbox import add_notice, claim_notices
from storage.people import add_person
from storage.tables import outbox, people
from tests.delivery.conftest import World
from tests.delivery.routes import LONG, make_routes


class Post:
    """A world whose outbox lives by a clock that stands still."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clock = SimulatedClock(world.sandbox.clock())
        self.outbox = self.again()

    def again(self) -> Outbox:
        """The outbox of a program that was started anew."""
        notices = RouteTable([make_routes(self.world.gate)]).notices
        return Outbox(self.world.storage, self.world.show, notices, self.clock)

    async def register(self, name: str) -> tuple[Persona, int]:
        persona = self.world.sandbox.persona(name)
        await persona.say("/start", wait=False)
        async with self.world.storage.begin() as tx:
            person = await add_person(tx, account_id=persona.id, name=name, language="ru", now=self.clock())
        return persona, person

    async def write(self, person: int, *words: str, notice: str = "hello") -> None:
        async with self.world.storage.begin() as tx:
            for line in words:
                await add_notice(
                    tx,
                    person_id=person,
                    notice=notice,
                    args={"words": line},
                    dedupe=f"{person}:{line}",
                    due_at=self.clock(),
                )

    async def outcomes(self) -> list[tuple[str | None, str | None]]:
        async with self.world.storage.read() as tx:
            found = await tx.execute(select(outbox.c.outcome, outbox.c.error).order_by(outbox.c.id))
            return [(row.outcome, row.error) for row in found]

    async def due(self) -> list[datetime]:
        async with self.world.storage.read() as tx:
            found = await tx.execute(select(outbox.c.due_at).where(outbox.c.outcome.is_(None)))
            return list(found.scalars())


@pytest.fixture
def post(world: World) -> Post:
    return Post(world)


def _answers(person: Persona) -> list[str]:
    return [seen.text for seen in person.screen if seen.author == "bot"]


async def test_all_that_is_due_is_sent_in_order_once(post: Post) -> None:
    lines = [str(number) for number in range(60)]  # more than one batch
    anna, anna_id = await post.register("Анна")
    boris, boris_id = await post.register("Борис")
    await post.write(anna_id, *lines)
    await post.write(boris_id, "привет")
    await post.outbox.drain()
    await post.outbox.drain()
    assert _answers(anna) == lines
    assert _answers(boris) == ["привет"]
    assert set(await post.outcomes()) == {("sent", None)}


async def test_what_a_killed_sender_held_is_sent_when_its_lease_ends(post: Post) -> None:
    anna, anna_id = await post.register("Анна")
    await post.write(anna_id, "привет")
    async with post.world.storage.begin() as tx:
        await claim_notices(tx, now=post.clock(), lease=LEASE, limit=10)
    await post.outbox.drain()
    assert _answers(anna) == []
    post.clock.advance(LEASE)
    await post.outbox.drain()
    assert _answers(anna) == ["привет"]


async def test_what_may_pass_is_tried_later_and_later(post: Post, sandbox: Sandbox) -> None:
    anna, anna_id = await post.register("Анна")
    await post.write(anna_id, "привет")
    waits = []
    for _ in range(3):
        sandbox.faults.add("sendMessage", status=502, description="Bad Gateway")
        await post.outbox.drain()
        waits.append(((await post.due())[0] - post.clock()).total_seconds())
        post.clock.move_to((await post.due())[0])
    await post.outbox.drain()
    assert waits == [5, 10, 20]
    assert _answers(anna) == ["привет"]


async def test_a_notice_of_many_messages_goes_on_where_it_broke_off(post: Post, sandbox: Sandbox) -> None:
    anna, anna_id = await post.register("Анна")
    await post.write(anna_id, LONG)
    sandbox.faults.add("sendMessage", times=2, delay=0.001)  # two go through
    sandbox.faults.add("sendMessage", status=502, description="Bad Gateway")
    for _ in range(2):
        await post.outbox.drain()
        post.clock.advance(timedelta(minutes=1))
    assert "\n".join(_answers(anna)) == LONG
    assert len(_answers(anna)) > 2


async def test_one_slow_send_holds_up_no_batch(post: Post, sandbox: Sandbox) -> None:
    people = [await post.register(f"Учитель {number}") for number in range(2 * BATCH)]
    for _, person in people:
        await post.write(person, "раз")
    sandbox.faults.add("sendMessage", delay=inf)  # the first is never answered
    drained = asyncio.create_task(post.outbox.drain())
    (first, _), *others = people
    for persona, _ in others:
        await persona.sees("раз")
    assert not _answers(first)
    drained.cancel()
    await asyncio.wait([drained])


async def test_silence_gives_the_notices_back(post: Post, sandbox: Sandbox) -> None:
    anna, anna_id = await post.register("Анна")
    boris, boris_id = await post.register("Борис")
    await post.write(anna_id, "раз")
    await post.write(boris_id, "раз")
    sandbox.faults.add("sendMessage", retry_after=1, times=None)
    await post.outbox.drain()
    assert [outcome for outcome, _ in await post.outcomes()] == [None, None]
    assert len(sandbox.journal.of("sendMessage")) <= 2  # the other may have been on its way
    sandbox.faults.clear()
    post.clock.advance(timedelta(seconds=5))
    await post.world.telegram._limits.listened_to()
    await post.outbox.drain()
    assert (_answers(anna), _answers(boris)) == (["раз"], ["раз"])


async def test_a_silence_leaves_what_was_not_claimed_alone_and_then_goes_on(
    post: Post, sandbox: Sandbox
) -> None:
    people = [await post.register(f"Учитель {number}") for number in range(BATCH + 10)]
    for _, person in people:
        await post.write(person, "раз")
    sandbox.faults.add("sendMessage", retry_after=1)
    await post.outbox.drain()
    untried = select(func.count()).where(outbox.c.tries == 0)
    async with post.world.storage.read() as tx:
        assert (await tx.execute(untried)).scalar_one() == 10
    post.clock.advance(timedelta(seconds=5))
    serving = asyncio.create_task(post.outbox.run())
    for persona, _ in people:  # nobody wakes the outbox but the end of the silence
        await persona.sees("раз")
    serving.cancel()
    await asyncio.wait([serving])


async def test_who_is_gone_is_not_written_to_again(post: Post) -> None:
    anna, anna_id = await post.register("Анна")
    anna.deactivate()
    await post.write(anna_id, "раз")
    await post.outbox.drain()
    await post.write(anna_id, "два")
    await post.outbox.drain()
    assert await post.outcomes() == [("gone", "Forbidden: user is deactivated"), ("gone", None)]
    assert len(post.world.sandbox.journal.of("sendMessage")) == 1
    async with post.world.storage.read() as tx:
        assert (await tx.execute(select(people.c.reachable))).scalar_one() is False


async def test_one_bad_notice_holds_up_no_other(post: Post, sandbox: Sandbox) -> None:
    anna, anna_id = await post.register("Анна")
    await post.write(anna_id, "нет такого", notice="unknown")
    await post.write(anna_id, "раз")
    await post.write(anna_id, "два")
    sandbox.faults.add("sendMessage", status=400, description="Bad Request: message text is empty")
    await post.outbox.drain()
    assert await post.outcomes() == [
        ("refused", "KeyError"),
        ("refused", "Bad Request: message text is empty"),
        ("sent", None),
    ]
    assert _answers(anna) == ["два"]


async def test_stopping_ends_what_is_under_way(post: Post) -> None:
    """Wherever the stop falls, the database stays free and each notice is sent once."""
    reader, person = await post.register("Анна")
    lines = [f"строка {n}" for n in range(30)]
    for turns, line in enumerate(lines):
        await post.write(person, line)
        outbox = post.again()
        serving = asyncio.create_task(outbox.run())
        outbox.wake()
        for _ in range(turns * 3):
            await asyncio.sleep(0)
        serving.cancel()
        await asyncio.wait([serving])
    await post.again().drain()
    assert _answers(reader) == lines
