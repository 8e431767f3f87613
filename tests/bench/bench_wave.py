"""2,000 teachers answer 30 items each within an hour: ``make bench-wave [MINUTES=60]``. Not a test.

The installed bot as a process of its own, presses over HTTP at the pace of that hour; fewer minutes take as
many teachers fewer, so that the pressure is the same. Afterwards every answer is looked for in the sums of
the schools.
"""
# ruff: noqa: T201

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select

from bot.domain.anonymity import Breakdown
from bot.domain.people import Membership, Role
from bot.domain.wave_stages import Stage
from bot.questionnaires.packs import Pack, parse_pack
from bot.sandbox.persona import Persona
from storage import Storage
from storage.districts import add_district, add_schools, list_schools
from storage.migrate import upgrade
from storage.packs import keep_pack
from storage.people import add_membership, add_person
from storage.responses import tally_in
from storage.tables import survey_bag
from storage.tokens import issue_tokens
from storage.waves import add_wave
from tests.bench.bot_process import PATIENCE, Neighbours, neighbours, percentile

TEACHERS, HOUR, ITEMS, SCHOOLS = 2000, 60.0, 30, 40
THINK = 6.0  # seconds from a screen to the next press
PROMISED = 0.3  # seconds, the 95th of a hundred presses
FLAT = 1.03  # the last third of the time beside the first, once everything was met
LOOK_EVERY = 5.0  # seconds

_PACK = """\
code: bench
version: 1
audience: teachers
languages: [ru]
title: {ru: Замер}
scales:
  five: [{ru: Нет}, {ru: Скорее нет}, {ru: Поровну}, {ru: Скорее да}, {ru: Да}]
items:
"""
_QUESTION = "Вопрос %d: хватает ли вам на уроке того, что нужно?"
_ITEM = f"  - {{id: item-%d, kind: scale, scale: five, text: {{ru: '{_QUESTION}'}}}}\n"


@dataclass
class Wave:
    bot: Neighbours
    number: int = 0
    waited: list[float] = field(default_factory=list)  # seconds of each press
    given: Counter[tuple[str, str]] = field(default_factory=Counter)  # (item, value), of what was sent
    sent: int = 0
    under_way: int = 0
    most_under_way: int = 0

    async def begin(self, teachers: int) -> None:
        """The district, its schools and teachers, and an open wave."""
        storage = Storage(self.bot.url)
        await upgrade(storage)
        now = self.bot.sandbox.clock()
        source = _PACK + "".join(_ITEM % (n, n) for n in range(1, ITEMS + 1))
        pack = Pack(source, parse_pack(source))
        async with storage.begin() as tx:
            district = await add_district(tx, name="Район", zone="Europe/Moscow", morning_hour=8, now=now)
            await add_schools(tx, district, [f"Школа {number}" for number in range(SCHOOLS)])
            schools = [school.id for school in await list_schools(tx, district)]
            author = 0
            for number in range(teachers):
                persona = self.bot.sandbox.persona(f"Учитель {number}")
                await persona.say("/start", wait=False)
                author = await add_person(
                    tx, account_id=persona.id, name=persona.name, language="ru", now=now
                )
                role = Membership(Role.TEACHER, district, schools[number % SCHOOLS])
                await add_membership(tx, author, role, now=now)
                self.bot.people.append(persona)
            await keep_pack(tx, pack.hash, source)
            self.number = (
                await add_wave(
                    tx,
                    district_id=district,
                    pack=pack.hash,
                    questionnaire="bench",
                    version=1,
                    anonymous=True,
                    breakdown=Breakdown.SCHOOLS,
                    stage=Stage.ENTRY,
                    opened_by=author,
                    now=now,
                    closes_at=now + timedelta(days=14),
                )
                or 0
            )
            await issue_tokens(tx, self.number, district, (Role.TEACHER,), anonymous=True)
        await storage.close()

    async def fill_in(self, teacher: Persona, begins: float, chance: random.Random) -> None:
        """From the invitation to the receipt, one press an item."""
        await asyncio.sleep(begins)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        answers = [(f"item-{n}", str(chance.randint(1, 5))) for n in range(1, ITEMS + 1)]
        chosen = [f"ans:{self.number}:{item}:{value}" for item, value in answers]
        for press in [f"survey-open:{self.number}", f"survey-go:{self.number}", *chosen]:
            await self._press(teacher, press)
            await asyncio.sleep(THINK * (0.5 + chance.random()))
        await self._press(teacher, f"survey-send:{self.number}")
        if "Спасибо" in teacher.last.text:
            self.sent += 1
            self.given.update(answers)
        self.under_way -= 1

    async def _press(self, teacher: Persona, data: str) -> None:
        teacher.new()
        began = time.perf_counter()
        await teacher.press(data=data, wait=False)
        await self.bot.sandbox.state.changes.until(lambda: bool(teacher.new()), within=PATIENCE)
        self.waited.append(time.perf_counter() - began)

    async def lost(self) -> int:
        """Answers and sheets that were sent and are not in the sums, or are there and were not sent."""
        storage = Storage(self.bot.url)
        async with storage.read() as tx:
            sums = (await tx.execute(select(survey_bag.c.sums))).scalars().all()
        await storage.close()
        found: Counter[tuple[str, str]] = Counter()
        for tally in map(tally_in, sums):
            for item, values in tally.answers.items():
                found.update({(item, value): count for value, count in values.items()})
        sheets = abs(sum(tally_in(one).people for one in sums) - self.sent)
        return sheets + (self.given - found).total() + (found - self.given).total()


