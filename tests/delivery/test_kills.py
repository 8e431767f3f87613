"""D1 in miniature: the real bot is killed at seeded moments; nothing is lost, nothing is done twice."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import sqlite3
import sys
from dataclasses import dataclass
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
from storage.tables import invites
from tests.delivery.saboteur import run_bot

CASES = 20
PEOPLE = ("Анна", "Борис", "Вера")
PRESSES = 8  # each makes an invitation: a row that a second handling would make again
SEED = int(os.environ.get("VEKHI_SEED", "1"))

_processes = get_context("forkserver")
# Imported once: a process of its own for each run then costs a fork.
_processes.set_forkserver_preload(["tests.delivery.saboteur"])


@dataclass
class Figures:
    accepted: int = 0
    stored: int = 0
    lost: int = 0
    twice: int = 0
    damaged: int = 0

    def __iadd__(self, other: Figures) -> Figures:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


class Case:
    """One database, one sandbox, one queue of acts, one kill."""

    def __init__(self, folder: Path, seed: int, *, confirm_first: bool) -> None:
        self.folder = folder
        self.random = random.Random(f"{SEED}:{seed}")
        self.confirm_first = confirm_first
        self.sandbox = Sandbox(seed=seed)
        self.people: list[tuple[Persona, int]] = []

    async def run(self, migrated: Path) -> Figures:
        await self.sandbox.start()
        shutil.copy(migrated, self.folder / "vekhi.db")
        await self._register()
        acts = [person for person, _ in self.people] * PRESSES
        early = self.random.randrange(len(acts) // 2, len(acts) + 1)
        for person in acts[:early]:
            await person.press(data="invite:teacher:1", wait=False)
        first = self._start()
        await self._await_calls(self.random.randrange(5, 60))
        for person in acts[early:]:
            await person.press(data="invite:teacher:1", wait=False)
        await asyncio.sleep(self.random.random() * 0.03)  # the moment is the point here
        (first.kill if self.random.random() < 0.7 else first.terminate)()
        await asyncio.to_thread(first.join)
        second = self._start()
        await self._await_calls(len(self.sandbox.journal.entries) + 1)
        await self.sandbox.settled(within=60)
        second.terminate()
        await asyncio.to_thread(second.join)
        await self.sandbox.stop()
        return await self._count()

    async def _register(self) -> None:
        """Three coordinators, each with a menu of the bot's to press on."""
        storage = Storage(sqlite_url(self.folder / "vekhi.db"))
        api = f"{self.sandbox.url}/bot{self.sandbox.token}"
        now = self.sandbox.clock()
        async with storage.begin() as tx, aiohttp.ClientSession() as http:
            district = await add_district(tx, name="Район", zone="Europe/Moscow", morning_hour=8, now=now)
            await add_schools(tx, district, ["Школа"])
            for name in PEOPLE:
                persona = self.sandbox.persona(name)
                await persona.say("/start", wait=False)
                await http.post(f"{api}/sendMessage", json={"chat_id": persona.id, "text": "меню"})
                person = await add_person(tx, account_id=persona.id, name=name, language="ru", now=now)
                await add_membership(tx, person, Membership(Role.COORDINATOR, district), now=now)
                self.people.append((persona, person))
        await storage.close()

    def _start(self) -> BaseProcess:
        environ = {
            "BOT_TOKEN": self.sandbox.token,
            "BOT_API_URL": self.sandbox.url,
            "VEKHI_DATA": str(self.folder),
            "DATABASE_URL": "",
        }
        process = _processes.Process(
            target=run_bot,
            args=(environ, self.folder / "log"),
            kwargs={"confirm_first": self.confirm_first},
        )
        process.start()
        return process

    async def _await_calls(self, number: int) -> None:
        """Until the bot has made that many calls, or has nothing left to make them for."""
        journal, state = self.sandbox.journal.entries, self.sandbox.state
        await state.changes.until(lambda: len(journal) >= number or not state.updates, within=60)

    async def _count(self) -> Figures:
        with sqlite3.connect(self.folder / "vekhi.db") as database:
            healthy = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.close()
        storage = Storage(sqlite_url(self.folder / "vekhi.db"))
        async with storage.read() as tx:
            query = select(invites.c.created_by, func.count()).group_by(invites.c.created_by)
            made = {row[0]: row[1] for row in await tx.execute(query)}
        await storage.close()
        differences = [made.get(person, 0) - PRESSES for _, person in self.people]
        return Figures(
            accepted=PRESSES * len(PEOPLE),
            stored=PRESSES * len(PEOPLE) + sum(differences),
            lost=sum(max(0, -difference) for difference in differences),
            twice=sum(max(0, difference) for difference in differences),
            damaged=not healthy,
        )


async def _play(cases: int, folder: Path, migrated: Path, *, confirm_first: bool = False) -> Figures:
    turns = asyncio.Semaphore(4)  # a case mostly waits

    async def play(number: int) -> Figures:
        place = folder / str(number)
        place.mkdir()
        async with turns:
            return await Case(place, number, confirm_first=confirm_first).run(migrated)

    total = Figures()
    for figures in await asyncio.gather(*map(play, range(cases))):
        total += figures
    return total


async def test_nothing_accepted_is_lost(
    tmp_path: Path, migrated_sqlite: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = await _play(CASES, tmp_path, migrated_sqlite)
    with capsys.disabled():
        sys.stdout.write(f"\nD1 kills: {CASES} cases, seed {SEED}: {figures}\n")
    assert (figures.lost, figures.twice, figures.damaged) == (0, 0, 0), f"VEKHI_SEED={SEED}"


async def test_the_test_sees_a_bot_that_confirms_first(tmp_path: Path, migrated_sqlite: Path) -> None:
    figures = await _play(3, tmp_path, migrated_sqlite, confirm_first=True)
    assert figures.lost > 0, f"VEKHI_SEED={SEED}"
