"""D7: a thousand people and twenty groups, blocks, migrations, a ban, a dead Telegram; no limit is broken."""

from __future__ import annotations

import asyncio
import random
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiogram.methods import SendMessage

from bot.delivery.failures import CallFailed, Failure
from bot.delivery.limits import Limits
from bot.delivery.outbox import Outbox
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.sandbox.groups import Group
from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen
from bot.sandbox.server import Sandbox
from bot.screen import Screen, text
from bot.words import Words
from storage import Storage
from storage.letters import count_pending
from storage.outbox import add_notice
from storage.people import add_person
from tests.promises.options import LONG, SABOTAGE, SEED, report
from tests.promises.virtual_time import run_virtually, virtual_clock

PEOPLE = 1000 if LONG else 100
GROUPS = 20
LINES = 6 if LONG else 2  # to each person and, in one go, ten times as many to each group
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
BEAT = 20.0  # virtual seconds, as in bot.jobs


def _word(words: str) -> Screen:
    return Screen(text("literal", words=words))


@dataclass
class Figures:
    reachable: int = 0
    skipped: int = 0  # messages that a reachable person or a group never got
    repeats: int = 0
    refused_for_pace: int = 0  # 429s beside the one ban
    in_the_ban: int = 0  # calls while Telegram wanted silence
    busiest_second: int = 0
    chats_busiest_second: int = 0
    groups_busiest_minute: int = 0
    minutes: int = 0  # of virtual time


