"""A test plays the bot and the people of a sandbox whose page a browser shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
from playwright.sync_api import Page, expect

from bot.sandbox.server import Sandbox
from tests.browser.served import Served
from tests.sandbox.conftest import Api

ANNA = "Анна Петровна"
# Scrolls the open chat from its end to its beginning; answers the milliseconds of each frame.
SCROLL_UP = """() => new Promise((resolve) => {
  const feed = document.querySelector("#feed");
  const step = feed.scrollHeight / 120;
  const times = [];
  let last = performance.now();
  function frame(now) {
    times.push(now - last);
    last = now;
    feed.scrollTop -= step;
    if (feed.scrollTop > 0) requestAnimationFrame(frame); else resolve(times.slice(1));
  }
  requestAnimationFrame(frame);
})"""


def bot(sandbox: Served[Sandbox], method: str, **params: Any) -> Any:
    """One call of a bot's."""

    async def call(sandbox: Sandbox) -> Any:
        async with aiohttp.ClientSession() as http:
            return await Api(sandbox, http).ok(method, **params)

    return sandbox.call(call)


def uploaded(
    sandbox: Served[Sandbox], method: str, files: dict[str, tuple[str, bytes]], **params: Any
) -> Any:
    async def call(sandbox: Sandbox) -> Any:
        async with aiohttp.ClientSession() as http:
            answer = await Api(sandbox, http).upload(method, files, **params)
            assert answer["ok"], answer
            return answer["result"]

    return sandbox.call(call)


def joined(sandbox: Served[Sandbox], name: str = ANNA) -> int:
    """Somebody the bot may write to; the id."""

    async def start(sandbox: Sandbox) -> int:
        persona = sandbox.persona(name)
        await persona.say("/start", wait=False)
        return persona.id

    return sandbox.call(start)


def opened(sandbox: Served[Sandbox], new_page: Callable[..., Page], person: int, **options: Any) -> Page:
    page = new_page(f"{sandbox.what.url}/#{person}", **options)
    expect(page.locator("#feed article").first).to_be_visible()
    return page


async def write_many(sandbox: Sandbox, *, person: int, count: int) -> None:
    markup = {"inline_keyboard": [[{"text": "Открыть", "callback_data": "open"}]]}
    async with aiohttp.ClientSession() as http:
        api = Api(sandbox, http)
        for n in range(count):
            await api.ok(
                "sendMessage",
                chat_id=person,
                text=f"<b>{n}</b> " + "слово " * (n % 40),
                parse_mode="HTML",
                reply_markup=markup,
            )
