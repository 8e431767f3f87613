"""Delivery by webhook to a real server: secret, order, retries, and never beside getUpdates."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


class Bot:
    """Answers with the prepared responses, then with 200."""

    def __init__(self) -> None:
        self.answers: list[web.Response] = []
        self.seen: list[tuple[str, str]] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.seen.append((update["message"]["text"], secret))
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot()
    app = web.Application()
    app.router.add_post("/hook", bot.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    sandbox.state.webhook.first_pause = 0.01
    yield bot
    await runner.cleanup()


async def test_pending_and_new_updates_arrive_in_order_with_the_secret(
    api: Api, bot: Bot, anna: Persona
) -> None:
    await anna.say("раз", wait=False)
    assert (await api("setWebhook", url=bot.url, secret_token="s-3_cret"))["ok"]
    await anna.say("два")
    assert bot.seen == [(text, "s-3_cret") for text in ("/start", "раз", "два")]
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_an_update_is_repeated_until_2xx_and_holds_back_only_its_own_chat(
    api: Api, sandbox: Sandbox, bot: Bot, anna: Persona
) -> None:
    bot.answers = [web.Response(status=503, headers={"Retry-After": "0"}), web.Response(status=500)]
    await anna.say("после", wait=False)
    await api.ok("setWebhook", url=bot.url)
    await sandbox.settled()
    assert [text for text, _ in bot.seen] == ["/start", "/start", "/start", "после"]
    info = await api.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    bot.answers = [web.Response(status=500)]
    sandbox.state.webhook.first_pause = 60
    await anna.say("ждёт", wait=False)
    await sandbox.state.changes.until(lambda: bot.seen[-1][0] == "ждёт", within=60)
    boris = sandbox.persona("Борис")
    await boris.say("не ждёт", wait=False)
    await sandbox.state.changes.until(lambda: len(sandbox.state.updates) == 1, within=60)
    assert bot.seen[-1][0] == "не ждёт"
    await api.ok("deleteWebhook", drop_pending_updates=True)


async def test_a_method_in_the_answer_is_carried_out(api: Api, bot: Bot, anna: Persona) -> None:
    bot.answers = [web.json_response({"method": "sendMessage", "chat_id": anna.id, "text": "здравствуйте"})]
    await api.ok("setWebhook", url=bot.url)
    await anna.sees("здравствуйте")


async def test_webhook_and_getupdates_exclude_each_other(api: Api, bot: Bot, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(api.refusal("getUpdates", timeout=50))
    await sandbox.state.changes.until(lambda: sandbox.state.updates.polls == 1, within=60)
    await api.ok("setWebhook", url=bot.url)
    assert await poll == (409, "Conflict: terminated by setWebhook request")
    assert await api.refusal("getUpdates") == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )
    await api.ok("deleteWebhook")
    assert await api.ok("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "nonsense"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org/"},
            "bad webhook: the sandbox delivers to loopback addresses only",
        ),
        (
            {"url": "http://127.0.0.1:1/", "secret_token": "с пробелом"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_refused_webhooks(api: Api, params: dict[str, Any], reason: str) -> None:
    assert await api.refusal("setWebhook", **params) == (400, f"Bad Request: {reason}")


async def test_nobody_listens(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    await api.ok("setWebhook", url="http://127.0.0.1:1/")
    webhook = sandbox.state.webhook
    await sandbox.state.changes.until(lambda: webhook.last_error is not None, within=60)
    info = await api.ok("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (1, "Connection refused")
    await api.ok("deleteWebhook", drop_pending_updates=True)
    assert await api.ok("getUpdates") == []
