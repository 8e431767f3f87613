"""Bad days on demand: what was lost, what was done although the answer was lost, and 429."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import aiohttp
import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Faults
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_dropped_before_and_after(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    sandbox.faults.add("sendMessage", drop=True)
    sandbox.faults.add("sendMessage", drop=True, when="after")
    for text in ("потеряно", "дошло"):
        with pytest.raises(aiohttp.ClientConnectionError):
            await api("sendMessage", chat_id=anna.id, text=text)
    await api.ok("sendMessage", chat_id=anna.id, text="тихо")
    assert [seen.text for seen in anna.screen] == ["/start", "дошло", "тихо"]
    assert [entry.outcome for entry in sandbox.journal.of("sendMessage")] == [
        "dropped before",
        "ok",
        "dropped after",
        "ok",
    ]


async def test_error_answers(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    sandbox.faults.add("sendMessage", status=502, times=2)
    sandbox.faults.add(retry_after=30)
    assert await api.refusal("sendMessage", chat_id=anna.id, text="а") == (502, "Bad Gateway")
    assert await api.refusal("sendMessage", chat_id=anna.id, text="а") == (502, "Bad Gateway")
    assert await api("getMe") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 30",
        "parameters": {"retry_after": 30},
    }
    await api.ok("getMe")


async def test_a_half_open_connection_and_garbage(api: Api, sandbox: Sandbox) -> None:
    sandbox.faults.add("getMe", delay=float("inf"))
    hanging = asyncio.create_task(api("getMe"))
    sandbox.faults.add("getChat", garbage=True)
    async with api.http.get(api.url("getChat")) as answer:
        assert await answer.text() == "<html>garbage</html>"
    await sandbox.settled(within=0)  # nobody waits for what will never be answered
    assert not hanging.done()
    hanging.cancel()


def test_chance_is_decided_by_the_seed() -> None:
    def struck(seed: int) -> list[bool]:
        faults = Faults(seed)
        faults.add("sendMessage", status=500, chance=0.5, times=None)
        return [faults.take("sendmessage") is not None for _ in range(50)]

    assert struck(1) == struck(1) != struck(2)


async def test_token_buckets_follow_the_sandboxs_clock(clock: SandboxClock) -> None:
    sandbox = Sandbox(clock=clock, limits=True)
    await sandbox.start()
    people = [sandbox.persona(f"Житель {number}") for number in range(31)]
    async with aiohttp.ClientSession() as http:
        api = Api(sandbox, http)
        for person in people:
            await person.say("/start", wait=False)
        one = people[0].id
        for _ in range(3):
            await api.ok("sendMessage", chat_id=one, text="а")
        flood = await api("sendMessage", chat_id=one, text="а")
        assert (flood["error_code"], flood["parameters"]) == (429, {"retry_after": 1})
        await api.ok("sendChatAction", chat_id=one, action="typing")
        for person in people[1:28]:
            await api.ok("sendMessage", chat_id=person.id, text="а")
        assert (await api("sendMessage", chat_id=people[30].id, text="а"))["error_code"] == 429
        clock.move(timedelta(seconds=1))
        await api.ok("sendMessage", chat_id=one, text="а")
        assert (await api("sendMessage", chat_id=one, text="а"))["error_code"] == 429
        for person in people[2:31]:
            await api.ok("sendMessage", chat_id=person.id, text="а")
    await sandbox.stop()
