"""Where the bot's messages end: the real outbox and the real sender, with a session that only counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import SendChatAction, TelegramMethod
from aiogram.types import Chat, Message

from bot.clock import Clock
from bot.delivery.limits import Limits
from bot.delivery.outbox import Outbox
from bot.delivery.show import Show
from bot.delivery.telegram import Telegram, open_bot
from bot.sandbox.world import DEFAULT_TOKEN
from bot.screen import Screen
from storage import Storage
from tests.factories import WORDS


class Counting(BaseSession):
    """Takes every message, and remembers how many went to whom since the last look."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.sent: Counter[int] = Counter()  # account → messages

    async def close(self) -> None: ...

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> Any:
        if isinstance(method, SendChatAction):
            return True
        account_id = getattr(method, "chat_id")  # noqa: B009 - every other method of a notice has one
        self.sent[account_id] += 1
        return Message(message_id=1, date=self._clock(), chat=Chat(id=account_id, type="private"))

    async def stream_content(self, *_args: Any, **_options: Any) -> AsyncGenerator[bytes, None]:
        raise AssertionError("nobody sends a file here")
        yield b""


def open_post(
    storage: Storage, notices: Mapping[str, Callable[..., Screen]], clock: Clock
) -> tuple[Outbox, Counting]:
    """An outbox that words every notice as the bot does."""
    session = Counting(clock)
    telegram = Telegram(open_bot(DEFAULT_TOKEN, "http://127.0.0.1", session), Limits(1e6, 1e6, 1e6))
    return Outbox(storage, Show(telegram, WORDS, _draws_nothing), notices, clock), session


async def _draws_nothing(_data: object) -> bytes:
    return b""
