"""The webhook: Telegram hands each update over, and is told 200 when the act it stands for is committed."""

from __future__ import annotations

import asyncio
import logging
from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

from aiogram.methods import GetWebhookInfo, SetWebhook
from aiohttp import web

from bot.delivery.failures import CallFailed
from bot.delivery.inbox import Inbox
from bot.delivery.incoming import ALLOWED_UPDATES
from bot.delivery.reception import Reception
from bot.delivery.telegram import Telegram
from bot.settings import WebhookSettings

logger = logging.getLogger(__name__)

CONNECTIONS = 40  # at once, from Telegram
HELD = CONNECTIONS // 2  # of them may wait until an answer is shown; the rest only until the commit
WATCHED_EVERY = 300.0  # seconds between looks at what Telegram says of the webhook
MOST_ACTING = 200  # Telegram alone cannot reach it; beyond it everybody is asked to come again
_LARGEST = 2**20  # bytes; an update carries files by reference and is a few kilobytes
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhook:
    """Receives updates and has them carried out as :class:`bot.delivery.intake.Intake` does.

    An update is confirmed when its answer was shown; when many wait to be shown, as soon as it is
    committed. Never before that: a killed bot has not confirmed it, and Telegram brings it again.
    """

    def __init__(self, telegram: Telegram, reception: Reception, settings: WebhookSettings) -> None:
        self._telegram = telegram
        self._settings = settings
        self._inbox = Inbox(reception)
        self._stopping = False
        self.listening = False  # Telegram knows the webhook and brings what people do

    async def run(self) -> None:
        """Serve until cancelled; then end what is under way and confirm it. The webhook stays set.

        CallFailed when Telegram does not take the webhook, OSError when the port is not to be had.
        """
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_post(urlsplit(self._settings.url).path or "/", self._receive)
        await self._inbox.restore()
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._settings.host, self._settings.port).start()
            await self._announce()
            while True:
                await asyncio.sleep(WATCHED_EVERY)
                await self._watch()
        finally:
            self.listening = False
            self._stopping = True
            await self._inbox.drain()
            await runner.cleanup()

    async def _announce(self) -> None:
        method = SetWebhook(
            url=self._settings.url,
            secret_token=self._settings.secret,
            max_connections=CONNECTIONS,
            allowed_updates=ALLOWED_UPDATES,
        )
        await self._telegram.insist(method)
        self.listening = True
        logger.info("the webhook is set", extra={"host": self._settings.host, "port": self._settings.port})

    async def _watch(self) -> None:
        """Set the webhook again when somebody has taken it away, and tell the log why nothing comes."""
        try:
            info = await self._telegram.call(GetWebhookInfo())
            if info.url != self._settings.url:
                logger.error("the webhook was taken away; another copy of the bot with this token?")
                await self._announce()
        except CallFailed as failed:
            self.listening = False
            logger.warning("the webhook is out of sight", extra={"description": failed.description})
            return
        # Telegram's last complaint stays in the answer when it has passed: only waiting updates make it news.
        self.listening = not (info.last_error_message and info.pending_update_count)
        if not self.listening:
            logger.error("Telegram cannot reach the webhook", extra={"description": info.last_error_message})

    async def _receive(self, request: web.Request) -> web.Response:
        told = request.headers.get(_SECRET_HEADER, "")
        if not compare_digest(told.encode(), self._settings.secret.encode()):
            return web.Response(status=403)
        if self._stopping or len(self._inbox.acting) >= MOST_ACTING:
            return web.Response(status=503, headers={"Retry-After": "1"})
        raw = await _read(request)
        if raw is None:
            return web.Response(status=400)
        under_way = self._inbox.put(raw)
        if under_way:
            await under_way.committed.wait()
            if len(self._inbox.showing) <= HELD:
                await under_way.shown.wait()
        return web.Response()


async def _read(request: web.Request) -> dict[str, Any] | None:
    """None for what is no update; who knows the secret and still sends that has a bug of its own."""
    try:
        raw = await request.json()
    except ValueError:
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
