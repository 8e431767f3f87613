"""D2: mornings go out under 429s, 5xx, lost replies, deaths and a stop of 25 hours; each is shown."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.local_time import local_day, next_local_hour
from bot.domain.people import Membership, Role
from bot.jobs.ticks import tick
from bot.sandbox.persona import Persona
from bot.screen import Screen, text
from storage import tables
from storage.people import add_membership, add_person, set_morning
from tests.delivery.conftest import World
from tests.promises.mortal import ClosesFirst, Mortal
from tests.promises.options import LONG, SABOTAGE, SEED, report
from tests.school_life import District

ZONE = "Europe/Moscow"
PEOPLE = 200 if LONG else 20
START = datetime(2026, 9, 7, 2, tzinfo=UTC)  # a Monday, five in the morning in Moscow
DAYS = 28
STOP = datetime(2026, 9, 16, 4, 30, tzinfo=UTC)  # half past seven on a Wednesday
STOPPED = timedelta(hours=25)
DEATHS = 12
STEP = timedelta(hours=2)


def _word(**args: Any) -> Screen:
    """A morning by all that it says, so that each can be told from every other."""
    return Screen(text("say", words=json.dumps(args, sort_keys=True)[-600:]))


@dataclass
class Figures:
    mornings: int = 0
    expected: int = 0
    missing: int = 0
    repeats: int = 0
    kills: int = 0
    in_flight: int = 0  # sends that a death left without a word
    lost_replies: int = 0
    most_a_day: int = 0


class Post:
    def __init__(self, world: World, kind: type[Mortal], size: int) -> None:
        self.world = world
        self.size = size
        self.clock = SimulatedClock(START)
        self.chance = random.Random(SEED)
        self.kind = kind
        self.people: dict[int, Persona] = {}
        self.figures = Figures()

    async def found(self) -> None:
        """Deputies of one school that has a task for every day."""
        district = await District(self.world.storage, self.clock).found(zone=ZONE)
        for day in range(DAYS):
            await district.task((START + timedelta(days=day)).date(), number=f"{day}.")
        async with self.world.storage.begin() as tx:
            for number in range(self.size):
                persona = self.world.sandbox.persona(f"Завуч {number}")
                await persona.say("/start", wait=False)
                person = await add_person(
                    tx, account_id=persona.id, name=persona.name, language="ru", now=START
                )
                membership = Membership(Role.DEPUTY, district.id, district.school)
                await add_membership(tx, person, membership, now=START)
                await set_morning(tx, person, next_local_hour(START, ZONE, 8))
                self.people[person] = persona

    async def live(self) -> set[date]:
        """Let the days pass; those on which the bot was awake in the morning or later."""
        outbox = self._outbox()
        deaths = sorted(self.chance.sample(range(DAYS), DEATHS), reverse=True)
        awake = set()
        while self.clock() < START + timedelta(days=DAYS):
            day = local_day(self.clock(), ZONE)
            if self.clock().astimezone(ZoneInfo(ZONE)).hour >= 8:
                awake.add(day)
            if deaths and day > START.date() + timedelta(days=deaths[-1]):
                deaths.pop()
                outbox.dies_after = self.chance.randrange(1, self.size)
            outbox = await self._step(outbox)
            stops = self.clock() <= STOP < self.clock() + STEP
            self.clock.move_to(STOP + STOPPED if stops else self.clock() + STEP)
        self.world.sandbox.faults.clear()
        for _ in range(3):
            outbox = await self._step(outbox, faults=False)
            self.clock.advance(timedelta(minutes=15))
        return awake

    def _outbox(self) -> Mortal:
        return self.kind(self.world.storage, self.world.show, {"morning": _word}, self.clock)

    async def _step(self, outbox: Mortal, *, faults: bool = True) -> Mortal:
        if faults:
            self._break_something()
        await tick(self.world.storage, self.clock())
        await outbox.drain()
        await self.world.telegram._limits.listened_to()
        if not outbox.dead:
            return outbox
        self.figures.kills += 1
        self.figures.in_flight += len(outbox.in_flight)
        return self._outbox()

    def _break_something(self) -> None:
        faults, trouble = self.world.sandbox.faults, self.chance.random()
        faults.clear()  # trouble that met no message has passed
        if trouble < 0.1:
            faults.add("sendMessage", times=8, status=502, description="Bad Gateway")
        elif trouble < 0.25:
            faults.add("sendMessage", times=4, drop=True, when="after")
        elif trouble < 0.35:
            faults.add("sendMessage", times=4, drop=True)
        elif trouble < 0.4:
            faults.add("sendMessage", retry_after=1)

    async def count(self, awake: set[date]) -> Figures:
        o, figures = tables.outbox.c, self.figures
        async with self.world.storage.read() as tx:
            rows = (await tx.execute(select(o.person_id, o.args, o.closed_at))).all()
        told = Counter((row.person_id, _said(row.args)) for row in rows)
        seen = Counter(
            (person, shown.text)
            for person, persona in self.people.items()
            for shown in persona.screen
            if shown.author == "bot"
        )
        days = Counter((row.person_id, local_day(row.closed_at, ZONE)) for row in rows if row.closed_at)
        figures.mornings = len(rows)
        figures.expected = self.size * sum(day.isoweekday() != 7 for day in awake)
        figures.missing = (told - seen).total() + sum(row.closed_at is None for row in rows)
        figures.repeats = (seen - told).total()
        lost = self.world.sandbox.journal.of("sendMessage")
        figures.lost_replies = sum(entry.outcome == "dropped after" for entry in lost)
        figures.most_a_day = max(days.values())
        return figures


def _said(args: Mapping[str, Any]) -> str:
    return json.dumps(dict(args), sort_keys=True)[-600:]


async def _play(world: World, kind: type[Mortal], size: int = PEOPLE) -> Figures:
    post = Post(world, kind, size)
    await post.found()
    return await post.count(await post.live())


async def test_every_reminder_is_shown(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    figures = await _play(world, ClosesFirst if SABOTAGE else Mortal)
    report(capsys, "D2", figures)
    assert (figures.missing, figures.mornings, figures.most_a_day) == (0, figures.expected, 1), f"SEED={SEED}"
    assert figures.repeats <= figures.in_flight + figures.lost_replies, f"SEED={SEED}"


async def test_the_test_sees_an_outbox_that_closes_first(world: World) -> None:
    assert (await _play(world, ClosesFirst, size=5)).missing > 0, f"SEED={SEED}"
