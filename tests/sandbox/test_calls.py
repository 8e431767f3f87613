"""Addresses, parameters and commands of the bot's own calls."""

from __future__ import annotations

import pytest

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_commands_by_scope_and_language(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    def commands(*names: str) -> list[dict[str, str]]:
        return [{"command": name, "description": name.upper()} for name in names]

    await api.ok("setMyCommands", commands=commands("start", "help"))
    await api.ok("setMyCommands", commands=commands("begin"), language_code="en")
    mine = {"type": "chat", "chat_id": anna.id}
    await api.ok("setMyCommands", commands=commands("plan"), scope=mine)
    assert await api.ok("getMyCommands") == commands("start", "help")
    assert anna.commands == commands("plan")
    assert sandbox.persona("Борис").commands == commands("start", "help")
    assert sandbox.persona("Bob", language="en").commands == commands("begin")
    await api.ok("deleteMyCommands", scope=mine)
    assert anna.commands == commands("start", "help")


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "", "description": "а"}], "command must be non-empty"),
        ([{"command": "a" * 33, "description": "а"}], "command length must not exceed 32"),
        ([{"command": "a", "description": " "}], "command description must be non-empty"),
        ([{"command": "a", "description": "а" * 257}], "command description length must not exceed 256"),
        ([{"command": "План", "description": "а"}], "BOT_COMMAND_INVALID"),
        ([{"command": f"a{n}", "description": "а"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_refused_commands(api: Api, commands: list[dict[str, str]], reason: str) -> None:
    assert await api.refusal("setMyCommands", commands=commands) == (400, f"Bad Request: {reason}")


async def test_every_way_of_passing_parameters(api: Api, anna: Persona) -> None:
    params = {"chat_id": str(anna.id), "text": "а"}
    async with api.http.get(api.url("sendmessage"), params=params) as answer:
        assert answer.status == 200
    async with api.http.post(api.url("SENDMESSAGE"), data=params) as answer:
        assert answer.status == 200
    assert (await api.upload("sendMessage", {}, **params))["ok"]
    async with api.http.post(api.url("sendMessage"), data=b"{", headers=JSON) as answer:
        assert (await answer.json())["description"] == "Bad Request: can't parse JSON object"


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot12:short/getMe", 401, "Unauthorized"),
        ("/file/bot12:short/documents/x", 401, "Unauthorized"),
        (f"/bot1:{'x' * 35}/getMee", 404, "Not Found"),
        (f"/file/bot1:{'x' * 35}/documents/x", 404, "Not Found"),
        ("/nothing", 404, "Not Found"),
    ],
)
async def test_wrong_addresses(api: Api, path: str, status: int, description: str) -> None:
    async with api.http.get(api.sandbox.url + path) as answer:
        assert await answer.json() == {"ok": False, "error_code": status, "description": description}


async def test_only_the_given_token_is_known() -> None:
    token = "42:" + "k" * 35
    sandbox = Sandbox(token=token)
    assert (sandbox.api._known(token), sandbox.api._known("43:" + "k" * 35)) == (True, False)
