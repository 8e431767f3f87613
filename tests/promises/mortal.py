"""An outbox that dies when told to, and its sabotaged twin."""

from __future__ import annotations

from typing import Any

from bot.delivery.outbox import SENT, Outbox
from storage.outbox import Notice


class Mortal(Outbox):
    """Dies right after a message was sent: nothing is stored of it and of all under way."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.dies_after = 0  # sends from now; 0: lives
        self.dead = False
        self.in_flight: set[int] = set()

    async def _send(self, notice: Notice) -> None:
        if self.dead:
            return
        self.in_flight.add(notice.id)
        await super()._send(notice)
        if not self.dead:
            self.in_flight.discard(notice.id)

    async def _close(self, notice: Notice, outcome: str, error: str | None = None) -> None:
        if self.dies_after:
            self.dies_after -= 1
            self.dead = self._stopping = self.dead or not self.dies_after
        if not self.dead:
            await super()._close(notice, outcome, error)


class ClosesFirst(Mortal):
    """The sabotage: what is only about to be sent is noted as sent."""

    async def _send(self, notice: Notice) -> None:
        await Outbox._close(self, notice, SENT)
        await super()._send(notice)
