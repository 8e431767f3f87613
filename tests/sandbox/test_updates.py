"""getUpdates: confirmed by offset, delivered again until then, one poller at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


@pytest.fixture
async def three(anna: Persona) -> Persona:
    """/start, then two more."""
    await anna.say("раз", wait=False)
    await anna.say("два", wait=False)
    return anna


async def test_an_update_returns_until_a_greater_offset_confirms_it(api: Api, three: Persona) -> None:
    first = await api.ok("getUpdates")
    assert texts(first) == ["/start", "раз", "два"]
    assert await api.ok("getUpdates", offset=first[0]["update_id"]) == first
    assert await api.ok("getUpdates", offset=first[1]["update_id"]) == first[1:]
    assert await api.ok("getUpdates") == first[1:]
    assert await api.ok("getUpdates", offset=first[-1]["update_id"] + 1) == []
    assert await api.ok("getUpdates") == []


async def test_a_negative_offset_forgets_all_but_the_last(api: Api, three: Persona) -> None:
    assert texts(await api.ok("getUpdates", offset=-1)) == ["два"]
    assert texts(await api.ok("getUpdates")) == ["два"]


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (2, 2), (100, 100), (1000, 100)])
async def test_limit_is_held_between_1_and_100(api: Api, anna: Persona, limit: int, count: int) -> None:
    for number in range(120):
        await anna.say(str(number), wait=False)
    assert len(await api.ok("getUpdates", limit=limit)) == count


async def test_a_long_poll_wakes_at_once(api: Api, sandbox: Sandbox) -> None:
    poll = asyncio.create_task(api.ok("getUpdates", timeout=50))
    await sandbox.persona("Борис").say("/start", wait=False)
    assert texts(await asyncio.wait_for(poll, 60)) == ["/start"]


async def test_the_older_poller_is_told_409(api: Api, anna: Persona) -> None:
    await api.ok("getUpdates", offset=-1)
    last = (await api.ok("getUpdates"))[0]["update_id"]
    older = asyncio.create_task(api("getUpdates", offset=last + 1, timeout=50))
    await api.sandbox.state.changes.until(lambda: api.sandbox.state.updates.polls == 1, within=60)
    newer = asyncio.create_task(api.ok("getUpdates", timeout=50))
    assert await older == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    await anna.say("ещё", wait=False)
    assert texts(await newer) == ["ещё"]


async def test_allowed_updates_are_remembered(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    await api.ok("getUpdates", offset=-1, allowed_updates=["my_chat_member"])
    await anna.say("не дойдёт", wait=False)
    await anna.block_bot(wait=False)
    kinds = [sorted(update) for update in await api.ok("getUpdates")]
    assert kinds == [["message", "update_id"], ["my_chat_member", "update_id"]]
    await api.ok("getUpdates", allowed_updates=[])
    await anna.unblock(wait=False)
    await anna.say("дойдёт", wait=False)
    assert texts((await api.ok("getUpdates"))[-1:]) == ["дойдёт"]


async def test_updates_do_not_wait_for_ever(api: Api, anna: Persona, clock: SandboxClock) -> None:
    sent = await api.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=button("да", "yes"))
    await anna.press("да", wait=False)
    assert sent["message_id"] == 2
    assert len(await api.ok("getUpdates")) == 2
    clock.move(timedelta(seconds=150))
    assert texts(await api.ok("getUpdates")) == ["/start"]
    clock.move(timedelta(hours=24))
    assert await api.ok("getUpdates") == []


def button(text: str, data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}


async def test_settled_waits_for_the_confirmation(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    settled = asyncio.create_task(sandbox.settled())
    first = await api.ok("getUpdates")
    assert not settled.done()
    await api.ok("getUpdates", offset=first[-1]["update_id"] + 1)
    await asyncio.wait_for(settled, 60)


async def test_settled_says_what_is_missing(sandbox: Sandbox, anna: Persona) -> None:
    with pytest.raises(TimeoutError, match=r"^not settled: 0 calls under way, unconfirmed \['message 700"):
        await sandbox.settled(within=0)
