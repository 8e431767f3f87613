"""The real bot against teremok, an emulator that is none of ours: strict rules, answers of its own making.

teremok has no queue of updates and no screens. Here it gets both: ``getUpdates`` is answered from a queue
that keeps what is not confirmed, and each phone shows what the emulator took and answered.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import EditMessageText, SendDocument, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message, Update, User
from teremok import (
    MockCallbackQuery,
    MockChat,
    MockedSession,
    MockMessageDocument,
    MockMessageText,
    MockUpdate,
    MockUser,
)

from bot.app import App, build_app
from bot.clock import SimulatedClock
from bot.delivery.intake import GetUpdates
from bot.delivery.limits import Limits
from bot.sandbox.changes import Changes
from bot.settings import Settings

TOKEN = "42:" + "T" * 35
WITHIN = 60.0  # real seconds for an act


@dataclass(frozen=True)
class Shown:
    text: str
    buttons: list[tuple[str, str]] = field(default_factory=list)  # label and data
    document: tuple[str, bytes] | None = None
    photo: bytes | None = None

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.buttons]


class Emulator(MockedSession):
    """``refused``: what the emulator's rules forbade; ``screens``: by chat, then by message id."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = Changes()
        self.waiting: dict[int, dict[str, Any]] = {}
        self.under_way = 0
        self.screens: dict[int, dict[int, Shown]] = {}
        self.refused: list[str] = []

    def put(self, update: Update) -> None:
        raw = update.model_dump_json(by_alias=True, exclude_none=True)
        self.waiting[update.update_id] = json.loads(raw)
        self.changes.announce()

    async def settled(self) -> None:
        quiet = await self.changes.until(lambda: not self.waiting and not self.under_way, WITHIN)
        assert quiet, f"not confirmed: {list(self.waiting)}"

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - the name is the library's
    ) -> Any:
        if isinstance(method, GetUpdates):
            return await self._updates(method)
        self.under_way += 1
        try:
            result = await super().make_request(bot, method, timeout)
        except TelegramAPIError as error:
            self.refused.append(f"{type(method).__name__}: {error.message}")
            raise
        finally:
            self.under_way -= 1
            self.changes.announce()
        self._show(method, result)
        return result

    async def _updates(self, method: GetUpdates) -> list[dict[str, Any]]:
        self.waiting = {number: raw for number, raw in self.waiting.items() if number >= method.offset}
        self.changes.announce()
        await self.changes.until(lambda: bool(self.waiting), method.timeout)
        return list(self.waiting.values())[: method.limit]

    def _show(self, method: TelegramMethod[Any], result: Any) -> None:
        if isinstance(method, EditMessageText):
            assert isinstance(method.chat_id, int)
            assert method.message_id is not None
            self.screens[method.chat_id][method.message_id] = _shown(method.text, method.reply_markup)
        elif isinstance(result, Message):
            self.screens.setdefault(result.chat.id, {})[result.message_id] = _sent(method)
        self.changes.announce()


def _sent(method: TelegramMethod[Any]) -> Shown:
    if isinstance(method, SendDocument):
        assert isinstance(method.document, BufferedInputFile)
        return Shown("", document=(str(method.document.filename), method.document.data))
    if isinstance(method, SendPhoto):
        assert isinstance(method.photo, BufferedInputFile)
        return Shown("", photo=method.photo.data)
    assert isinstance(method, SendMessage)
    return _shown(method.text, method.reply_markup)


def _shown(words: str | None, markup: Any) -> Shown:
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
    buttons = [(button.text, button.callback_data or "") for row in rows for button in row]
    return Shown(html.unescape(re.sub(r"<[^>]+>", "", words or "")), buttons)


class Phone:
    """One person of the emulator; as much of ``bot.sandbox.persona.Persona`` as the town needs."""

    def __init__(self, emulator: Emulator, number: int, name: str) -> None:
        self._emulator = emulator
        self._user = MockUser(number, name, f"person{number}", language_code="ru")
        self.name = name

    @property
    def screen(self) -> list[Shown]:
        return list(self._emulator.screens.get(self._user.id, {}).values())

    @property
    def last(self) -> Shown:
        return self.screen[-1]

    async def say(self, words: str) -> None:
        await self._send(message=MockMessageText(words, user=self._user))

    async def open_link(self, url: str) -> None:
        await self.say(f"/start {url.rpartition('=')[2]}")

    async def send_file(self, name: str, data: bytes) -> None:
        file_id = f"file_{len(self._emulator.files)}"
        self._emulator.files[file_id] = (f"documents/{name}", data)
        await self._send(message=MockMessageDocument(file_id, name, user=self._user))

    async def press(self, label: str) -> None:
        """The newest button that reads so, or begins so."""
        for number, shown in reversed(self._emulator.screens[self._user.id].items()):
            found = [data for words, data in shown.buttons if words == label] or [
                data for words, data in shown.buttons if words.startswith(label)
            ]
            if found:
                bot = User(id=42, is_bot=True, first_name="TestBot", username="test_bot")
                message = MockMessageText(shown.text, user=bot, chat=MockChat(self._user.id))
                pressed = message.model_copy(update={"message_id": number})
                await self._send(callback_query=MockCallbackQuery(found[0], user=self._user, message=pressed))
                return
        raise AssertionError(f"no button «{label}»: {[shown.labels for shown in self.screen[-3:]]}")

    async def _send(self, **what: Any) -> None:
        self._emulator.put(MockUpdate(**what))
        await self._emulator.settled()


class EmulatedStage:
    """What the town asks of ``bot.tour.stage.Stage``, without our sandbox."""

    def __init__(self, emulator: Emulator, app: App, clock: SimulatedClock) -> None:
        self.sandbox = self
        self.app = app
        self._emulator = emulator
        self._clock = clock
        self._phones: dict[str, Phone] = {}

    def persona(self, name: str, language: str = "ru") -> Phone:
        return self._phones.setdefault(name, Phone(self._emulator, 1000 + len(self._phones), name))

    async def move_to(self, moment: Any) -> None:
        self._clock.move_to(moment)
        await self.calm()

    async def calm(self) -> None:
        await self.app.tick()
        await self._emulator.settled()


@asynccontextmanager
async def emulated_stage(
    emulator: Emulator, data: Path, clock: SimulatedClock
) -> AsyncIterator[EmulatedStage]:
    """The whole app, with the emulator for its network."""
    settings = Settings(TOKEN, data, "", "https://api.telegram.org", "ru", "WARNING")
    app = build_app(settings, session=emulator, clock=clock, limits=Limits(1000, 1000))
    await app.start()
    try:
        async with app.serving():
            yield EmulatedStage(emulator, app, clock)
    finally:
        await app.stop()
