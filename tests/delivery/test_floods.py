"""A flood, and an act that takes long, delay nobody else; what holds up the others is written down."""

from __future__ import annotations

from bot.delivery.intake import LIMIT
from bot.delivery.turnstile import MOST_WAITING, Turnstile
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from storage.updates import list_shelved
from tests.delivery.conftest import World


async def _begin_what_takes_long(world: World, person: Persona) -> None:
    await person.send_file("план.txt", b"1\t2", wait=False)
    await world.gate.reached.wait()


async def test_a_flood_behind_a_slow_act_hides_nobody_else(world: World, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    async with world.serving():
        await _begin_what_takes_long(world, anna)
        for number in range(3 * LIMIT):
            await anna.say(str(number), wait=False)
        await boris.say("раз", wait=False)
        await boris.sees("1: раз")
        world.gate.opened.set()
        await sandbox.settled()
    accepted = [str(number) for number in range(MOST_WAITING - 1)]  # the document is one of those that wait
    assert await world.said(anna.id) == accepted
    told = [seen.text for seen in anna.screen if seen.text.startswith("Слишком много сразу")]
    assert len(told) == 1
    async with world.storage.read() as tx:
        assert await list_shelved(tx) == []


async def test_a_slow_act_does_not_hide_a_crowd(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    crowd = [sandbox.persona(f"Учитель {number}") for number in range(2 * LIMIT)]
    async with world.serving():
        await _begin_what_takes_long(world, anna)
        for person in crowd:
            await person.say("раз", wait=False)
        for person in crowd:
            await person.sees("1: раз")
        world.gate.opened.set()
        await sandbox.settled()
    assert [seen.text for seen in anna.screen][1:] == ["document план.txt 3 = 3"]


async def test_what_was_written_down_outlives_a_killed_bot(world: World, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    lines = [str(number) for number in range(MOST_WAITING - 1)]
    async with world.serving() as intake:
        await _begin_what_takes_long(world, anna)
        for line in lines + ["x"] * MOST_WAITING:
            await anna.say(line, wait=False)
        updates = sandbox.state.updates
        assert await sandbox.state.changes.until(lambda: not updates, within=60)
        await intake._inbox._acts.cancel()  # nothing of it was committed, and Telegram has forgotten it
    world.gate.opened.set()
    async with world.serving():
        await anna.sees(f"{len(lines)}: {lines[-1]}")
    assert await world.said(anna.id) == lines
    async with world.storage.read() as tx:
        assert await list_shelved(tx) == []


def test_the_turnstile_counts_each_person_alone() -> None:
    turnstile = Turnstile()
    assert [turnstile.enter(1) for _ in range(MOST_WAITING + 1)] == [True] * MOST_WAITING + [False]
    assert turnstile.enter(2)
    assert [turnstile.refuses_first(1), turnstile.refuses_first(1)] == [True, False]
    turnstile.leave(1)
    assert turnstile.enter(1)
    for _ in range(MOST_WAITING):
        turnstile.leave(1)
    assert turnstile.refuses_first(1)
