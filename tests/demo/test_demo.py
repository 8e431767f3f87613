"""The demo comes up, answers a press over HTTP, lets time pass, and refuses a real token."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo import demo
from bot.tour import opening
from bot.tour.stage import Stage

ROOT = Path(__file__).parents[2]


async def events(http: aiohttp.ClientSession, url: str, person: int = 0) -> dict[str, Any]:
    """What a page is told first, as soon as people may act, by the name of the event."""
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


@asynccontextmanager
async def demo_command(folder: Path) -> AsyncIterator[str]:
    """The address of ``python -m bot demo`` at work in the empty ``folder``, until told to stop."""
    environment = {**os.environ, "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-m", "bot", "demo", "--port", "0"), cwd=folder, env=environment, stdout=PIPE
    )
    assert process.stdout is not None
    async with asyncio.timeout(240):
        while not (found := re.search(r"http://\S+", (await process.stdout.readline()).decode())):
            assert process.returncode is None
    try:
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0


async def test_a_visitor_finds_a_district_at_work(tmp_path: Path) -> None:
    async with demo_command(tmp_path) as url, aiohttp.ClientSession() as http:
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
        assert {step["person"] for step in told["guide"]["steps"]} <= {line["id"] for line in people}
        assert [step["state"] for step in told["guide"]["steps"]] == ["open"] * 8
        await press_and_see(http, url, people[0]["id"])
        assert (await post(http, f"{url}/page/control", do="week"))["ok"]
        passed = datetime.fromisoformat((await events(http, url))["stage"]["now"]) - datetime.fromisoformat(
            told["stage"]["now"]
        )
        assert passed.days == 7
        assert (await post(http, f"{url}/page/control", do="next"))["came"] != []
        assert await post(http, f"{url}/sandbox/say", person=people[0]["id"], text="/chart") == {"ok": True}
        assert "photo" in (await events(http, url, people[0]["id"]))["chat"]["messages"][-1]
    assert written(tmp_path) == {("var", "demo")}


def written(folder: Path) -> set[tuple[str, ...]]:
    return {path.relative_to(folder).parts[:2] for path in folder.rglob("*") if path.is_file()}


async def test_start_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def short(stage: Stage, *_: object) -> dict[str, str]:
        await opening.first_start(stage)
        return {}

    monkeypatch.setattr(demo, "seed", short)
    monkeypatch.setattr(demo, "_FURTHEST", timedelta())  # nothing will come of so short a story
    announced: asyncio.Queue[str] = asyncio.Queue()
    serving = asyncio.create_task(demo.serve(0, tmp_path / "demo", announced.put_nowait))
    url = await announced.get()
    async with aiohttp.ClientSession() as http:
        await events(http, url)  # the stage is set
        await post(http, f"{url}/sandbox/people", name="Глеб")
        assert await post(http, f"{url}/page/control", do="reset") == {"ok": True, "came": []}
        assert await announced.get() == url
        assert "Глеб" not in {line["name"] for line in (await events(http, url))["people"]}
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving


async def press_and_see(http: aiohttp.ClientSession, url: str, coordinator: int) -> None:
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
        timeout=240,
        check=False,
    )
    assert (done.returncode, b"BOT_TOKEN" in done.stderr, list(tmp_path.iterdir())) == (code, True, [])
