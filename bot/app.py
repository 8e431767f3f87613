"""The composition root: the only file that knows every part."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.charts.worker import ChartWorker
from bot.clock import Clock, system_clock
from bot.delivery.calendars import CalendarSite
from bot.delivery.intake import Intake
from bot.delivery.introduction import introduce
from bot.delivery.limits import Limits
from bot.delivery.outbox import Outbox
from bot.delivery.reception import Reception
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.delivery.webhook import Webhook
from bot.jobs.scheduler import metronome
from bot.jobs.ticks import tick
from bot.papers.calendar import calendar_file
from bot.screen import Chart
from bot.settings import Settings
from bot.use_cases.calendars import open_calendar
from bot.use_cases.joining import first_admin_link
from bot.use_cases.upkeep import note_heard
from bot.words import Words
from bot.worker import Worker
from handlers.conversations import CONVERSATIONS
from handlers.desk import Desk
from handlers.routing import Routes, Services
from storage import Storage
from storage.files import FileStore
from storage.migrate import upgrade

if TYPE_CHECKING:
    from aiogram.client.session.base import BaseSession  # imported by bot.delivery, in its own way

logger = logging.getLogger(__name__)

PAPER_SECONDS = 120.0  # for one paper; the largest takes ten


def build_app(
    settings: Settings,
    *,
    session: BaseSession | None = None,
    clock: Clock = system_clock,
    limits: Limits | None = None,
    conversations: Sequence[Routes] = CONVERSATIONS,
) -> App:
    """The bot for these settings; nothing is opened or asked before ``start``.

    ``limits`` is Telegram's own pace where none is given.
    """
    bot = open_bot(settings.token, settings.api_url, session)
    return App(settings, Telegram(bot, limits or Limits()), clock, conversations)


class App:
    """The bot. Either ``run`` it, or ``start`` it, let it serve during a block, and ``stop`` it."""

    intake: Intake | Webhook
    outbox: Outbox
    username: str

    def __init__(
        self, settings: Settings, telegram: Telegram, clock: Clock, conversations: Sequence[Routes]
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.storage = Storage(settings.database)
        self._telegram = telegram
        self._conversations = conversations
        self._charts = ChartWorker()
        self._papers = Worker(PAPER_SECONDS)

    async def start(self) -> None:
        """Prepare the data folder and the database, greet Telegram, put the parts together."""
        self.settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        await upgrade(self.storage)
        words = Words()
        self.username = await introduce(self._telegram, words, self.settings.language)
        files = FileStore(self.settings.data / "files")
        services = Services(
            files,
            self.username,
            self._telegram.fetch,
            words,
            self.settings.language,
            self.settings.school_quota,
            self.settings.calendar.url if self.settings.calendar else "",
            self._papers.run,
        )
        desk = Desk(self.storage, self._conversations, services, self.clock)
        show = Show(self._telegram, words, self._draw, self._papers.run)
        self.outbox = Outbox(self.storage, show, desk.table.notices, self.clock)
        reception = Reception(desk.answer, show, self.storage, self.clock, self.outbox.wake)
        webhook = self.settings.webhook
        telegram = self._telegram
        self.intake = Webhook(telegram, reception, webhook) if webhook else Intake(telegram, reception)

    async def _draw(self, chart: Chart) -> bytes:
        return await self._charts.draw(chart.data, dark=bool(chart.dark))

    async def stop(self) -> None:
        self._charts.close()
        self._papers.close()
        await self._telegram.close()
        await self.storage.close()

    async def admin_link(self) -> str | None:
        """A fresh one-time link for the first admin; None when there is one. Earlier links end."""
        async with self.storage.begin() as tx:
            token = await first_admin_link(tx, now=self.clock())
        return token and f"https://t.me/{self.username}?start=inv_{token}"

    async def tick(self) -> None:
        """Do what is due by the clock and send all that is to be sent."""
        await self._beat()
        await self.outbox.drain()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[list[asyncio.Task[None]]]:
        """Take updates and send notices while the block runs; what is under way is finished after it.

        The tasks that the block is given end by themselves only when they break.
        """
        tasks = [asyncio.create_task(self.intake.run()), asyncio.create_task(self.outbox.run())]
        if self.settings.calendar:
            tasks.append(asyncio.create_task(CalendarSite(self.settings.calendar, self._calendar).run()))
        self.outbox.wake()  # an earlier run may have left something
        try:
            yield tasks
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    async def run(self, announce: Callable[[str], None]) -> None:
        """Start, and serve until cancelled. ``announce`` tells the console how to become the first admin."""
        scheduler = metronome(self._beat)
        try:
            await self.start()
            if link := await self.admin_link():
                announce(link)
                logger.warning("there is no admin: the first to open the link is", extra={"link": link})
            async with self.serving() as tasks:
                scheduler.start()
                logger.info("serving", extra={"bot": self.username})
                broken, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                broken.pop().result()
        finally:
            if scheduler.running:
                scheduler.shutdown(wait=False)
            await self.stop()

    async def _calendar(self, token: str) -> bytes | None:
        async with self.storage.read() as tx:
            found = await open_calendar(tx, token)
        return await asyncio.to_thread(calendar_file, found, self.username) if found else None

    async def _beat(self) -> None:
        if self.intake.listening:
            async with self.storage.begin() as tx:
                await note_heard(tx, self.clock())
        await tick(self.storage, self.clock())
        self.outbox.wake()
