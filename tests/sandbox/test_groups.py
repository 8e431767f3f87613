"""A group: shared screen, privacy mode, kicking the bot out, growing into a supergroup."""

from __future__ import annotations

from datetime import timedelta

import aiohttp

from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_a_group_shares_its_screen_and_keeps_its_talk(api: Api, sandbox: Sandbox) -> None:
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    group = sandbox.group("Школы района", [anna, boris])
    await group.member(anna).say("между нами", wait=False)
    await group.member(boris).say("/plan", wait=False)
    added, command = await api.ok("getUpdates")
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (command["message"]["text"], command["message"]["chat"]) == (
        "/plan",
        {"id": group.id, "type": "group", "title": "Школы района"},
    )
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    await api.ok("sendMessage", chat_id=group.id, text="План", reply_markup=markup)
    await group.member(anna).press("Да", wait=False)
    query = (await api.ok("getUpdates"))[-1]["callback_query"]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (anna.id, group.id)
    assert [seen.text for seen in group.screen] == ["между нами", "/plan", "План"]
    assert (anna.screen, await api.refusal("deleteMessage", chat_id=group.id, message_id=1)) == (
        [],
        (400, "Bad Request: message can't be deleted"),
    )


async def test_a_group_that_moves_or_throws_the_bot_out(api: Api, sandbox: Sandbox) -> None:
    group = sandbox.group("Школы района", [sandbox.persona("Анна")])
    old = group.id
    new = group.migrate()
    assert await api("sendMessage", chat_id=old, text="а") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    await api.ok("sendMessage", chat_id=new, text="а")
    group.kick_bot()
    assert await api.refusal("sendMessage", chat_id=new, text="а") == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_a_group_takes_twenty_a_minute(clock: SandboxClock) -> None:
    sandbox = Sandbox(clock=clock, limits=True)
    await sandbox.start()
    group = sandbox.group("Школы района", [sandbox.persona("Анна")])
    async with aiohttp.ClientSession() as http:
        api = Api(sandbox, http)
        for _ in range(20):
            await api.ok("sendMessage", chat_id=group.id, text="а")
        flood = await api("sendMessage", chat_id=group.id, text="а")
        assert flood["parameters"] == {"retry_after": 3}
        clock.move(timedelta(seconds=3))
        await api.ok("sendMessage", chat_id=group.id, text="а")
    await sandbox.stop()
