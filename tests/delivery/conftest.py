"""A real bot with a few routes of its own, on SQLite, against the sandbox over HTTP."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.clock import system_clock
from bot.delivery.intake import Intake
from bot.delivery.limits import Limits
from bot.delivery.outbox import Outbox
from bot.delivery.reception import Reception
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.sandbox.server import Sandbox
from bot.screen import Chart
from bot.words import LOCALES, Words
from handlers.desk import Desk
from handlers.routing import Services
from storage import Storage
from storage.files import FileStore
from storage.updates import get_dialog
from tests.delivery.routes import Gate, make_routes

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass
class World:
    """Everything between a person's finger and the database."""

    sandbox: Sandbox
    storage: Storage
    telegram: Telegram
    show: Show
    reception: Reception
    outbox: Outbox
    gate: Gate
    drawn: list[Any] = field(default_factory=list)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Intake]:
        intake = Intake(self.telegram, self.reception)
        task = asyncio.create_task(intake.run())
        try:
            yield intake
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def said(self, account_id: int) -> list[str]:
        """What the handlers have stored of a person's lines."""
        async with self.storage.read() as tx:
            dialog = await get_dialog(tx, account_id)
        return dialog.data["lines"] if dialog else []


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """The real catalogues, and one key that says anything."""
    folder = tmp_path_factory.mktemp("words") / "locales"
    shutil.copytree(LOCALES, folder)
    for language in folder.iterdir():
        (language / "test.ftl").write_text("say = { $words }\nmark = <b>{ $words }</b>\n", encoding="utf-8")
    return Words(folder)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(seed=7)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def world(
    sandbox: Sandbox, sqlite_storage: Storage, words: Words, tmp_path: Path
) -> AsyncIterator[World]:
    bot = open_bot(sandbox.token, sandbox.url)
    telegram = Telegram(bot, Limits(1000, 1000), pauses=(0.01, 0.01))
    gate, drawn = Gate(), list[Any]()

    async def draw(chart: Chart) -> bytes:
        drawn.append(chart.data)
        return PICTURE

    async def make(work: Callable[[], bytes]) -> bytes:
        await gate.hold()
        return work()

    show = Show(telegram, words, draw, make)
    services = Services(FileStore(tmp_path / "files"), "vekhi_bot", telegram.fetch, words)
    desk = Desk(sqlite_storage, [make_routes(gate)], services, system_clock)
    outbox = Outbox(sqlite_storage, show, desk.table.notices, system_clock)
    reception = Reception(desk.answer, show, sqlite_storage, system_clock, outbox.wake)
    yield World(sandbox, sqlite_storage, telegram, show, reception, outbox, gate, drawn)
    await telegram.close()
