"""Delivery by webhook: in order within a chat, in parallel across chats, again until a 2xx."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import aiohttp

from bot.sandbox.calls import Call, read_reply
from bot.sandbox.changes import Changes
from bot.sandbox.clock import Clock
from bot.sandbox.updates import Update, UpdateQueue

CONNECTIONS = 40  # core.telegram.org/bots/api#setwebhook, the default of max_connections
ANSWER_SECONDS = 60
LONGEST_PAUSE = 60.0

OnReply = Callable[[Call], Awaitable[None]]


class Webhook:
    """Idle until ``set``. ``first_pause`` is the first delay after a failure; each next one doubles."""

    def __init__(self, updates: UpdateQueue, changes: Changes, clock: Clock) -> None:
        self._updates = updates
        self._changes = changes
        self._clock = clock
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._http: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self.first_pause = 1.0
        self.url = ""
        self.secret = ""
        self.connections = CONNECTIONS
        self.last_error: tuple[datetime, str] | None = None
        self.on_reply: OnReply | None = None

    async def set(self, url: str, secret: str, connections: int) -> None:
        await self.remove()
        self.url, self.secret, self.connections = url, secret, connections
        self.last_error = None
        self._slots = asyncio.Semaphore(connections)
        self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS))
        self._updates.on_put = self._wake
        for lane in self._updates.lanes():
            self._wake(lane)

    async def remove(self) -> None:
        """Stops delivering; what was not answered with 2xx stays in the queue."""
        self.url = ""
        self._updates.on_put = lambda lane: None
        # A bot may answer an update with deleteWebhook: that lane ends by itself.
        running = [lane for lane in self._lanes.values() if lane is not asyncio.current_task()]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._lanes.clear()
        if self._http is not None:
            await self._http.close()
            self._http = None

    def info(self) -> dict[str, Any]:
        result: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.url:
            result |= {"max_connections": self.connections, "ip_address": "127.0.0.1"}
            if self.last_error:
                at, text = self.last_error
                result |= {"last_error_date": int(at.timestamp()), "last_error_message": text}
        if self._updates.allowed:
            result["allowed_updates"] = self._updates.allowed
        return result

    def _wake(self, lane: int) -> None:
        if lane not in self._lanes:
            self._lanes[lane] = asyncio.get_running_loop().create_task(self._deliver(lane))

    async def _deliver(self, lane: int) -> None:
        pause = self.first_pause
        try:
            while self.url and (update := self._updates.first(lane)) is not None:
                async with self._slots:
                    failure, retry_after = await self._post(update)
                if not failure:
                    self._updates.confirm([update])
                    pause = self.first_pause
                    continue
                self.last_error = self._clock(), failure
                self._changes.announce()
                await asyncio.sleep(retry_after if retry_after is not None else pause)
                pause = min(pause * 2, LONGEST_PAUSE)
        finally:
            if self._lanes.get(lane) is asyncio.current_task():
                del self._lanes[lane]

    async def _post(self, update: Update) -> tuple[str, float | None]:
        """("", None) when delivered, else what went wrong and the bot's own Retry-After."""
        assert self._http is not None  # lanes run only between set and remove
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with self._http.post(self.url, json=update.to_json(), headers=headers) as answer:
                if not 200 <= answer.status < 300:
                    after = answer.headers.get("Retry-After", "")
                    failure = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    return failure, float(after) if after.isdecimal() else None
                reply = await read_reply(answer)
                if reply is not None and self.on_reply is not None:
                    await self.on_reply(reply)
                return "", None
        except TimeoutError:
            return "Read timeout expired", None
        except aiohttp.ClientConnectorError:
            return "Connection refused", None
        except (aiohttp.ClientError, ValueError) as error:
            return f"Wrong response from the webhook: {type(error).__name__}", None
