"""The one way to the Bot API: every call keeps the pace, and its failure has a class."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, TypeVar

import aiohttp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetFile, Response, SendChatAction, TelegramMethod

from bot.delivery.failures import CallFailed, Failure, call_failed
from bot.delivery.limits import Limits
from bot.domain.errors import DomainError

logger = logging.getLogger(__name__)
T = TypeVar("T")

PAUSES = (1.0, 3.0, 10.0, 30.0)  # seconds before a call that must not be lost is tried again
FILE_LIMIT = 20 * 2**20  # bytes that a bot may download (core.telegram.org/bots/api#getfile)


def open_bot(token: str, api_url: str, session: BaseSession | None = None) -> Bot:
    """aiogram's client of the Bot API at ``api_url``, or of whatever ``session`` leads to."""
    session = session or AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    return Bot(token, session, DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True))


class Telegram:
    def __init__(self, bot: Bot, limits: Limits, pauses: tuple[float, ...] = PAUSES) -> None:
        self._bot = bot
        self._limits = limits
        self._pauses = pauses
        self._responses: dict[Any, type[Response[Any]]] = {}
        self._moved: dict[int, int] = {}  # groups that became supergroups: the old id → the new one

    @property
    def silence(self) -> float:
        """Seconds for which Telegram still wants to hear nothing; 0 when it listens."""
        return self._limits.silence

    async def close(self) -> None:
        await self._bot.session.close()

    async def insist(self, method: TelegramMethod[T]) -> T:
        """A call that is tried again, for under a minute, while Telegram or the network does not answer."""
        for pause in self._pauses:
            try:
                return await self.call(method)
            except CallFailed as failed:
                if failed.failure is not Failure.LATER:
                    raise
                logger.warning("Telegram did not take a call", extra={"description": failed.description})
            await asyncio.sleep(pause)
        return await self.call(method)

    async def call(self, method: TelegramMethod[T], *, urgent: bool = True, seconds: int | None = None) -> T:
        """The result of one call; :class:`CallFailed` when there is none within ``seconds``.

        An ``urgent`` call waits while Telegram wants silence; any other fails with RETRY_AFTER, so that
        whoever keeps it can let it go. A chat that moved is followed to where it is now.
        """
        # pydantic forgets a model that nobody holds, and making it anew costs more than the call itself.
        self._responses.setdefault(method.__returning__, Response[method.__returning__])  # type: ignore[name-defined]
        while True:
            method = self._forwarded(method)
            await self._may_call(method, urgent=urgent)
            try:
                return await self._bot(method, request_timeout=seconds)
            except Exception as error:
                failed = call_failed(error)
                if failed is None:
                    raise
            if failed.failure is Failure.MOVED:
                self._moved[getattr(method, "chat_id", 0)] = failed.moved_to
                continue
            if failed.failure is Failure.RETRY_AFTER:
                self._limits.fall_silent(failed.wait)
            if failed.failure is not Failure.RETRY_AFTER or not urgent:
                raise failed

    def _forwarded(self, method: TelegramMethod[T]) -> TelegramMethod[T]:
        moved_to = self._moved.get(getattr(method, "chat_id", 0))
        return method.model_copy(update={"chat_id": moved_to}) if moved_to else method

    async def _may_call(self, method: TelegramMethod[Any], *, urgent: bool) -> None:
        chat_id: int | None = getattr(method, "chat_id", None)
        while True:
            # Whoever waited for the end of a silence queues after it: together they would break the pace.
            await self._listened_to(urgent=urgent)
            if chat_id is not None and not isinstance(method, SendChatAction):
                await self._limits.turn(chat_id, urgent=urgent)
            if not self._limits.silence:
                return

    async def _listened_to(self, *, urgent: bool) -> None:
        if not urgent and (silence := self._limits.silence):
            raise CallFailed(Failure.RETRY_AFTER, "Telegram asked for silence", wait=silence)
        await self._limits.listened_to()

    async def fetch(self, ref: str) -> bytes:
        """The bytes of a file that somebody sent; a DomainError says why they cannot be had."""
        try:
            file = await self.call(GetFile(file_id=ref))
        except CallFailed as failed:
            too_large = "file is too big" in failed.description
            raise DomainError("error-file-too-large" if too_large else "error-file-unavailable") from failed
        address = self._bot.session.api.file_url(self._bot.token, file.file_path or "")
        try:
            return await self._download(address)
        except (aiohttp.ClientError, TimeoutError):
            # Not chained: the error's words carry the address, and the address the token.
            raise DomainError("error-file-unavailable") from None

    async def _download(self, address: str) -> bytes:
        data = bytearray()
        async for chunk in self._bot.session.stream_content(address, timeout=60):
            data += chunk
            if len(data) > FILE_LIMIT:
                raise DomainError("error-file-too-large")
        return bytes(data)
