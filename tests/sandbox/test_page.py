"""The chat page over HTTP: its policy, its stream, its switches; no browser."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bot.sandbox.page.page import ASSETS
from bot.sandbox.page.switches import SWITCHES
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api, png

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Stream:
    """The events of one open page."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def next(self, wanted: str) -> Any:
        """The data of the next event of that name."""
        name = ""
        async with asyncio.timeout(60):
            async for line in self._answer.content:
                key, _, value = line.decode().rstrip("\n").partition(": ")
                if key == "event":
                    name = value
                elif key == "data" and name == wanted:
                    return json.loads(value)
        raise AssertionError(f"the stream ended without «{wanted}»")


@asynccontextmanager
async def watching(api: Api, person: int) -> AsyncIterator[Stream]:
    async with api.http.get(f"{api.sandbox.url}/page/events", params={"person": person}) as answer:
        assert answer.content_type == "text/event-stream"
        yield Stream(answer)


async def act(api: Api, path: str, **body: Any) -> Any:
    async with api.http.post(f"{api.sandbox.url}/page/{path}", json=body) as answer:
        return await answer.json()


async def test_every_part_of_the_page_is_served_under_a_strict_policy(api: Api) -> None:
    for path in ("/", *(f"/page/{file.name}" for file in ASSETS.iterdir())):
        async with api.http.get(api.sandbox.url + path) as answer:
            assert (answer.status, answer.headers["Content-Security-Policy"]) == (200, POLICY)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
    async with api.http.get(api.sandbox.url + "/page/page.py") as answer:
        assert answer.status == 404


async def test_the_page_asks_nothing_of_the_world_and_writes_no_markup() -> None:
    for file in ASSETS.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text) == []
        assert re.findall(r"(?:src|href|from|url|import)\W{1,3}https?://", text) == []
        assert re.findall(r"<[^>]* (?:style|on\w+)=", text) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost:8080"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8080"}, 200),
    ],
)
async def test_other_sites_are_refused(api: Api, headers: dict[str, str], status: int) -> None:
    async with api.http.get(api.sandbox.url + "/", headers=headers) as answer:
        assert answer.status == status


async def test_nobody_else_on_the_network_is_answered(sandbox: Sandbox) -> None:
    port = int(sandbox.url.rpartition(":")[2])
    with pytest.raises(ConnectionRefusedError):  # 127.0.0.2 is this machine too, but not the address bound
        await asyncio.open_connection("127.0.0.2", port)


