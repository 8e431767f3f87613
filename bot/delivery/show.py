"""A screen → Telegram messages: words first, then the picture and the files."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MediaUnion,
)

from bot.delivery.failures import CallFailed
from bot.delivery.incoming import Origin
from bot.delivery.introduction import command_menu, wish
from bot.delivery.markup import keyboard
from bot.delivery.pages import pages
from bot.delivery.telegram import Telegram
from bot.screen import Chart, File, Screen, Text, Work
from bot.words import Words

logger = logging.getLogger(__name__)

Draw = Callable[[Chart], Awaitable[bytes]]
Make = Callable[[Callable[[], bytes]], Awaitable[bytes]]

K = TypeVar("K")
V = TypeVar("V")

_TOAST = 200  # characters (core.telegram.org/bots/api#answercallbackquery)
_ACTION_LASTS = 4.5  # Telegram shows «typing» for 5 s
_KNOWN_PICTURES = 256
_KNOWN_ALBUMS = 64
_ALBUM = 10  # photos (core.telegram.org/bots/api#sendmediagroup)
# The message is gone or of another kind: its answer needs a message of its own.
_NOT_EDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "MESSAGE_ID_INVALID",
)


@dataclass(slots=True)
class Parts:
    """How many of a notice's messages have gone out."""

    sent: int = 0


