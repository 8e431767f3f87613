"""The bot's inbox: an update stays until the bot confirms it or its life ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.changes import Changes
from bot.sandbox.clock import Clock
from bot.sandbox.errors import conflict

MESSAGE_LIFE = timedelta(hours=24)  # core.telegram.org/bots/api#getting-updates
PRESS_LIFE = timedelta(seconds=150)  # what the Bot API server gives a callback_query in its queue
POLL_LIMIT = 100
POLL_SECONDS = 50  # the server's ceiling for a long poll

# Everything else arrives unless allowed_updates says otherwise; core.telegram.org/bots/api#getupdates
_ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True)
class Update:
    id: int
    kind: str
    payload: dict[str, Any]
    lane: int  # the chat or person within which order is kept
    expires: datetime

    def to_json(self) -> dict[str, Any]:
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    def __init__(self, clock: Clock, changes: Changes, first_id: int) -> None:
        self._clock = clock
        self._changes = changes
        self._next_id = first_id
        self._waiting: dict[int, Update] = {}
        self._lanes: dict[int, dict[int, Update]] = {}
        self._earliest_end: datetime | None = None
        self._poller = 0
        self._ended_by = ""
        self.polls = 0  # long polls under way
        self.allowed: list[str] = []
        self.closed = False
        self.on_put: Callable[[int], None] = lambda lane: None

    def put(self, kind: str, payload: dict[str, Any], lane: int) -> bool:
        """False when the bot did not ask for this kind."""
        if kind not in self.allowed if self.allowed else kind in _ON_DEMAND:
            return False
        life = PRESS_LIFE if kind == "callback_query" else MESSAGE_LIFE
        update = Update(self._next_id, kind, payload, lane, self._clock() + life)
        self._next_id += 1
        self._waiting[update.id] = self._lanes.setdefault(lane, {})[update.id] = update
        self._earliest_end = min(self._earliest_end or update.expires, update.expires)
        self.on_put(lane)
        self._changes.announce()
        return True

    def __len__(self) -> int:
        """How many updates are unconfirmed and alive."""
        self._drop_expired()
        return len(self._waiting)

    def waiting(self, limit: int | None = None) -> list[Update]:
        """Unconfirmed updates, oldest first."""
        self._drop_expired()
        return list(islice(self._waiting.values(), limit))

    def lanes(self) -> list[int]:
        self._drop_expired()
        return list(self._lanes)

    def first(self, lane: int) -> Update | None:
        self._drop_expired()
        return next(iter(self._lanes.get(lane, {}).values()), None)

    def _drop_expired(self) -> None:
        now = self._clock()
        if self._earliest_end is None or now < self._earliest_end:
            return
        for update in [u for u in self._waiting.values() if u.expires <= now]:
            self._remove(update.id)
        self._earliest_end = min((u.expires for u in self._waiting.values()), default=None)

    def _remove(self, update_id: int) -> None:
        update = self._waiting.pop(update_id, None)
        if update is not None:
            lane = self._lanes[update.lane]
            del lane[update_id]
            if not lane:
                del self._lanes[update.lane]

    def confirm(self, updates: Iterable[Update]) -> None:
        for update in updates:
            self._remove(update.id)
        self._changes.announce()

    def allow(self, call: Call) -> None:
        """Remembers allowed_updates when the call carries them."""
        if call.has("allowed_updates"):
            self.allowed = [str(kind) for kind in call.array("allowed_updates")]

    def end_poll(self, by: str) -> None:
        """The long poll under way, if any, answers 409."""
        self._poller += 1
        self._ended_by = by
        self._changes.announce()

    async def poll(self, call: Call) -> list[dict[str, Any]]:
        """getUpdates: confirms below ``offset``, then answers at once or when something comes."""
        self.end_poll("other getUpdates request; make sure that only one bot instance is running")
        mine = self._poller
        self.allow(call)
        offset = call.integer("offset")
        if offset < 0:
            self.confirm(self.waiting()[:offset])
        elif offset:
            # Ids grow, so the confirmed ones stand first; a long queue is not gone through at each poll.
            self.confirm(list(takewhile(lambda update: update.id < offset, self._waiting.values())))
        limit = min(max(call.integer("limit", POLL_LIMIT), 1), POLL_LIMIT)
        timeout = min(max(call.integer("timeout"), 0), POLL_SECONDS)
        self.polls += 1
        self._changes.announce()
        try:
            await self._changes.until(
                lambda: bool(self._poller != mine or self or self.closed), within=timeout
            )
        finally:
            self.polls -= 1
        if self._poller != mine:
            raise conflict(f"terminated by {self._ended_by}")
        return [update.to_json() for update in self.waiting(limit)]
