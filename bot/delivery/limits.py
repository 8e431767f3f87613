"""Telegram's pace: so many messages a second in all and to one chat, and silence when it asks for it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from aiolimiter import AsyncLimiter

# Telegram allows 30 messages a second and one a second to a chat (core.telegram.org/bots/faq#broadcasting).
# Notices are spaced evenly; answers, to people who come by chance, may burst. So many in a burst and so many
# a second are never more than 30 in any second.
PER_SECOND = 27.0
BURST = 3
PER_CHAT = 1.0
# 20 messages a minute to a group, spaced evenly for the same reason; the ids of groups are negative.
PER_GROUP = 20 / 60
# More chats than can be written to within three seconds: a forgotten one has long had its pause.
_REMEMBERED = 1_000


@dataclass(slots=True)
class _Chat:
    """One message to a chat stands in the common queue at a time; the next comes a pause after it left."""

    pause: float
    queue: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0


class Limits:
    """Gives turns to send. Answers to people go before notices; a 429 stops everybody."""

    def __init__(
        self, per_second: float = PER_SECOND, per_chat: float = PER_CHAT, per_group: float = PER_GROUP
    ) -> None:
        self._per_chat = per_chat
        self._per_group = per_group
        self._chats: OrderedDict[int, _Chat] = OrderedDict()
        self._all = AsyncLimiter(BURST, BURST / per_second)
        self._evenly = AsyncLimiter(1, 1 / per_second)  # for notices
        self._one_notice = asyncio.Lock()  # at most one notice stands in the common queue
        self._waiting = 0
        self._no_answer_waits = asyncio.Event()
        self._no_answer_waits.set()
        self._silent_until = 0.0

    @property
    def silence(self) -> float:
        """Seconds for which Telegram still wants to hear nothing; 0 when it listens."""
        return max(0.0, self._silent_until - asyncio.get_running_loop().time())

    def fall_silent(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._silent_until = max(self._silent_until, until)

    async def turn(self, chat_id: int, *, urgent: bool) -> None:
        """Wait for the right to send one message to the chat; ``urgent`` is an answer to a person."""
        chat = self._of_chat(chat_id)
        loop = asyncio.get_running_loop()
        async with chat.queue:
            await asyncio.sleep(chat.free_at - loop.time())
            if urgent:
                await self._answer_turn()
            else:
                async with self._one_notice:
                    await self._evenly.acquire()
                    await self._no_answer_waits.wait()
                    await self._all.acquire()
            chat.free_at = loop.time() + chat.pause

    async def listened_to(self) -> None:
        """Wait until Telegram listens."""
        while (seconds := self.silence) > 0:  # noqa: ASYNC110 - the time is Telegram's, there is no event
            await asyncio.sleep(seconds)

    async def _answer_turn(self) -> None:
        self._waiting += 1
        self._no_answer_waits.clear()
        try:
            await self._all.acquire()
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._no_answer_waits.set()

    def _of_chat(self, chat_id: int) -> _Chat:
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _Chat(1 / (self._per_group if chat_id < 0 else self._per_chat))
        self._chats.move_to_end(chat_id)
        while len(self._chats) > _REMEMBERED:
            self._chats.popitem(last=False)
        return chat
