"""Sends what acts and the clock have written to other people."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from bot.clock import Clock
from bot.delivery.failures import CallFailed, Failure
from bot.delivery.inbox import GRACE
from bot.delivery.lanes import Lanes
from bot.delivery.show import Parts, Show
from bot.logs import error_name
from bot.screen import Screen
from storage import Storage
from storage.outbox import Notice, claim_notices, close_notice, postpone_notice
from storage.people import set_reachable

logger = logging.getLogger(__name__)

BATCH = 50  # two seconds of sending at Telegram's pace
LEASE = timedelta(minutes=2)  # a batch is over long before; what a killed sender held is sent again then
_FIRST_PAUSE = timedelta(seconds=5)
_LONGEST_PAUSE = timedelta(minutes=10)

SENT, GONE, REFUSED = "sent", "gone", "refused"


class Outbox:
    """``notices`` words a stored notice; ``drain`` sends all that is due, ``run`` does so when woken."""

    def __init__(
        self, storage: Storage, show: Show, notices: Mapping[str, Callable[..., Screen]], clock: Clock
    ) -> None:
        self._storage = storage
        self._show = show
        self._notices = notices
        self._clock = clock
        self._awake = asyncio.Event()
        self._turn = asyncio.Lock()
        self._stopping = False

    def wake(self) -> None:
        """Something may be due."""
        self._awake.set()

    async def run(self) -> None:
        """Drain at each call of :meth:`wake`, until cancelled; then end what is under way."""
        while True:
            await self._awake.wait()
            self._awake.clear()
            draining = asyncio.create_task(self._drain_or_tell())
            try:
                await asyncio.shield(draining)
            except asyncio.CancelledError:
                # A transaction cut short would keep the database locked, a send cut short repeat itself.
                self._stopping = True
                await asyncio.wait([draining], timeout=GRACE)
                draining.cancel()
                await asyncio.wait([draining])
                raise

    async def _drain_or_tell(self) -> None:
        try:
            await self.drain()
        except Exception:
            # The storage did not answer; what is due stays due until the next tick wakes us.
            logger.exception("the outbox stopped")

    async def drain(self) -> None:
        """Send everything due now, of a stopping outbox what is claimed; in order for a person.

        While Telegram wants silence nothing is claimed, only to be given back: it is gone on with afterwards.
        """
        async with self._turn:
            lanes = Lanes()
            try:
                while not self._stopping and await self._claim_into(lanes):
                    await lanes.fewer_than(BATCH // 2)  # the next are there before the last have left
                await lanes.finished()
            finally:
                await lanes.cancel()

    async def _claim_into(self, lanes: Lanes) -> bool:
        """Begin to send a batch; False when there is none, or none may leave."""
        if silence := self._show.silence:
            self._wake_in(silence)
            return False
        notices = await self._claim()
        for notice in notices:
            lanes.add(notice.account_id, partial(self._send, notice))
        return bool(notices)

    def _wake_in(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self.wake)

    async def _claim(self) -> list[Notice]:
        async with self._storage.begin() as tx:
            return await claim_notices(tx, now=self._clock(), lease=LEASE, limit=BATCH)

    async def _send(self, notice: Notice) -> None:
        if not notice.reachable:
            await self._close(notice, GONE)
            return
        parts = Parts(notice.parts_sent)
        try:
            screen = self._notices[notice.notice](**notice.args)
            await self._show.notice(notice.account_id, screen, notice.language, parts)
        except CallFailed as failed:
            await self._note(notice, failed, parts)
        except Exception as error:
            logger.exception("a notice cannot be worded", extra={"notice": notice.id, "kind": notice.notice})
            await self._close(notice, REFUSED, error_name(error))
        else:
            await self._close(notice, SENT)

    async def _note(self, notice: Notice, failed: CallFailed, parts: Parts) -> None:
        match failed.failure:
            case Failure.GONE:
                async with self._storage.begin() as tx:
                    await set_reachable(tx, notice.account_id, reachable=False)
                await self._close(notice, GONE, failed.description)
            case Failure.RETRY_AFTER:
                await self._postpone(notice, timedelta(seconds=failed.wait), failed, parts)
            case Failure.LATER:
                pause = min(_FIRST_PAUSE * 2 ** min(notice.tries - 1, 10), _LONGEST_PAUSE)
                await self._postpone(notice, pause, failed, parts)
            case Failure.REFUSED | Failure.MOVED:
                extra = {"notice": notice.id, "kind": notice.notice, "description": failed.description}
                logger.error("a notice was refused", extra=extra)
                await self._close(notice, REFUSED, failed.description)

    async def _close(self, notice: Notice, outcome: str, error: str | None = None) -> None:
        async with self._storage.begin() as tx:
            await close_notice(tx, notice.id, outcome=outcome, now=self._clock(), error=error)

    async def _postpone(self, notice: Notice, pause: timedelta, failed: CallFailed, parts: Parts) -> None:
        due_at, error = self._clock() + pause, failed.description
        async with self._storage.begin() as tx:
            await postpone_notice(tx, notice.id, due_at=due_at, error=error, parts_sent=parts.sent)
        self._wake_in(pause.total_seconds())
