"""The demo: sandbox, real bot, seeded district, and the clock that the page moves."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.demo.clock import DemoClock
from bot.demo.seed import Silent, seed
from bot.demo.steps import steps
from bot.domain.local_time import next_local_hour
from bot.jobs.scheduler import metronome
from bot.reading.plan_reader import read_plan
from bot.sandbox.page.guide import Guide
from bot.sandbox.server import Sandbox
from bot.tour.cast import MORNING_HOUR, ZONE
from bot.tour.stage import DATA, Stage
from bot.tour.story import SAMPLE, bounds

NEIGHBOURS_PLAN = SAMPLE.with_name("zaozerny-2027.docx")
_DAYS_BEFORE = timedelta(days=3)  # the plan is launched shortly before its first day
_STEPS = {"day": timedelta(days=1), "week": timedelta(weeks=1)}
_FURTHEST = timedelta(days=60)  # an event later than this is not waited for


class Demo:
    """Directs the page. ``reset`` is set when somebody wants everything anew."""

    zone = ZONE
    controls: Sequence[str] = (*_STEPS, "next", "play", "reset")

    def __init__(self, folder: Path) -> None:
        document = SAMPLE.with_suffix(".docx")
        self._document = document.name, document.read_bytes()
        self._draft = read_plan(self._document[1], document.name)
        first, _ = bounds(self._draft, _FURTHEST)
        start = datetime.combine(first - _DAYS_BEFORE, time(9), ZoneInfo(ZONE)).astimezone(UTC)
        self._clock = DemoClock(start)
        self._notes: Mapping[str, str] = {}
        self._one_at_a_time = asyncio.Lock()
        self.ready = False
        self.reset = asyncio.Event()
        self.sandbox = Sandbox(clock=self._clock, director=lambda _: self)
        sample = NEIGHBOURS_PLAN.name, NEIGHBOURS_PLAN.read_bytes()
        self.guide = Guide(self.sandbox.state, steps(), sample)
        self._stage = Stage(self.sandbox, self._clock, folder, ZONE, told=False)
        self._stage.transcript = Silent(folder, ZONE)

    def notes(self) -> Mapping[str, str]:
        return self._notes

    async def do(self, control: str) -> None:
        if not self.ready:
            raise ValueError("the stage is still being set")
        if control == "reset":
            self.reset.set()
            return
        async with self._one_at_a_time:
            if control == "next":
                await self._pass_until_something_comes()
            elif control == "play":
                await self._pass_until(self._next_morning())
            elif control in _STEPS:
                await self._pass_until(self._clock() + _STEPS[control])
            else:
                raise ValueError(f"this clock knows no «{control}»")

    async def set_the_stage(self) -> None:
        """Start the bot, play half a year, and let the clock run."""
        name, document = self._document
        await self._stage.start_bot()
        self._notes = await seed(self._stage, document, name, self._draft)
        await self._pass_until_something_comes()  # what the visitor finds unread
        self.guide.begin()
        self._clock.run()
        self.ready = True
        self.sandbox.state.changes.announce()

    async def beat(self) -> None:
        await self._stage.app.tick()

    async def strike_the_stage(self) -> None:
        await self._stage.stop_bot()
        await self.sandbox.stop()

    async def _pass_until(self, moment: datetime) -> None:
        """Every morning on the way is lived through: a jump over it would bring only the last one."""
        while (morning := self._next_morning()) < moment:
            await self._move_to(morning)
        await self._move_to(moment)

    async def _pass_until_something_comes(self) -> None:
        end, before = self._clock() + _FURTHEST, self._messages()
        while self._messages() == before and self._clock() < end:
            await self._move_to(self._next_morning())

    def _next_morning(self) -> datetime:
        return next_local_hour(self._clock(), ZONE, MORNING_HOUR)

    async def _move_to(self, moment: datetime) -> None:
        await self._stage.move_to(moment)
        self.sandbox.state.changes.announce()

    def _messages(self) -> int:
        return sum(len(chat.messages) for chat in self.sandbox.state.chats.values())


@asynccontextmanager
async def open_demo(
    port: int, folder: Path, announce: Callable[[str], None] = lambda url: None
) -> AsyncIterator[Demo]:
    """A seeded district on 127.0.0.1 at work during the block; its data under ``folder`` are made anew.

    ``announce`` is told the address as soon as the page is there: it shows that the stage is being set.
    OSError when the port is taken.
    """
    await asyncio.to_thread(shutil.rmtree, folder / DATA, ignore_errors=True)
    demo = Demo(folder)
    announce(await demo.sandbox.start(port))
    scheduler = metronome(demo.beat)
    try:
        await demo.set_the_stage()
        scheduler.start()
        yield demo
    finally:
        if scheduler.running:
            scheduler.shutdown(wait=False)
        await demo.strike_the_stage()


async def serve(port: int, folder: Path, announce: Callable[[str], None]) -> None:
    """Until cancelled; ``announce`` is told the address at each start."""
    while True:
        async with open_demo(port, folder, announce) as demo:
            await demo.reset.wait()
            port = int(demo.sandbox.url.rpartition(":")[2])  # open pages find it again
