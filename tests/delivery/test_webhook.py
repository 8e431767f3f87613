"""The webhook over HTTP: only Telegram is listened to, and told 200 when its update is done, not before."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiogram.methods import DeleteWebhook

from bot.delivery import webhook as module
from bot.delivery.failures import CallFailed
from bot.delivery.webhook import Webhook
from bot.sandbox.server import Sandbox
from bot.settings import WebhookSettings
from tests.delivery.conftest import World

SECRET = "kJ3v_Q8x-Zt5LmN0pRw7Yb2CdFgHsA4e"  # invented
LINES = [str(number) for number in range(30)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def settings(sandbox: Sandbox) -> WebhookSettings:
    sandbox.state.webhook.first_pause = 0.01
    port = free_port()
    return WebhookSettings(f"http://127.0.0.1:{port}/telegram", SECRET, "127.0.0.1", port)


@dataclass
class Hook:
    world: World
    settings: WebhookSettings

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        task = asyncio.create_task(Webhook(self.world.telegram, self.world.reception, self.settings).run())
        state = self.world.sandbox.state
        try:
            await state.changes.until(lambda: bool(state.webhook.url) or task.done(), within=60)
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def post(self, body: bytes | dict[str, Any], secret: str = SECRET) -> tuple[int, str]:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        data: dict[str, Any] = {"json": body} if isinstance(body, dict) else {"data": body}
        async with (
            aiohttp.ClientSession() as http,
            http.post(self.settings.url, headers=headers, **data) as answer,
        ):
            return answer.status, await answer.text()


@pytest.fixture
def hook(world: World, settings: WebhookSettings) -> Hook:
    return Hook(world, settings)


async def test_a_persons_lines_are_answered_in_order(hook: Hook, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    for line in LINES:
        await anna.say(line, wait=False)
        await boris.say(line, wait=False)
    async with hook.serving():
        await sandbox.settled()
    for person in (anna, boris):
        answers = [seen.text for seen in person.screen if seen.author == "bot"]
        assert answers == [f"{number + 1}: {line}" for number, line in enumerate(LINES)]
    assert sandbox.state.updates.allowed == ["message", "callback_query", "my_chat_member"]


@pytest.mark.parametrize("secret", ["", "x", SECRET[:-1], SECRET + "x", "ё" * 32])
async def test_who_does_not_know_the_secret_is_not_listened_to(hook: Hook, secret: str) -> None:
    async with hook.serving():
        assert await hook.post({"update_id": 1, "message": {}}, secret) == (403, "")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"{}", b'{"update_id": "1"}', b"\xff"])
async def test_what_is_no_update_is_refused(hook: Hook, body: bytes) -> None:
    async with hook.serving():
        assert await hook.post(body) == (400, "")


async def test_a_slow_act_is_not_confirmed_and_holds_up_nobody_else(hook: Hook, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    async with hook.serving():
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await hook.world.gate.reached.wait()
        (waiting,) = sandbox.state.updates.waiting()
        # Telegram gave the answer up and brings the update once more: it is the same act.
        again = asyncio.create_task(hook.post(waiting.to_json()))
        await boris.say("раз", wait=False)
        await boris.sees("1: раз")
        assert waiting in sandbox.state.updates.waiting()
        hook.world.gate.opened.set()
        assert await again == (200, "")
        await sandbox.settled()
    assert [seen.text for seen in anna.screen][1:] == ["document план.txt 3 = 3"]


async def test_when_too_much_waits_telegram_is_asked_to_come_again(
    hook: Hook, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ACTING", 1)
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    async with hook.serving():
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await hook.world.gate.reached.wait()
        await boris.say("раз", wait=False)
        await sandbox.state.changes.until(lambda: sandbox.state.webhook.last_error is not None, within=60)
        info = sandbox.state.webhook.info()
        assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
        hook.world.gate.opened.set()
        await sandbox.settled()
    assert [seen.text for seen in boris.screen][1:] == ["1: раз"]


async def test_stopping_finishes_what_is_under_way_and_confirms_it(hook: Hook, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    async with hook.serving():
        await anna.send_file("план.txt", b"1\t2", wait=False)
        await hook.world.gate.reached.wait()
        asyncio.get_running_loop().call_later(0.05, hook.world.gate.opened.set)
    await sandbox.settled()
    assert [seen.text for seen in anna.screen][1:] == ["document план.txt 3 = 3"]


async def test_a_webhook_that_telegram_refuses_ends_the_bot(hook: Hook, sandbox: Sandbox) -> None:
    refusal = "Bad Request: bad webhook: IP address 127.0.0.1 is reserved"
    sandbox.faults.add("setWebhook", status=400, description=refusal)
    with pytest.raises(CallFailed, match="reserved"):
        await Webhook(hook.world.telegram, hook.world.reception, hook.settings).run()


async def test_a_webhook_that_was_taken_away_is_set_again(
    hook: Hook, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "WATCHED_EVERY", 0.01)
    async with hook.serving():
        await hook.world.telegram.call(DeleteWebhook())
        await sandbox.state.changes.until(lambda: bool(sandbox.state.webhook.url), within=60)
        anna = sandbox.persona("Анна")
        await anna.say("раз")
    assert anna.last.text == "1: раз"
    assert [r.message for r in caplog.records if r.levelname == "ERROR"] == [
        "the webhook was taken away; another copy of the bot with this token?"
    ]
