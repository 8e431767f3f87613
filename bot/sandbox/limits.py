"""Telegram's sending limits as token buckets over the sandbox's clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.calls import Call
from bot.sandbox.clock import Clock
from bot.sandbox.errors import ApiError

# core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
ALL_PER_SECOND = 30.0
CHAT_PER_SECOND = 1.0
CHAT_BURST = 3.0  # «short bursts» over one a second are tolerated in a chat; the page gives no number
GROUP_PER_MINUTE = 20.0
_LIMITED = ("send", "edit", "copy", "forward")
_FREE = "sendchataction"


@dataclass
class Bucket:
    rate: float
    capacity: float
    level: float
    at: datetime

    def wait(self, now: datetime, amount: float) -> float:
        """Seconds until ``amount`` tokens are there, 0 when they are. A clock moved back adds nothing."""
        passed = max((now - self.at).total_seconds(), 0)
        self.level = min(self.capacity, self.level + passed * self.rate)
        self.at = now
        return max((min(amount, self.capacity) - self.level) / self.rate, 0)

    def take(self, amount: float) -> None:
        self.level -= amount


class Limits:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all = Bucket(ALL_PER_SECOND, ALL_PER_SECOND, ALL_PER_SECOND, clock())
        self._chats: dict[str, Bucket] = {}

    def check(self, call: Call) -> None:
        """ApiError 429 with parameters.retry_after when the call comes too soon."""
        chat_id = call.text("chat_id")
        if not chat_id or not call.method.startswith(_LIMITED) or call.method == _FREE:
            return
        now = self._clock()
        chat = self._chats.setdefault(chat_id, self._new(chat_id, now))
        album = call.array("media") if call.method == "sendmediagroup" else []
        amount = float(max(len(album), 1))
        wait = max(self._all.wait(now, amount), chat.wait(now, amount))
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._all.take(amount)
        chat.take(amount)

    def _new(self, chat_id: str, now: datetime) -> Bucket:
        if chat_id.startswith("-"):
            return Bucket(GROUP_PER_MINUTE / 60, GROUP_PER_MINUTE, GROUP_PER_MINUTE, now)
        return Bucket(CHAT_PER_SECOND, CHAT_BURST, CHAT_BURST, now)
