"""Updates that hold up the others: written down here, they need not stay Telegram's to keep."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from typing import Any

from bot.clock import Clock
from storage import Storage
from storage.updates import list_shelved, shelve_updates

logger = logging.getLogger(__name__)

Raw = Mapping[str, Any]


class Shelf:
    """Raw updates that were accepted and are not carried out yet; a killed bot finds them again."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock
        self.ids: set[int] = set()

    async def load(self) -> list[Raw]:
        """What an earlier run has left, in the order in which it came."""
        async with self._storage.read() as tx:
            found = await list_shelved(tx)
        self.ids = {raw["update_id"] for raw in found}
        return found

    async def put(self, updates: Collection[Raw]) -> None:
        """Write these down; when that fails they are Telegram's as before."""
        fresh = [raw for raw in updates if raw["update_id"] not in self.ids]
        try:
            async with self._storage.begin() as tx:
                await shelve_updates(tx, fresh, now=self._clock())
        except Exception:
            logger.exception("updates could not be put by")
            return
        self.ids |= {raw["update_id"] for raw in fresh}

    def forget(self, update_id: int) -> None:
        """The update was dealt with: the transaction that did so has erased what was written down of it."""
        self.ids.discard(update_id)