async def measure(minutes: float, folder: Path) -> int:
    teachers = round(TEACHERS * minutes / HOUR)
    async with neighbours(folder, 0) as bot:
        wave, chance = Wave(bot), random.Random(1)
        await wave.begin(teachers)
        async with bot.serving():
            for teacher in bot.people:  # until everybody has a message to press on
                await bot.sandbox.state.changes.until(partial(_is_greeted, teacher), within=PATIENCE)
            watching = asyncio.create_task(_watch(bot))
            began, cpu = time.perf_counter(), _cpu(bot)
            await asyncio.gather(
                *(
                    wave.fill_in(teacher, chance.random() * minutes * 60, random.Random(number))
                    for number, teacher in enumerate(bot.people)
                )
            )
            took, cpu = time.perf_counter() - began, _cpu(bot) - cpu
            watching.cancel()
        lost = await wave.lost()
    held = bot.held[len(bot.held) // 5 :]
    thirds = [statistics.fmean(held[len(held) * n // 3 : len(held) * (n + 1) // 3]) for n in range(3)]
    p50, p95, p99 = (percentile(wave.waited, share) for share in (0.5, 0.95, 0.99))
    print(
        f"{teachers} teachers, {len(wave.waited)} presses in {took / 60:.1f} min "
        f"({len(wave.waited) / took:.1f}/s, {wave.most_under_way} people at once): "
        f"sent {wave.sent}, lost or doubled {lost}; "
        f"a press: median {p50 * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms; "
        f"the bot had {cpu / took:.0%} of a core, {1000 * cpu / len(wave.waited):.1f} ms a press; "
        f"memory, MiB: {' → '.join(f'{mean:.1f}' for mean in thirds)} (thirds)"
    )
    return 0 if not lost and p95 <= PROMISED and thirds[-1] <= thirds[0] * FLAT else 1


def _is_greeted(teacher: Persona) -> bool:
    return any(seen.author == "bot" for seen in teacher.newest_first())


def _cpu(bot: Neighbours) -> float:
    """Seconds of a core that the bot has used (Linux)."""
    fields = Path(f"/proc/{bot.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _watch(bot: Neighbours) -> None:
    while True:
        bot.held.append(bot.memory())
        await asyncio.sleep(LOOK_EVERY)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        sys.exit(asyncio.run(measure(float(sys.argv[1]) if len(sys.argv) > 1 else HOUR, Path(own))))
