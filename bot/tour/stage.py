"""The stage: the sandbox, the real bot against it over HTTP, the clock, and what everybody saw."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot.app import App, build_app
from bot.clock import SimulatedClock
from bot.delivery.limits import Limits
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tour.player import Player
from bot.tour.transcript import Transcript
from storage.updates import set_heard

# The sandbox enforces no pace here, and a year of messages at Telegram's own would last an hour.
_NO_LIMITS = 1_000_000.0
DATA = "data"  # the bot's own folder within the stage's


class Stage:
    """Everything a story needs; ``restart`` stops the bot in the middle and starts it anew.

    ``told``: somebody reads along, so that only one person acts at a time.
    """

    def __init__(
        self, sandbox: Sandbox, clock: SimulatedClock, folder: Path, zone: str, *, told: bool = True
    ) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.transcript = Transcript(folder, zone)
        self._folder = folder
        self._told = told
        self._running: AsyncExitStack | None = None
        self.app: App

    async def start_bot(self) -> None:
        settings = Settings(
            token=self.sandbox.token,
            data=self._folder / DATA,
            database_url="",
            api_url=self.sandbox.url,
            language="ru",
            log_level="WARNING",
        )
        limits = Limits(per_second=_NO_LIMITS, per_chat=_NO_LIMITS)
        self.app = build_app(settings, clock=self.clock, limits=limits)
        self._running = AsyncExitStack()
        await self.app.start()
        self._running.push_async_callback(self.app.stop)
        await self._running.enter_async_context(self.app.serving())

    async def stop_bot(self) -> None:
        if self._running:
            await self._running.aclose()
            self._running = None

    async def restart_bot(self) -> None:
        await self.stop_bot()
        await self.start_bot()

    async def move_to(self, moment: datetime) -> None:
        """Let time pass and the bot do what has become due; returns when all is delivered."""
        self.clock.move_to(moment)
        async with self.app.storage.begin() as tx:
            await set_heard(tx, moment)  # skipped days are no days on which the bot was out of touch
        await self.calm()

    async def calm(self) -> None:
        """Returns when nothing is due and nothing is under way."""
        await self.app.tick()
        await self.sandbox.settled()

    async def everybody(self, *acts: Callable[[], Awaitable[None]]) -> None:
        """Acts of different people who do not wait for each other."""
        if self._told:
            for act in acts:
                await act()
        else:
            await asyncio.gather(*(act() for act in acts))

    def player(self, name: str, *, followed: bool) -> Player:
        return Player(self.sandbox.persona(name), self.transcript, followed=followed)


@asynccontextmanager
async def open_stage(folder: Path, start: datetime, zone: str) -> AsyncIterator[Stage]:
    """The sandbox and the bot, both running, with empty data under ``folder``."""
    clock = SimulatedClock(start)
    sandbox = Sandbox(clock=clock)
    await sandbox.start()
    stage = Stage(sandbox, clock, folder, zone)
    try:
        await stage.start_bot()
        yield stage
    finally:
        await stage.stop_bot()
        await sandbox.stop()