async def test_a_chat_as_it_is_and_each_change_of_it(api: Api, anna: Persona) -> None:
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    sent = await api.ok(
        "sendMessage", chat_id=anna.id, text="<b>Раз</b>", parse_mode="HTML", reply_markup=markup
    )
    async with watching(api, anna.id) as page:
        first = await page.next("chat")
        assert [m["text"] for m in first["messages"]] == ["/start", "Раз"]
        assert first["messages"][1]["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
        assert first["messages"][1]["reply_markup"] == markup
        await api.ok("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="Два")
        edited = await page.next("chat")
        assert [(m["message_id"], m["text"]) for m in edited["messages"]] == [(sent["message_id"], "Два")]
        await api.ok("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])
        assert await page.next("chat") == {"messages": [], "gone": [sent["message_id"]]}


async def test_a_press_and_its_toast(api: Api, anna: Persona) -> None:
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    await api.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=markup)
    async with watching(api, anna.id) as page:
        await page.next("chat")
        await anna.press("Да", wait=False)
        *_, update = await api.ok("getUpdates")
        query = update["callback_query"]["id"]
        await api.ok("answerCallbackQuery", callback_query_id=query, text="Есть", show_alert=True)
        assert await page.next("toast") == {"text": "Есть", "alert": True}


async def test_unread_is_counted_for_chats_that_are_not_open(api: Api, anna: Persona) -> None:
    boris = api.sandbox.persona("Борис")
    await boris.say("/start", wait=False)
    async with watching(api, anna.id) as page:
        await page.next("people")
        await api.ok("sendMessage", chat_id=boris.id, text="раз")
        await api.ok("sendMessage", chat_id=boris.id, text="два")
        seen = {line["name"]: line for line in await page.next("people")}
        while seen["Борис"]["unread"] < 2:
            seen = {line["name"]: line for line in await page.next("people")}
        assert (seen["Борис"]["last"], seen["Анна"]["unread"]) == ("два", 0)
    async with watching(api, boris.id) as page:
        assert [line["unread"] for line in await page.next("people")] == [0, 0]


async def test_a_hostile_name_text_and_file_arrive_as_text(api: Api, sandbox: Sandbox) -> None:
    mallory = sandbox.persona(HOSTILE)
    await mallory.say(HOSTILE, wait=False)
    await mallory.send_file(f"{HOSTILE}.html", HOSTILE.encode(), mime="text/html", wait=False)
    async with watching(api, mallory.id) as page:
        said, file = (await page.next("chat"))["messages"]
        assert [line["name"] for line in await page.next("people")] == [HOSTILE]
    assert said["text"] == HOSTILE
    async with api.http.get(f"{sandbox.url}/page/file/{file['document']['file_id']}") as answer:
        assert await answer.text() == HOSTILE
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment; ")
        assert answer.headers["Content-Security-Policy"] == POLICY


async def test_switches_strike_and_are_lifted(api: Api, anna: Persona) -> None:
    await anna.send_photo(png(2, 2), wait=False)
    async with watching(api, anna.id) as page:
        (_, photo) = (await page.next("chat"))["messages"]
    source = f"{api.sandbox.url}/page/file/{photo['photo'][0]['file_id']}"
    for on, status in (["pictures"], 503), ([], 200):
        assert await act(api, "switches", on=on) == {"ok": True}
        async with api.http.get(source) as answer:
            assert answer.status == status
    assert await act(api, "switches", on=["earthquake"]) == {"ok": False, "error": "'earthquake'"}


async def test_a_person_blocks_the_bot_and_lets_it_back_in(api: Api, anna: Persona) -> None:
    assert await act(api, "block", person=anna.id, blocked=True) == {"ok": True}
    assert (await api.refusal("sendMessage", chat_id=anna.id, text="?"))[0] == 403
    assert await act(api, "block", person=anna.id, blocked=False) == {"ok": True}
    await api.ok("sendMessage", chat_id=anna.id, text="?")


async def test_the_clock_of_a_sandbox_that_stands_alone(api: Api) -> None:
    async with watching(api, 0) as page:
        assert (await page.next("stage"))["now"] == "2026-01-12T12:00:00+00:00"
        assert await act(api, "control", do="week") == {"ok": True, "came": []}
        assert (await page.next("stage"))["now"] == "2026-01-19T12:00:00+00:00"
    refused = await act(api, "control", do="reset")
    assert refused == {"ok": False, "error": "this clock knows no «reset»"}


def test_words_are_the_same_in_both_languages() -> None:
    script = (ASSETS / "words.js").read_text(encoding="utf-8")
    russian, english = (
        re.findall(r"^    (\w+): \"(.*)\",$", part, re.MULTILINE)
        for part in re.split(r"^  en: ", script.partition("const remembered")[0], flags=re.MULTILINE)
    )
    assert [(key, re.findall(r"\{\w+\}", words)) for key, words in russian] == [
        (key, re.findall(r"\{\w+\}", words)) for key, words in english
    ]
    used = {
        name
        for file in ASSETS.glob("*.js")
        if file.name != "words.js"
        for name in re.findall(r"\"(\w+)\"", file.read_text(encoding="utf-8"))
    }
    unused = (
        {key for key, _ in russian}
        - used
        - SWITCHES.keys()
        - {"day", "week", "next", "reset", "done", "skipped"}
    )
    assert unused == set()
