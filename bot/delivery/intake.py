"""Polling that loses nothing: Telegram keeps an update until the act it stands for is committed."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from aiogram.methods import TelegramMethod

from bot.delivery.failures import CallFailed
from bot.delivery.incoming import ALLOWED_UPDATES, Origin, read_update
from bot.delivery.lanes import Lanes
from bot.delivery.reception import Answer, Reception
from bot.delivery.telegram import Telegram
from bot.incoming import Incoming

logger = logging.getLogger(__name__)

LIMIT = 100  # the most updates that one call brings; those not confirmed are among them
LONG_POLL = 30  # seconds
# While an act is under way its update comes back at once, so that a long poll would not wait.
SHORT_PAUSE = 0.3
GRACE = 20.0  # seconds for what is under way when the bot stops
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
    wait to be shown, as soon as it is committed. It is never confirmed before that.
    """

    def __init__(self, telegram: Telegram, reception: Reception) -> None:
        self._telegram = telegram
        self._reception = reception
        self._acting: set[int] = set()
        self._showing: set[int] = set()
        self._finished: set[int] = set()  # not confirmed yet: Telegram may send them again
        self._acts = Lanes()
        self._shows = Lanes()
        self._idle = asyncio.Event()
        self._failures = 0
        self._complaint = ""

    async def run(self) -> None:
        """Serve until cancelled; then end what is under way and confirm it."""
        try:
            while True:
                await self._round()
        finally:
            await self._drain()

    async def _round(self) -> None:
        for raw in await self._fetch(LIMIT, 0 if self._acting or self._showing else LONG_POLL):
            self._start(raw)
        if not (self._acting or self._showing):
            return
        try:
            await asyncio.wait_for(self._idle.wait(), SHORT_PAUSE)
        except TimeoutError:
            logger.debug("still busy", extra={"acting": len(self._acting), "showing": len(self._showing)})

    def _offset(self) -> int:
        """The lowest update that Telegram must keep, or 0 when there is nothing to confirm.

        Never an old number: after a quiet week Telegram counts on from a random one, maybe a lower.
        """
        kept = self._acting | self._showing
        if len(kept) > LIMIT // 2:
            kept = self._acting
        if kept:
            return min(kept)
        return max(self._finished | self._showing, default=-1) + 1

    async def _fetch(self, limit: int, wait: int) -> list[dict[str, Any]]:
        offset = self._offset()
        method = GetUpdates(offset=offset, limit=limit, timeout=wait, allowed_updates=ALLOWED_UPDATES)
        try:
            updates = await self._telegram.call(method, seconds=wait + 10)
        except CallFailed as failed:
            await self._back_off(failed)
            return []
        self._failures, self._complaint = 0, ""
        self._finished = {update_id for update_id in self._finished if update_id >= offset}
        return updates

    def _start(self, raw: dict[str, Any]) -> None:
        update_id = raw["update_id"]
        if update_id in self._acting | self._showing | self._finished:
            return
        received = read_update(raw)
        if received is None:
            self._finished.add(update_id)
            return
        self._acting.add(update_id)
        self._idle.clear()
        incoming, origin = received
        self._acts.add(incoming.account_id, lambda: self._act(incoming, origin))

    async def _act(self, incoming: Incoming, origin: Origin) -> None:
        answer = await self._reception.act(incoming, origin)
        self._acting.remove(incoming.update_id)
        self._showing.add(incoming.update_id)
        self._shows.add(incoming.account_id, lambda: self._show(incoming, origin, answer))

    async def _show(self, incoming: Incoming, origin: Origin, answer: Answer) -> None:
        try:
            await self._reception.show(incoming, origin, answer)
        finally:
            self._showing.remove(incoming.update_id)
            self._finished.add(incoming.update_id)
            if not (self._acting or self._showing):
                self._idle.set()

    async def _drain(self) -> None:
        try:
            async with asyncio.timeout(GRACE):
                await self._acts.finished()
                await self._shows.finished()
        except TimeoutError:
            logger.warning("stopped in the middle of acts", extra={"acting": len(self._acting)})
            await self._acts.cancel()
            await self._shows.cancel()
        if self._finished:
            await self._fetch(limit=1, wait=0)

    async def _back_off(self, failed: CallFailed) -> None:
        pause = _BACKOFF[min(self._failures, len(_BACKOFF) - 1)]
        self._failures += 1
        if failed.description != self._complaint:
            self._complaint = failed.description
            logger.warning("no updates", extra={"description": failed.description, "advice": failed.advice})
        await asyncio.sleep(pause)
