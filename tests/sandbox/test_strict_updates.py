"""Delivery as strict as the real one: connections, order within a chat, retries, and what the clock ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


class SlowBot:
    """Holds each delivery until it is let go; ``at_once``: the most that it held together."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.held: list[asyncio.Future[web.Response]] = []
        self.at_once = 0
        self.came = asyncio.Condition()
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        answer: asyncio.Future[web.Response] = asyncio.get_running_loop().create_future()
        async with self.came:
            self.seen.append((update["message"]["from"]["first_name"], update["message"]["text"]))
            self.held.append(answer)
            self.at_once = max(self.at_once, len(self.held))
            self.came.notify_all()
        return await answer

    async def holds(self, count: int) -> None:
        async with self.came, asyncio.timeout(60):
            await self.came.wait_for(lambda: len(self.held) == count)

    def let_go(self, status: int = 200, **headers: str) -> None:
        self.held.pop(0).set_result(web.Response(status=status, headers=headers))


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[SlowBot]:
    bot = SlowBot()
    app = web.Application()
    app.router.add_post("/hook", bot.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield bot
    await runner.cleanup()


async def test_so_many_connections_and_one_a_chat(api: Api, sandbox: Sandbox, bot: SlowBot) -> None:
    people = [sandbox.persona(f"Житель {number}") for number in range(5)]
    for text in ("раз", "два"):
        for person in people:
            await person.say(text, wait=False)
    await api.ok("setWebhook", url=bot.url, max_connections=3)
    assert (await api.ok("getWebhookInfo"))["max_connections"] == 3
    for _ in range(8):
        await bot.holds(3)
        assert len({name for name, _ in bot.seen[-3:]}) == 3  # never two of one chat together
        bot.let_go()
    for left in (2, 1):
        await bot.holds(left)
        bot.let_go()
    await sandbox.settled()
    assert bot.at_once == 3
    for person in people:
        assert [text for name, text in bot.seen if name == person.name] == ["раз", "два"]


async def test_retry_after_of_the_bot_is_honoured(
    api: Api, sandbox: Sandbox, bot: SlowBot, anna: Persona
) -> None:
    sandbox.state.webhook.first_pause = 60.0
    await api.ok("setWebhook", url=bot.url)
    await bot.holds(1)
    loop = asyncio.get_running_loop()
    began = loop.time()
    bot.let_go(503, **{"Retry-After": "1"})
    await bot.holds(1)
    assert 1.0 <= loop.time() - began < 30
    bot.let_go()
    await sandbox.settled()


async def test_what_waits_too_long_never_comes(
    api: Api, sandbox: Sandbox, bot: SlowBot, anna: Persona, clock: SandboxClock
) -> None:
    clock.move(timedelta(hours=24))
    await anna.say("свежее", wait=False)
    await api.ok("setWebhook", url=bot.url)
    await bot.holds(1)
    bot.let_go()
    await sandbox.settled()
    assert bot.seen == [("Анна", "свежее")]


async def test_a_press_is_answered_while_it_is_young(api: Api, anna: Persona, clock: SandboxClock) -> None:
    keyboard = {"inline_keyboard": [[{"text": "да", "callback_data": "yes"}]]}
    await api.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard)
    for _ in range(2):
        await anna.press("да", wait=False)
    first, second = (u["callback_query"]["id"] for u in (await api.ok("getUpdates"))[-2:])
    clock.move(timedelta(seconds=149))
    assert await api.ok("answerCallbackQuery", callback_query_id=first, text="успели")
    clock.move(timedelta(seconds=1))
    assert await api.refusal("answerCallbackQuery", callback_query_id=second) == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    assert anna.toasts == ["успели"]


async def test_a_group_hears_twenty_a_minute(clock: SandboxClock) -> None:
    sandbox = Sandbox(clock=clock, limits=True)
    await sandbox.start()
    group = sandbox.group("Школы района", [sandbox.persona("Анна")])
    async with aiohttp.ClientSession() as http:
        api = Api(sandbox, http)
        for _ in range(20):
            await api.ok("sendMessage", chat_id=group.id, text="а")
        flood = await api("sendMessage", chat_id=group.id, text="а")
        assert flood == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        }
        clock.move(timedelta(seconds=3))
        await api.ok("sendMessage", chat_id=group.id, text="а")
        assert (await api("sendMessage", chat_id=group.id, text="а"))["error_code"] == 429
    await sandbox.stop()
