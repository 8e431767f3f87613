"""One act of one person, from its update to its answer on the screen."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import count
from typing import Protocol

from bot.clock import Clock
from bot.delivery.failures import CallFailed, Failure
from bot.delivery.incoming import Origin
from bot.delivery.shelf import Shelf
from bot.delivery.show import Show
from bot.incoming import Incoming, Kind
from bot.logs import error_name
from bot.screen import File, Screen, text
from bot.words import LANGUAGES
from storage import Storage
from storage.outbox import add_notice_to_admins
from storage.people import set_reachable
from storage.updates import count_failure, set_aside

logger = logging.getLogger(__name__)

TRIES = 3
# Longer than a document may be read for (60 s); an act that hangs must not hold its person's lane for ever.
ACT_LIMIT = 120.0
_LONGEST_PAUSE = 30.0


class Answer(Protocol):
    @property
    def screen(self) -> Screen | None: ...
    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Failed:
    screen: Screen | None
    language: str


class Reception:
    """Has every act carried out by ``answer`` and shows what it says; ``committed`` is called in between."""

    def __init__(
        self,
        answer: Callable[[Incoming], Awaitable[Answer]],
        show: Show,
        storage: Storage,
        clock: Clock,
        committed: Callable[[], None],
    ) -> None:
        self._answer = answer
        self._show = show
        self._storage = storage
        self._clock = clock
        self._committed = committed
        self.shelf = Shelf(storage, clock)

    async def act(self, incoming: Incoming, origin: Origin) -> Answer:
        """The committed act's answer. An act that fails by our fault is set aside at its third try.

        While even that cannot be stored, this does not return: the update is still Telegram's to keep.
        """
        reading = self._show.working(origin.chat_id) if incoming.kind is Kind.FILE else nullcontext()
        async with reading:
            for turn in count(1):
                try:
                    async with asyncio.timeout(ACT_LIMIT):
                        answer = await self._answer(incoming)
                    self._committed()
                    return answer
                except Exception as error:
                    logger.exception("an act failed", extra={"update": incoming.update_id})
                    if await self._gave_up(incoming, error):
                        return _failed(incoming)
                await asyncio.sleep(min(0.1 * 3 ** (turn - 1), _LONGEST_PAUSE))
        raise AssertionError("unreachable")

    async def show(self, incoming: Incoming, origin: Origin, answer: Answer) -> Sequence[File]:
        """Show the answer, or one sentence that it could not be shown; the act itself is never repeated.

        Returns the files that it has ordered and that are still to be sent.
        """
        showing = self._show.answer(origin, answer.screen, answer.language)
        shown = await self._try(showing, incoming, origin, answer)
        return answer.screen.ordered if shown and answer.screen else ()

    async def send(self, incoming: Incoming, origin: Origin, answer: Answer, files: Sequence[File]) -> None:
        """Send the files that the answer has ordered, or one sentence that they could not be sent."""
        await self._try(self._show.files(origin, files), incoming, origin, answer)

    async def _try(
        self, showing: Awaitable[None], incoming: Incoming, origin: Origin, answer: Answer
    ) -> bool:
        try:
            await showing
            return True
        except CallFailed as failed:
            if failed.failure is Failure.GONE:
                await self._switch_off(incoming.account_id)
                return False
            extra = {"update": incoming.update_id, "description": failed.description}
            logger.error("an answer was not shown", extra=extra)
            if failed.failure is not Failure.REFUSED:
                return False
        except Exception:
            logger.exception("an answer was not shown", extra={"update": incoming.update_id})
        await self._show.answer(Origin(origin.chat_id), _failed(incoming).screen, answer.language)
        return False

    async def refuse(self, incoming: Incoming, origin: Origin) -> None:
        """Say that this act and those after it are not accepted."""
        words = text("too-much")
        language = _language(incoming)
        try:
            await self._show.answer(origin, Screen(words, toast=words, fresh=True), language)
        except CallFailed as failed:
            extra = {"update": incoming.update_id, "description": failed.description}
            logger.warning("a refusal was not shown", extra=extra)

    async def _gave_up(self, incoming: Incoming, error: Exception) -> bool:
        """Count one more failure; at the last one put the update aside, without a word of its content."""
        now, update_id, name = self._clock(), incoming.update_id, error_name(error)
        try:
            async with self._storage.begin() as tx:
                if await count_failure(tx, update_id, error=name) < TRIES:
                    return False
                await set_aside(tx, update_id, now=now)
                await add_notice_to_admins(
                    tx,
                    notice="update-failed",
                    args={"error": name},
                    dedupe=f"update-failed:{update_id}",
                    due_at=now,
                )
        except Exception:
            logger.exception("a failure could not be stored", extra={"update": update_id})
            return False
        self._committed()
        return True

    async def _switch_off(self, account_id: int) -> None:
        async with self._storage.begin() as tx:
            await set_reachable(tx, account_id, reachable=False)


def _failed(incoming: Incoming) -> _Failed:
    told = incoming.kind not in (Kind.BLOCKED, Kind.UNBLOCKED)
    return _Failed(Screen(text("failure"), fresh=True) if told else None, _language(incoming))


def _language(incoming: Incoming) -> str:
    return incoming.language if incoming.language in LANGUAGES else LANGUAGES[0]
