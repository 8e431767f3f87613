"""Polling that loses nothing: Telegram keeps an update until the act it stands for is committed."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from aiogram.methods import TelegramMethod

from bot.delivery.failures import CallFailed
from bot.delivery.inbox import Inbox
from bot.delivery.incoming import ALLOWED_UPDATES
from bot.delivery.reception import Reception
from bot.delivery.telegram import Telegram

logger = logging.getLogger(__name__)

LIMIT = 100  # the most updates that one call brings; those not confirmed are among them
LONG_POLL = 30  # seconds
# While an act is under way its update comes back at once, so that a long poll would not wait.
SHORT_PAUSE = 0.1
_BACKOFF = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class GetUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as plain JSON: one update that aiogram cannot read must not hide the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int
    limit: int
    timeout: int
    allowed_updates: list[str]


class Intake:
    """Fetches updates and has them carried out: in order for a person, at once for different people.

    An update is confirmed when its answer was shown, so that a restart answers it again; when many
    wait to be shown, as soon as it is committed. It is never confirmed before that, unless it is
    written down: an act that takes long, or a flood, must not hide what everybody else does.
    """

    def __init__(self, telegram: Telegram, reception: Reception) -> None:
        self._telegram = telegram
        self._inbox = Inbox(reception)
        self._seen: set[int] = set()  # not confirmed yet: Telegram may send them again
        self._failures = 0
        self._complaint = ""
        self.listening = False  # the last call brought what people did

    async def run(self) -> None:
        """Serve until cancelled; then end what is under way and confirm it."""
        await self._inbox.restore()
        try:
            while True:
                await self._round()
        finally:
            await self._inbox.drain()
            if self._seen:
                await self._fetch(limit=1, wait=0)

    async def _round(self) -> None:
        inbox = self._inbox
        for raw in await self._fetch(LIMIT, 0 if inbox.acting or inbox.showing else LONG_POLL):
            if raw["update_id"] not in self._seen:
                self._seen.add(raw["update_id"])
                inbox.put(raw)
        if self._fill(inbox.unkept & self._seen):
            await inbox.shelve()
        if not (inbox.acting or inbox.showing):
            return
        try:
            async with asyncio.timeout(SHORT_PAUSE):  # wait_for() may swallow a stop that comes with its end
                await inbox.idle.wait()
        except TimeoutError:
            logger.debug("still busy", extra={"acting": len(inbox.acting), "showing": len(inbox.showing)})

    def _offset(self) -> int:
        """The lowest update that Telegram must keep, or 0 when there is nothing to confirm.

        Never an old number: after a quiet week Telegram counts on from a random one, maybe a lower.
        """
        kept = self._inbox.unkept & self._seen
        shown_late = kept | (self._inbox.showing & self._seen)
        if not self._fill(shown_late):
            kept = shown_late
        return min(kept) if kept else max(self._seen, default=-1) + 1

    def _fill(self, kept: set[int]) -> bool:
        """Whether updates that Telegram must keep would leave too little room in a call for new ones."""
        return bool(kept) and sum(update_id >= min(kept) for update_id in self._seen) > LIMIT // 2

    async def _fetch(self, limit: int, wait: int) -> list[dict[str, Any]]:
        offset = self._offset()
        method = GetUpdates(offset=offset, limit=limit, timeout=wait, allowed_updates=ALLOWED_UPDATES)
        try:
            updates = await self._telegram.call(method, seconds=wait + 10)
        except CallFailed as failed:
            await self._back_off(failed)
            return []
        self._failures, self._complaint, self.listening = 0, "", True
        self._seen = {update_id for update_id in self._seen if update_id >= offset}
        return updates

    async def _back_off(self, failed: CallFailed) -> None:
        pause = _BACKOFF[min(self._failures, len(_BACKOFF) - 1)]
        self._failures += 1
        self.listening = False
        if failed.description != self._complaint:
            self._complaint = failed.description
            logger.warning("no updates", extra={"description": failed.description, "advice": failed.advice})
        await asyncio.sleep(pause)
