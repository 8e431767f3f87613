"""The bot as a process of its own, as it is installed, beside a sandbox with Telegram's limits."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.domain.people import Membership, Role
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from storage import Storage, sqlite_url
from storage.districts import add_district, add_schools
from storage.migrate import upgrade
from storage.outbox import add_notice
from storage.people import add_membership, add_person

NOTICE = "outage"  # any that needs no rows of its own
ARGS = {"since": "2026-09-07T05:00:00+00:00", "hours": 25}
PATIENCE = 60.0  # seconds for an answer; a press that waits longer counts as so long


@dataclass
class Neighbours:
    """A bot that serves, and people who press in the same district."""

    sandbox: Sandbox
    folder: Path
    people: list[Persona] = field(default_factory=list)
    held: list[float] = field(default_factory=list)  # what was seen of the bot's memory, in MiB
    pid: int = 0

    async def settle(self, people: int) -> list[int]:
        """Coordinators, each with a message to press on; their ids as persons."""
        storage = Storage(self.url)
        await upgrade(storage)
        now = self.sandbox.clock()
        ids = []
        async with storage.begin() as tx:
            district = await add_district(tx, name="Район", zone="Europe/Moscow", morning_hour=8, now=now)
            await add_schools(tx, district, ["Школа"])
            for number in range(people):
                persona = self.sandbox.persona(f"Координатор {number}")
                await persona.say("/start", wait=False)
                person = await add_person(
                    tx, account_id=persona.id, name=persona.name, language="ru", now=now
                )
                await add_membership(tx, person, Membership(Role.COORDINATOR, district), now=now)
                self.people.append(persona)
                ids.append(person)
        await storage.close()
        return ids

    async def queue(self, count: int, *, each_due_in: timedelta = timedelta()) -> None:
        """Notices for so many people who never press."""
        storage = Storage(self.url)
        now = self.sandbox.clock()
        async with storage.begin() as tx:
            for number in range(count):
                persona = self.sandbox.persona(f"Завуч {number}")
                persona.person.started = True
                person = await add_person(
                    tx, account_id=persona.id, name=persona.name, language="ru", now=now
                )
                await add_notice(
                    tx,
                    person_id=person,
                    notice=NOTICE,
                    args=ARGS,
                    dedupe=f"bench:{number}",
                    due_at=now + number * each_due_in,
                )
        await storage.close()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """``python -m bot run``, stopped politely; what it says goes into the folder's log."""
        environ = {
            "BOT_TOKEN": self.sandbox.token,
            "BOT_API_URL": self.sandbox.url,
            "VEKHI_DATA": str(self.folder),
        }
        with (self.folder / "log").open("w") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=os.environ | environ, stdout=log, stderr=log
            )
        self.pid = process.pid
        try:
            await self.sandbox.settled(PATIENCE)
            yield
        finally:
            if process.returncode is not None:
                print((self.folder / "log").read_text(encoding="utf-8"))  # noqa: T201 - why it has ended
            else:
                process.terminate()
            await process.wait()

    async def press_for(self, seconds: float, *, every: float, by: Sequence[Persona]) -> list[float]:
        """Each presses about every so often, and waits for the answer; how long they waited, sorted."""
        ends = time.perf_counter() + seconds
        chance = random.Random(1)
        turns = [self._press_until(ends, every, persona, random.Random(chance.random())) for persona in by]
        return sorted(waited for own in await asyncio.gather(*turns) for waited in own)

    async def _press_until(
        self, ends: float, every: float, persona: Persona, chance: random.Random
    ) -> list[float]:
        waited = []
        await asyncio.sleep(chance.random() * every)
        while time.perf_counter() < ends:
            waited.append(await self.press(persona))
            await asyncio.sleep(every * (0.5 + chance.random()))
        return waited

    async def press(self, persona: Persona) -> float:
        """Seconds from a press that writes a row to the answer on the screen."""
        persona.new()
        began = time.perf_counter()
        await persona.press(data="invite:teacher:1", wait=False)
        await self.sandbox.state.changes.until(lambda: bool(persona.new()), within=PATIENCE)
        return time.perf_counter() - began

    def memory(self) -> float:
        """MiB that the bot holds in RAM now (Linux)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    @property
    def url(self) -> str:
        return sqlite_url(self.folder / "vekhi.db")


@asynccontextmanager
async def neighbours(folder: Path, people: int, reminders: int = 0) -> AsyncIterator[Neighbours]:
    """So many people who press, and so many reminders already due when the bot starts."""
    sandbox = Sandbox(limits=True, seed=1)
    await sandbox.start()
    try:
        stage = Neighbours(sandbox, folder)
        await stage.settle(people)
        await stage.queue(reminders)
        yield stage
    finally:
        await sandbox.stop()


def percentile(waited: Sequence[float], share: float) -> float:
    return sorted(waited)[min(int(len(waited) * share), len(waited) - 1)]