class Show:
    """Shows screens. Every failure to do so is a :class:`CallFailed`."""

    def __init__(self, telegram: Telegram, words: Words, draw: Draw, make: Make = asyncio.to_thread) -> None:
        self._telegram = telegram
        self._words = words
        self._draw = draw
        self._make = make
        self._pictures: OrderedDict[str, str] = OrderedDict()  # hash of the bytes → Telegram's file id
        # What answered the first files of an album: the files that come later only change it.
        self._albums: OrderedDict[tuple[int, str], int] = OrderedDict()

    @property
    def silence(self) -> float:
        """Seconds for which Telegram still wants to hear nothing; 0 when it listens."""
        return self._telegram.silence

    async def answer(self, origin: Origin, screen: Screen | None, language: str) -> None:
        """Answer the press, then show the screen in place of the pressed message where that is possible.

        All of it but the files that it has ordered: those are :meth:`files`.
        """
        language = (screen and screen.language) or language
        if origin.press_id:
            await self._answer_press(origin.press_id, screen.toast if screen else None, language)
        if screen:
            if origin.album:
                origin = replace(origin, editable=self._albums.get((origin.chat_id, origin.album), 0))
            at_once = replace(screen, files=()) if screen.ordered else screen
            await self._put(origin, at_once, language, self._telegram.insist)
        if screen and screen.commands:
            menu = command_menu(screen.commands, self._words, language)
            scope = BotCommandScopeChat(chat_id=origin.chat_id)
            await wish(self._telegram, SetMyCommands(commands=menu, scope=scope))

    async def files(self, origin: Origin, files: Sequence[File]) -> None:
        """Send the files of a screen that was shown already, each as soon as it is made."""
        await self._send_files(origin.chat_id, files, self._telegram.insist)

    async def notice(self, chat_id: int, screen: Screen, language: str, parts: Parts) -> None:
        """Send a screen that nobody waits for: after the answers, and without a second try of its own.

        ``parts`` counts its messages as they go out; those of an earlier try are not sent again.
        """
        passed_over = iter(range(parts.sent))

        async def call(method: TelegramMethod[Any]) -> Any:
            if next(passed_over, None) is not None:
                return None
            result = await self._telegram.call(method, urgent=False)
            parts.sent += 1
            return result

        await self._put(Origin(chat_id), screen, language, call)

    @asynccontextmanager
    async def working(self, chat_id: int, action: str = "typing") -> AsyncIterator[None]:
        """Shows that the bot is at work, for as long as the block lasts."""
        task = asyncio.create_task(self._keep_acting(chat_id, action))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _keep_acting(self, chat_id: int, action: str) -> None:
        try:
            while True:
                await self._telegram.call(SendChatAction(chat_id=chat_id, action=action))
                await asyncio.sleep(_ACTION_LASTS)
        except CallFailed as failed:
            logger.debug("chat action not shown", extra={"description": failed.description})

    async def _put(
        self,
        origin: Origin,
        screen: Screen,
        language: str,
        call: Callable[[TelegramMethod[Any]], Awaitable[Any]],
    ) -> None:
        chat_id = origin.chat_id
        *before, last = pages(self._words.html(screen.text, language))
        markup = keyboard(screen.rows, self._words, language)
        replaceable = origin.editable and not screen.fresh and not before
        if not (replaceable and await self._replaced(origin, last, markup)):
            for page in before:
                await call(SendMessage(chat_id=chat_id, text=page))
            message = await call(SendMessage(chat_id=chat_id, text=last, reply_markup=markup))
            if origin.album and not screen.fresh:
                _remember(self._albums, (chat_id, origin.album), message.message_id, _KNOWN_ALBUMS)
        if screen.chart:
            async with self.working(chat_id, "upload_photo"):
                picture = await self._draw(screen.chart)
                await self._send_file(chat_id, File("chart.png", picture, "photo"), call)
        await self._send_files(chat_id, screen.files, call)

    async def _replaced(self, origin: Origin, html: str, markup: InlineKeyboardMarkup | None) -> bool:
        method = EditMessageText(
            chat_id=origin.chat_id, message_id=origin.editable, text=html, reply_markup=markup
        )
        try:
            await self._telegram.insist(method)
        except CallFailed as failed:
            if any(words in failed.description for words in _NOT_EDITABLE):
                return False
            # Pressed twice: the message already says what it should.
            if "message is not modified" not in failed.description:
                raise
        return True

    async def _answer_press(self, press_id: str, toast: Text | None, language: str) -> None:
        words = self._words.plain(toast, language)[:_TOAST] if toast else None
        try:
            await self._telegram.insist(AnswerCallbackQuery(callback_query_id=press_id, text=words))
        except CallFailed as failed:
            if "query is too old" not in failed.description:
                raise
            logger.debug("the press was answered too late")

    async def _content(self, file: File) -> bytes:
        if isinstance(file.data, Work):
            return await self._make(file.data.make)
        return await asyncio.to_thread(file.content)

    async def _send_files(
        self, chat_id: int, files: Sequence[File], call: Callable[[TelegramMethod[Any]], Awaitable[Any]]
    ) -> None:
        for alike in _together(files):
            async with self.working(chat_id, f"upload_{alike[0].kind}"):
                if len(alike) > 1:
                    await self._send_album(chat_id, alike, call)
                else:
                    await self._send_file(chat_id, alike[0], call)

    async def _send_album(
        self, chat_id: int, files: Sequence[File], call: Callable[[TelegramMethod[Any]], Awaitable[Any]]
    ) -> None:
        uploads = [BufferedInputFile(await self._content(file), file.name) for file in files]
        media: list[MediaUnion] = [InputMediaPhoto(media=upload) for upload in uploads]
        await call(SendMediaGroup(chat_id=chat_id, media=media))

    async def _send_file(
        self, chat_id: int, file: File, call: Callable[[TelegramMethod[Any]], Awaitable[Any]]
    ) -> None:
        data = await self._content(file)
        upload = BufferedInputFile(data, file.name)
        if file.kind == "document":
            small = await asyncio.to_thread(file.preview, data)
            preview = BufferedInputFile(small, "preview.jpg") if small else None
            await call(SendDocument(chat_id=chat_id, document=upload, thumbnail=preview))
            return
        digest = hashlib.sha256(data).hexdigest()
        known = self._pictures.get(digest)
        message = await call(SendPhoto(chat_id=chat_id, photo=known or upload))
        if not (
            message and message.photo
        ):  # sent all the same; there is only nothing to send it by the next time
            return
        _remember(self._pictures, digest, message.photo[-1].file_id, _KNOWN_PICTURES)


def _together(files: Sequence[File]) -> Iterator[Sequence[File]]:
    """Photos that follow one another make an album, any other file is sent by itself."""
    for kind, run in groupby(files, key=lambda file: file.kind):
        alike = list(run)
        size = _ALBUM if kind == "photo" else 1
        yield from (alike[start : start + size] for start in range(0, len(alike), size))


def _remember(known: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    """Note what was sent; of more than ``most`` the oldest is forgotten."""
    known[key] = value
    known.move_to_end(key)
    while len(known) > most:
        known.popitem(last=False)
