"""The personas over HTTP, the Host allow-list, and the program itself."""

from __future__ import annotations

import asyncio
import base64
import signal
import sys
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api, png


async def act(api: Api, action: str, **body: Any) -> dict[str, Any]:
    async with api.http.post(f"{api.sandbox.url}/sandbox/{action}", json=body) as answer:
        result: dict[str, Any] = await answer.json()
        return result


async def test_a_whole_conversation_by_http(api: Api, sandbox: Sandbox) -> None:
    person = await act(api, "people", name="Анна", language="en")
    assert person == {"ok": True, "id": sandbox.persona("Анна").id, "name": "Анна"}
    assert await act(api, "say", person="Анна", text="/start", wait=False) == {"ok": True}
    form = aiohttp.FormData({"person": "Анна", "caption": "фото", "photo": "1"})
    form.add_field("file", png(2, 2), filename="a.png")
    saving = asyncio.create_task(api.http.post(f"{sandbox.url}/sandbox/file", data=form))
    while len(updates := await api.ok("getUpdates", timeout=5)) < 2:
        await api.ok("getUpdates", timeout=5)
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    await api.ok("sendMessage", chat_id=person["id"], text="<b>?</b>", parse_mode="HTML", reply_markup=markup)
    await api.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert (await saving).status == 200
    assert await act(api, "press", person="Анна", label="Да", wait=False) == {"ok": True}
    refused = await act(api, "press", person=person["id"], label="Нет", wait=False)
    assert refused["error"].startswith("no button «Нет»")
    assert (await act(api, "say", person=5, text="?"))["error"] == "there is no person 5"
    async with api.http.get(f"{sandbox.url}/sandbox/screen/Анна") as answer:
        _, photo, last = (await answer.json())["messages"]
    assert base64.b64decode(photo["photo"]) == png(2, 2)
    assert (last["author"], last["html"], last["buttons"]) == (
        "bot",
        "<b>?</b>",
        [[{"text": "Да", "data": "yes", "url": ""}]],
    )


async def test_clock_faults_and_journal(api: Api, sandbox: Sandbox) -> None:
    assert (await act(api, "clock", move=3600))["now"] == "2026-01-12T13:00:00+00:00"
    assert (await act(api, "clock", set="2026-05-01T09:00:00+03:00"))["now"] == "2026-05-01T06:00:00+00:00"
    assert await act(api, "faults", method="getMe", status=500) == {"ok": True}
    await api("getMe")
    async with api.http.get(f"{sandbox.url}/sandbox/journal") as answer:
        calls = (await answer.json())["calls"]
    assert [(call["method"], call["outcome"]) for call in calls] == [("getMe", "500 Internal Server Error")]
    assert await act(api, "faults", method="getMe", colour="red") == {
        "ok": False,
        "error": "Faults.add() got an unexpected keyword argument 'colour'",
    }


async def test_other_host_names_are_refused(api: Api, sandbox: Sandbox) -> None:
    for host, status in (
        ("localhost:80", 200),
        ("[::1]", 200),
        ("evil.example", 403),
        ("127.0.0.1.a:80", 403),
    ):
        async with api.http.get(f"{sandbox.url}/sandbox/journal", headers={"Host": host}) as answer:
            assert answer.status == status


async def test_the_program_serves_until_it_is_told_to_stop() -> None:
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "sandbox", "--port", "0"),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert program.stdout is not None
    address = (await program.stdout.readline()).decode().split()[-1]
    token = (await program.stdout.readline()).decode().split()[-1]
    async with aiohttp.ClientSession() as http, http.get(f"{address}/bot{token}/getMe") as answer:
        assert (await answer.json())["result"]["username"] == "vekhi_bot"
    program.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(program.wait(), 60) == 0
