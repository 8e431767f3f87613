"""The guided tour is ticked by what the bot did, not by what a visitor pressed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.page.director import Bystander
from bot.sandbox.page.guide import Guide, Step
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from tests.sandbox.conftest import Api, png
from tests.sandbox.test_page import act, watching

STEPS = tuple(
    Step(name, "Анна", {"ru": name}, {"ru": name}, ["press:ask"], happened)
    for name, happened in {
        "asked": lambda event: "yes" in event.presses,
        "thanked": lambda event: event.text == "Спасибо",
        "shown": lambda event: event.photo and event.person == "Анна",
    }.items()
)


class Guided(Bystander):
    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.guide = Guide(world.state, STEPS, ("план.txt", b"1"))


@pytest.fixture
async def api(clock: SandboxClock) -> AsyncIterator[Api]:
    sandbox = Sandbox(clock=clock, director=Guided)
    await sandbox.start()
    async with aiohttp.ClientSession() as http:
        yield Api(sandbox, http)
    await sandbox.stop()


async def states(api: Api) -> list[str]:
    async with watching(api, 0) as page:
        guide: dict[str, Any] = await page.next("guide")
        return [step["state"] for step in guide["steps"]]


async def test_steps_are_ticked_by_facts(api: Api) -> None:
    anna, boris = api.sandbox.persona("Анна"), api.sandbox.persona("Борис")
    for person in (anna, boris):
        await person.say("/start", wait=False)
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes:1"}]]}
    await api.ok("sendMessage", chat_id=boris.id, text="?", reply_markup=markup)
    assert await states(api) == ["done", "open", "open"]
    await boris.press("Да", wait=False)
    await boris.say("Спасибо", wait=False)  # a person's own words are no fact
    assert await states(api) == ["done", "open", "open"]
    presses = [u["callback_query"] for u in await api.ok("getUpdates") if "callback_query" in u]
    await api.ok("answerCallbackQuery", callback_query_id=presses[0]["id"], text="Спасибо")
    assert await states(api) == ["done", "done", "open"]
    await api.upload("sendPhoto", {"photo": ("a.png", png(2, 2))}, chat_id=boris.id)
    assert await states(api) == ["done", "done", "open"]
    assert await act(api, "guide", do="skip", step="shown") == {"ok": True}
    assert await states(api) == ["done", "done", "skipped"]
    await api.upload("sendPhoto", {"photo": ("a.png", png(2, 2))}, chat_id=anna.id)
    assert await states(api) == ["done", "done", "done"]
    assert await act(api, "guide", do="again") == {"ok": True}
    assert await states(api) == ["open", "open", "open"]


async def test_the_sample_is_saved_and_nonsense_refused(api: Api) -> None:
    async with api.http.get(f"{api.sandbox.url}/page/sample") as answer:
        assert (await answer.read(), answer.headers["Content-Disposition"][:10]) == (b"1", "attachment")
    assert await act(api, "guide", do="skip", step="nothing") == {"ok": False, "error": "'nothing'"}
    assert (await act(api, "guide", do="dance"))["ok"] is False
