"""D12: a burst is dealt with whole, and two replicas on PostgreSQL lose nothing when one of them is killed.

That memory stays flat over half an hour is measured by ``make bench-soak``.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.clock import Clock
from bot.delivery.outbox import LEASE, Outbox
from bot.sandbox.persona import Persona
from bot.screen import Screen, text
from storage import Storage
from storage.outbox import add_notice
from storage.people import add_person
from storage.tables import outbox
from tests.delivery.conftest import World
from tests.promises.mortal import ClosesFirst, Mortal
from tests.promises.options import LONG, SABOTAGE, SEED, report

BURST = 10_000 if LONG else 300  # updates that wait when the bot starts
CROWD = BURST // 10  # people
NOTICES = 2_000 if LONG else 300
WITHIN = 600.0  # seconds


@dataclass
class Figures:
    updates: int = 0
    lost: int = 0
    seconds: float = 0.0
    notices: int = 0
    missing: int = 0
    repeats: int = 0
    in_flight: int = 0  # sends that the killed replica left without a word


def _word(words: str) -> Screen:
    return Screen(text("say", words=words))


async def _burst(world: World, figures: Figures) -> None:
    crowd = [world.sandbox.persona(f"Учитель {number}") for number in range(CROWD)]
    for number in range(BURST):
        await crowd[number % CROWD].say(str(number // CROWD), wait=False)
    began = asyncio.get_running_loop().time()
    async with world.serving():
        await world.sandbox.settled(WITHIN)
    figures.seconds = round(asyncio.get_running_loop().time() - began, 1)
    figures.updates = BURST
    lines = [str(number) for number in range(BURST // CROWD)]
    for person in crowd:
        said = await world.said(person.id)
        figures.lost += len(lines) if said != lines else 0


async def _two_replicas(storage: Storage, world: World, kind: type[Mortal], figures: Figures) -> None:
    people = [world.sandbox.persona(f"Завуч {number}") for number in range(NOTICES // 3)]
    await _queue(storage, people, world.sandbox.clock)
    words, clock = {"word": _word}, world.sandbox.clock
    first = kind(storage, world.show, words, clock)
    first.dies_after = random.Random(SEED).randrange(10, NOTICES // 4)
    await asyncio.gather(first.drain(), Outbox(storage, world.show, words, clock).drain())
    # By then what the dead one held is free.
    await Outbox(storage, world.show, words, lambda: clock() + LEASE).drain()
    figures.in_flight = len(first.in_flight)
    for person in people:
        seen = Counter(shown.text for shown in person.screen if shown.author == "bot")
        figures.missing += sum((Counter("012") - seen).values())
        figures.repeats += sum((seen - Counter("012")).values())
    async with storage.read() as tx:
        closed = (await tx.execute(select(outbox.c.outcome))).scalars().all()
    figures.notices = len(closed)
    figures.missing += sum(outcome != "sent" for outcome in closed)


async def _queue(storage: Storage, people: list[Persona], clock: Clock) -> None:
    async with storage.begin() as tx:
        for persona in people:
            persona.person.started = True
            person = await add_person(
                tx, account_id=persona.id, name=persona.name, language="ru", now=clock()
            )
            for line in "012":
                await add_notice(
                    tx,
                    person_id=person,
                    notice="word",
                    args={"words": line},
                    dedupe=f"{person}:{line}",
                    due_at=clock(),
                )


@pytest.mark.parametrize("database_url", ["migrated_postgres"], indirect=True)
async def test_it_lasts(storage: Storage, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    figures = Figures()
    await _burst(world, figures)
    await _two_replicas(storage, world, ClosesFirst if SABOTAGE else Mortal, figures)
    report(capsys, "D12", figures)
    assert (figures.lost, figures.missing) == (0, 0), f"SEED={SEED}"
    assert figures.repeats <= figures.in_flight, f"SEED={SEED}"


@pytest.mark.parametrize("database_url", ["migrated_postgres"], indirect=True)
async def test_the_test_sees_a_replica_that_closes_first(storage: Storage, world: World) -> None:
    figures = Figures()
    await _two_replicas(storage, world, ClosesFirst, figures)
    assert figures.missing > 0, f"SEED={SEED}"
