"""D1: the real bot is killed again and again; nothing accepted is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.domain.people import Membership, Role
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from storage import Storage, sqlite_url
from storage.districts import add_district, add_schools
from storage.people import add_membership, add_person
from storage.tables import handled_updates, invites
from tests.delivery.test_webhook import SECRET, free_port
from tests.promises.options import LONG, SABOTAGE, SEED, report
from tests.promises.saboteur import Failpoint, run_bot

MODES = ("polling", "webhook")
KILLS = 100 if LONG else 15  # at random moments, for each mode
PEOPLE = ("Анна", "Борис", "Вера")
CROWD = 30  # further people, who now and then act all at once: so many that Telegram cannot keep it all
WITHIN = 60.0  # seconds for the bot to do what waits

_processes = get_context("forkserver")
# Imported once: a process of its own for each run then costs a fork.
_processes.set_forkserver_preload(["tests.promises.saboteur"])


@dataclass
class Figures:
    kills: int = 0
    failpoints: int = 0
    accepted: int = 0
    lost: int = 0
    twice: int = 0
    damaged: int = 0

    def __iadd__(self, other: Figures) -> Figures:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


@dataclass
class Life:
    """One database and one sandbox; the bot between them dies often. Each act makes an invitation."""

    folder: Path
    mode: str
    sabotage: bool = False
    sandbox: Sandbox = field(default_factory=lambda: Sandbox(seed=SEED))
    people: list[Persona] = field(default_factory=list)
    crowd: list[Persona] = field(default_factory=list)
    accepted: set[int] = field(default_factory=set)
    figures: Figures = field(default_factory=Figures)

    async def begin(self, migrated: Path) -> None:
        self.folder.mkdir()
        shutil.copy(migrated, self.folder / "vekhi.db")
        await self.sandbox.start()
        self.sandbox.state.webhook.first_pause = 0.01
        self._port = free_port()
        storage = Storage(sqlite_url(self.folder / "vekhi.db"))
        api = f"{self.sandbox.url}/bot{self.sandbox.token}"
        now = self.sandbox.clock()
        async with storage.begin() as tx, aiohttp.ClientSession() as http:
            district = await add_district(tx, name="Район", zone="Europe/Moscow", morning_hour=8, now=now)
            await add_schools(tx, district, ["Школа"])
            for name in (*PEOPLE, *(f"Учитель {number}" for number in range(CROWD))):
                persona = self.sandbox.persona(name)
                await persona.say("/start", wait=False)
                await http.post(f"{api}/sendMessage", json={"chat_id": persona.id, "text": "меню"})
                person = await add_person(tx, account_id=persona.id, name=name, language="ru", now=now)
                await add_membership(tx, person, Membership(Role.COORDINATOR, district), now=now)
                (self.people if name in PEOPLE else self.crowd).append(persona)
        await storage.close()
        self._next_id = max(u.id for u in self.sandbox.state.updates.waiting()) + 1

    def start(self, failpoint: Failpoint | None = None) -> BaseProcess:
        environ = {
            "BOT_TOKEN": self.sandbox.token,
            "BOT_API_URL": self.sandbox.url,
            "VEKHI_DATA": str(self.folder),
            "DATABASE_URL": "",
            "WEBHOOK_URL": f"http://127.0.0.1:{self._port}/" if self.mode == "webhook" else "",
            "WEBHOOK_SECRET": SECRET,
            "WEBHOOK_PORT": str(self._port),
        }
        process = _processes.Process(
            target=run_bot,
            args=(environ, self.folder / "log"),
            kwargs={"sabotage": self.sabotage, "failpoint": failpoint},
        )
        process.start()
        return process

    async def act(self, *people: Persona) -> None:
        for person in people:
            await person.press(data="invite:teacher:1", wait=False)
            self.accepted.add(self._next_id)
            self._next_id += 1

    async def kill_at_random(self, chance: random.Random) -> None:
        """A start, acts before and during it, and a death at any moment of its life."""
        journal, updates = self.sandbox.journal.entries, self.sandbox.state.updates
        await self.act(*self.people * chance.randrange(1, 4))
        if chance.random() < 0.2:
            await self.act(*self.crowd * 2)
        calls = len(journal) + chance.randrange(5, 30)
        process = self.start()
        await self.sandbox.state.changes.until(lambda: len(journal) >= calls or not updates, within=WITHIN)
        await self.act(*self.people)
        await asyncio.sleep(chance.random() * 0.03)  # the moment is the point here
        (process.kill if chance.random() < 0.7 else process.terminate)()
        await asyncio.to_thread(process.join)
        self.figures.kills += 1

    async def kill_at_failpoint(self, number: int) -> bool:
        """One act of a settled bot that dies at that point of it; False when it has no such point."""
        process = self.start(Failpoint(number, self._next_id))
        await self.sandbox.settled(WITHIN)
        await self.act(self.people[0])
        died = asyncio.create_task(asyncio.to_thread(process.join))
        done = asyncio.create_task(self.sandbox.settled(WITHIN))
        await asyncio.wait({died, done}, return_when=asyncio.FIRST_COMPLETED)
        done.cancel()
        process.terminate()
        await died
        self.figures.failpoints += process.exitcode != 0
        return process.exitcode != 0

    async def end(self) -> Figures:
        """Let the bot do what waits; what was stored of what was accepted."""
        process = self.start()
        await self.sandbox.settled(WITHIN)
        process.terminate()
        await asyncio.to_thread(process.join)
        await self.sandbox.stop()
        with sqlite3.connect(self.folder / "vekhi.db") as database:
            healthy = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
        storage = Storage(sqlite_url(self.folder / "vekhi.db"))
        async with storage.read() as tx:
            handled = set((await tx.execute(select(handled_updates.c.update_id))).scalars())
            by_hand = invites.c.created_by.is_not(None)  # each start makes one for the first admin
            made = (await tx.execute(select(func.count()).where(by_hand))).scalar_one()
        await storage.close()
        done = len(self.accepted & handled)
        figures = self.figures
        figures.accepted, figures.damaged = len(self.accepted), not healthy
        figures.lost = len(self.accepted) - done + max(0, done - made)
        figures.twice = max(0, made - done)
        return figures


async def _at_random(folder: Path, migrated: Path, mode: str, kills: int, *, sabotage: bool) -> Figures:
    life = Life(folder / f"{mode}-random", mode, sabotage)
    await life.begin(migrated)
    chance = random.Random(f"{SEED}:{mode}")
    for _ in range(kills):
        await life.kill_at_random(chance)
    return await life.end()


async def _at_failpoints(folder: Path, migrated: Path, mode: str, *, sabotage: bool) -> Figures:
    life = Life(folder / f"{mode}-failpoints", mode, sabotage)
    await life.begin(migrated)
    number = 1
    while await life.kill_at_failpoint(number):
        number += 1
    return await life.end()


async def test_nothing_accepted_is_lost(
    tmp_path: Path, migrated_sqlite: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    total = Figures()
    for mode in MODES:
        for figures in await asyncio.gather(
            _at_random(tmp_path, migrated_sqlite, mode, KILLS, sabotage=SABOTAGE),
            _at_failpoints(tmp_path, migrated_sqlite, mode, sabotage=SABOTAGE),
        ):
            total += figures
    report(capsys, "D1", total)
    assert (total.lost, total.twice, total.damaged) == (0, 0, 0), f"SEED={SEED}"


@pytest.mark.parametrize("mode", MODES)
async def test_the_test_sees_a_bot_that_confirms_first(
    tmp_path: Path, migrated_sqlite: Path, mode: str
) -> None:
    figures = await _at_random(tmp_path, migrated_sqlite, mode, 3, sabotage=True)
    assert figures.lost > 0, f"SEED={SEED}"
