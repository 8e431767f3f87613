"""The demo comes up, answers a press over HTTP, lets time pass, and refuses a real token."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.demo import Demo, open_demo

ROOT = Path(__file__).parents[2]


async def events(http: aiohttp.ClientSession, url: str, person: int = 0) -> dict[str, Any]:
    """What a page is told first, by the name of the event."""
    told: dict[str, Any] = {}
    async with http.get(f"{url}/page/events", params={"person": person}) as answer:
        name = ""
        async for line in answer.content:
            key, _, value = line.decode().rstrip("\n").partition(": ")
            name = value if key == "event" else name
            if key == "data":
                told[name] = json.loads(value)
            if name == "calls" and key == "data":
                return told
    raise AssertionError(f"the stream ended after {list(told)}")


async def post(http: aiohttp.ClientSession, url: str, **body: Any) -> Any:
    async with http.post(url, json=body) as answer:
        return await answer.json()


async def test_a_visitor_finds_a_district_at_work(tmp_path: Path) -> None:
    async with open_demo(0, tmp_path / "demo") as demo, aiohttp.ClientSession() as http:
        url = demo.sandbox.url
        told = await events(http, url)
        people = told["people"]
        assert len(people) == 40
        assert [line["note"].partition(",")[0] for line in people[:9]] == [
            "координатор района",
            "директор",
            "заместитель",
            "учитель",
            "учитель",
            "куратор",
            "координатор соседнего района",
            "администратор бота",
            "посторонний",
        ]
        assert all(line["note"] for line in people)
        assert told["stage"]["now"] > "2027-01-1"
        assert sum(line["unread"] for line in people) > 0
        await press_and_see(demo, http, url, people[0]["id"])
        before = demo.sandbox.clock()
        assert await post(http, f"{url}/page/control", do="week") == {"ok": True}
        assert (demo.sandbox.clock() - before).days == 7
        assert await post(http, f"{url}/page/control", do="next") == {"ok": True}
        assert not demo.reset.is_set()
        assert await post(http, f"{url}/page/control", do="reset") == {"ok": True}
        assert demo.reset.is_set()
    assert os.listdir(tmp_path) == ["demo"]


async def press_and_see(demo: Demo, http: aiohttp.ClientSession, url: str, coordinator: int) -> None:
    said = await post(http, f"{url}/sandbox/say", person=coordinator, text="/start")
    assert said == {"ok": True}
    *_, menu = (await events(http, url, coordinator))["chat"]["messages"]
    buttons = {b["text"]: b["callback_data"] for row in menu["reply_markup"]["inline_keyboard"] for b in row}
    body = {"person": coordinator, "message_id": menu["message_id"], "data": buttons["Школы"]}
    assert await post(http, f"{url}/sandbox/press", **body) == {"ok": True}
    *_, edited = (await events(http, url, coordinator))["chat"]["messages"]
    assert edited["message_id"] == menu["message_id"]
    assert "Берёзовская СОШ № 1" in edited["text"]


@pytest.mark.parametrize(("token", "code"), [("1:" + "x" * 35, 2)])
def test_a_real_token_is_refused(tmp_path: Path, token: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        env={**os.environ, "BOT_TOKEN": token, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, b"BOT_TOKEN" in done.stderr, list(tmp_path.iterdir())) == (code, True, [])