@dataclass
class Town:
    """Everybody who is written to, and the real sender, on a clock that need not be waited for."""

    storage: Storage
    limits: Limits
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    people: list[Persona] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    left_behind: dict[int, list[Seen]] = field(default_factory=dict)  # by a group that moved

    async def live(self) -> Figures:
        self.sandbox = Sandbox(clock=virtual_clock, limits=True, seed=SEED)
        self.sandbox.journal.entries = deque()  # all of it is counted
        await self.sandbox.start()
        self.telegram = Telegram(open_bot(self.sandbox.token, self.sandbox.url), self.limits)
        try:
            await self._found()
            troubles = asyncio.create_task(self._troubles())
            await asyncio.gather(self._send_to_people(), *map(self._send_to_group, self.groups))
            await troubles
            return self._count()
        finally:
            await self.telegram.close()
            await self.sandbox.stop()
            await self.storage.close()

    async def _found(self) -> None:
        self.people = [self.sandbox.persona(f"Человек {number}") for number in range(PEOPLE)]
        self.groups = [self.sandbox.group(f"Чат {n}", self.people[n : n + 1]) for n in range(GROUPS)]
        async with self.storage.begin() as tx:
            for persona in self.people:
                persona.person.started = True
                who = await add_person(
                    tx, account_id=persona.id, name=persona.name, language="ru", now=virtual_clock()
                )
                for line in _lines(LINES):
                    await add_notice(
                        tx,
                        person_id=who,
                        notice="word",
                        args={"words": line},
                        dedupe=f"{who}:{line}",
                        due_at=virtual_clock(),
                    )
        for persona in self.chance.sample(self.people, PEOPLE // 20):
            self._leave(persona)

    def _leave(self, persona: Persona) -> None:
        persona.person.blocked = self.chance.random() < 0.7
        persona.person.deactivated = not persona.person.blocked

    async def _send_to_people(self) -> None:
        show = Show(self.telegram, Words(), _draws_nothing)
        outbox = Outbox(self.storage, show, {"word": _word}, virtual_clock)
        while True:
            await outbox.drain()
            async with self.storage.read() as tx:
                if not await count_pending(tx):
                    return
            await asyncio.sleep(BEAT)

    async def _send_to_group(self, group: Group) -> None:
        """What a sender to groups would do: the old id for ever, and patience."""
        address = group.id
        for line in _lines(10 * LINES):
            while True:
                try:
                    await self.telegram.call(SendMessage(chat_id=address, text=line), urgent=False)
                    break
                except CallFailed as failed:
                    if failed.failure not in (Failure.RETRY_AFTER, Failure.LATER):
                        raise
                    await asyncio.sleep(max(failed.wait, 60))

    async def _troubles(self) -> None:
        faults = self.sandbox.faults
        await asyncio.sleep(3)
        faults.add("sendMessage", retry_after=30)
        await asyncio.sleep(32)
        for persona in self.chance.sample(self.people, PEOPLE // 20):
            self._leave(persona)
        for group in self.chance.sample(self.groups, GROUPS // 4):
            seen = group.screen
            self.left_behind[group.migrate()] = seen
        await asyncio.sleep(3)
        faults.add(times=None, status=502, description="Bad Gateway")
        await asyncio.sleep(600)
        faults.clear()

    def _count(self) -> Figures:
        sent = self.sandbox.journal.of("sendMessage")
        by_chat: dict[str, list[Any]] = {}
        for entry in (entry for entry in sent if entry.outcome == "ok"):
            by_chat.setdefault(entry.chat_id, []).append(entry.at)
        of_groups = [moments for chat, moments in by_chat.items() if chat.startswith("-")]
        of_people = [moments for chat, moments in by_chat.items() if not chat.startswith("-")]
        refused = [entry.at for entry in sent if entry.outcome.startswith("429")]
        ban = refused[0]
        here = [p for p in self.people if not (p.person.blocked or p.person.deactivated)]
        asked = [(p.screen, _lines(LINES)) for p in here]
        asked += [
            (self.left_behind.get(group.id, []) + group.screen, _lines(10 * LINES)) for group in self.groups
        ]
        seen = [(Counter(s.text for s in screen if s.author == "bot"), lines) for screen, lines in asked]
        return Figures(
            reachable=len(here),
            skipped=sum((Counter(lines) - got).total() for got, lines in seen),
            repeats=sum((got - Counter(lines)).total() for got, lines in seen),
            refused_for_pace=len(refused) - 1,
            in_the_ban=sum(ban < entry.at < ban + 30 * SECOND for entry in sent),
            busiest_second=_busiest(sorted(at for times in by_chat.values() for at in times), SECOND),
            chats_busiest_second=max(_busiest(moments, SECOND) for moments in of_people),
            groups_busiest_minute=max(_busiest(moments, MINUTE) for moments in of_groups),
            minutes=round((virtual_clock() - sent[0].at) / MINUTE),
        )


def _lines(count: int) -> list[str]:
    return [f"строка {number}" for number in range(count)]


def _busiest(moments: Iterable[Any], window: timedelta) -> int:
    """The most of the moments that lie within one window."""
    most, recent = 0, deque[Any]()
    for at in moments:
        recent.append(at)
        while at - recent[0] >= window:
            recent.popleft()
        most = max(most, len(recent))
    return most


async def _draws_nothing(data: object) -> bytes:
    raise AssertionError(f"no picture is sent here: {data!r}")


def _play(storage_url: str, limits: Limits) -> Figures:
    async def story() -> Figures:
        return await Town(Storage(storage_url), limits).live()

    figures: Figures = run_virtually(story())
    return figures


def test_the_limits_are_kept_and_nobody_is_skipped(
    sqlite_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = _play(sqlite_file, Limits(1000, 1000, 1000) if SABOTAGE else Limits())
    report(capsys, "D7", figures)
    assert (figures.skipped, figures.repeats) == (0, 0), f"SEED={SEED}"
    assert (figures.refused_for_pace, figures.in_the_ban) == (0, 0), f"SEED={SEED}"
    assert figures.busiest_second <= 30, f"SEED={SEED}"
    assert figures.chats_busiest_second <= 1, f"SEED={SEED}"
    assert figures.groups_busiest_minute <= 20, f"SEED={SEED}"
