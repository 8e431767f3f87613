"""Updates under way: in order for a person, at once for different people, each of them once."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.delivery.incoming import Origin, read_update
from bot.delivery.lanes import Lanes
from bot.delivery.reception import Answer, Reception
from bot.delivery.turnstile import Turnstile
from bot.incoming import Incoming
from bot.screen import File, Screen

logger = logging.getLogger(__name__)

GRACE = 20.0  # seconds for what is under way when the bot stops


@dataclass(frozen=True, slots=True)
class UnderWay:
    committed: asyncio.Event = field(default_factory=asyncio.Event)
    shown: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class _Unshown:
    language: str
    screen: Screen | None = None


class Inbox:
    """What polling and the webhook share: from a received update to its act and to its answer."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._acts = Lanes()
        self._shows = Lanes()
        self._files = Lanes()  # that are made first: what the person does meanwhile is answered at once
        self._refusals = Lanes()
        self._turnstile = Turnstile()
        self._under_way: dict[int, UnderWay] = {}
        self._albums: Counter[tuple[int, str]] = Counter()  # files of an album that are still to be taken
        self._shelf = reception.shelf
        self.acting: dict[int, Mapping[str, Any]] = {}  # not committed yet: Telegram or the shelf keeps them
        self.showing: set[int] = set()  # committed, and their answers not shown, or their files not sent yet
        self.idle = asyncio.Event()

    def put(self, raw: Mapping[str, Any]) -> UnderWay | None:
        """Start to carry out an update, or find it under way; None when there is nothing to do for it.

        What a person sends while much of theirs waits is not accepted, and they are told so once.
        """
        update_id = raw["update_id"]
        if known := self._under_way.get(update_id):
            return known
        received = read_update(raw)
        if received is None:
            return None
        incoming, origin = received
        if not self._turnstile.enter(incoming.account_id):
            self._refuse(incoming, origin)
            return None
        under_way = self._under_way[update_id] = UnderWay()
        self.acting[update_id] = raw
        self.idle.clear()
        self._albums[origin.chat_id, origin.album] += 1
        self._acts.add(incoming.account_id, lambda: self._act(incoming, origin, under_way))
        return under_way

    async def restore(self) -> None:
        """Go on with what an earlier run had put on the shelf."""
        for raw in await self._shelf.load():
            self.put(raw)

    @property
    def unkept(self) -> set[int]:
        """Updates not committed yet that nobody but Telegram keeps."""
        return self.acting.keys() - self._shelf.ids

    async def shelve(self) -> None:
        """Keep what is not committed yet, so that Telegram need not."""
        await self._shelf.put(self.acting.values())

    async def drain(self) -> None:
        """End what is under way, within :data:`GRACE`; Telegram keeps the rest."""
        try:
            async with asyncio.timeout(GRACE):
                await self._acts.finished()
                await self._shows.finished()
                await self._files.finished()
                await self._refusals.finished()
        except TimeoutError:
            logger.warning("stopped in the middle of acts", extra={"acting": len(self.acting)})
            await self._acts.cancel()
            await self._shows.cancel()
            await self._files.cancel()
            await self._refusals.cancel()

    def _refuse(self, incoming: Incoming, origin: Origin) -> None:
        if not self._turnstile.refuses_first(incoming.account_id):
            return
        logger.warning("a flood of one person", extra={"update": incoming.update_id})
        self._refusals.add(incoming.account_id, lambda: self._reception.refuse(incoming, origin))

    async def _act(self, incoming: Incoming, origin: Origin, under_way: UnderWay) -> None:
        answer = await self._reception.act(incoming, origin)
        if self._more_follows(origin) and not (answer.screen and answer.screen.fresh):
            answer = _Unshown(answer.language)
        self.showing.add(incoming.update_id)
        del self.acting[incoming.update_id]
        self._shelf.forget(incoming.update_id)
        under_way.committed.set()
        self._shows.add(incoming.account_id, lambda: self._show(incoming, origin, answer, under_way))

    def _more_follows(self, origin: Origin) -> bool:
        """Whether another file of the same album waits: the answer to the last one speaks of all."""
        album = origin.chat_id, origin.album
        self._albums[album] -= 1
        left = self._albums[album]
        if not left:
            del self._albums[album]
        return bool(left and origin.album)

    async def _show(self, incoming: Incoming, origin: Origin, answer: Answer, under_way: UnderWay) -> None:
        files: Sequence[File] = ()
        try:
            files = await self._reception.show(incoming, origin, answer)
        finally:
            if not files:
                self._end(incoming, under_way)
        if files:
            self._files.add(
                incoming.account_id, lambda: self._send(incoming, origin, answer, files, under_way)
            )

    async def _send(
        self, incoming: Incoming, origin: Origin, answer: Answer, files: Sequence[File], under_way: UnderWay
    ) -> None:
        try:
            await self._reception.send(incoming, origin, answer, files)
        finally:
            self._end(incoming, under_way)

    def _end(self, incoming: Incoming, under_way: UnderWay) -> None:
        self._turnstile.leave(incoming.account_id)
        self.showing.remove(incoming.update_id)
        del self._under_way[incoming.update_id]
        under_way.shown.set()
        if not self._under_way:
            self.idle.set()
