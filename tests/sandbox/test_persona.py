"""The person's side: a bot in thirty lines answers, and the persona reads what it shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Api


class Counter:
    """A careful bot: confirms an update only after it has been dealt with."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.presses: list[str] = []

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.api.ok("getUpdates", offset=offset, timeout=50):
                await self.deal_with(update)
                offset = update["update_id"] + 1

    async def deal_with(self, update: dict[str, Any]) -> None:
        if "message" in update:
            text = update["message"].get("text", "файл")
            await self.api.ok(
                "sendMessage",
                chat_id=update["message"]["chat"]["id"],
                text=f"Вы написали: {text}",
                reply_markup={
                    "inline_keyboard": [
                        [
                            {"text": "✅ Принять", "callback_data": "yes"},
                            {"text": "✖️ Отменить всё", "callback_data": "no"},
                            {"text": "✖️ Отменить", "callback_data": "no"},
                        ],
                        [
                            {"text": "Позвать", "url": "https://t.me/vekhi_bot?start=invite-1"},
                            {"text": "Сайт", "url": "https://example.org/"},
                        ],
                    ]
                },
            )
        elif "callback_query" in update:
            query = update["callback_query"]
            self.presses.append(query["data"])
            await self.api.ok("answerCallbackQuery", callback_query_id=query["id"], text="Принято")
            message = query["message"]
            if message["date"]:
                await self.api(
                    "editMessageText",
                    chat_id=message["chat"]["id"],
                    message_id=message["message_id"],
                    text=f"Нажато: {query['data']}",
                )


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Counter]:
    bot = Counter(api)
    running = asyncio.create_task(bot.run())
    yield bot
    running.cancel()


async def test_a_conversation(bot: Counter, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("здравствуйте")
    assert [(m.author, m.text) for m in anna.new()] == [
        ("Анна", "здравствуйте"),
        ("bot", "Вы написали: здравствуйте"),
    ]
    await anna.press("✅")
    assert (anna.last.text, anna.last.labels, anna.toasts) == ("Нажато: yes", [], ["Принято"])
    assert [m.text for m in anna.new()] == ["Нажато: yes"]
    assert anna.new() == []


async def test_the_newest_button_with_those_words_is_pressed(bot: Counter, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("раз")
    first = anna.last
    await anna.say("два")
    await anna.press("✖️ Отменить")
    assert [m.text for m in anna.screen if m.author == "bot"] == ["Вы написали: раз", "Нажато: no"]
    with pytest.raises(AssertionError, match=r"^«✖️» begins several buttons; Анна sees #2"):
        await anna.press("✖️")
    with pytest.raises(AssertionError, match=r"^no button «Нет такой»; Анна sees #2 'Вы написали: раз'"):
        await anna.press("Нет такой")
    await anna.press("✅ Принять", message=first, double=True)
    await anna.press(message=first, data="stale")
    assert bot.presses == ["no", "yes", "yes", "stale"]


async def test_a_button_of_a_deleted_message(bot: Counter, api: Api, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("раз")
    seen = anna.last
    await api.ok("deleteMessage", chat_id=anna.id, message_id=seen.message_id)
    await anna.press(message=seen, data="yes")
    assert (bot.presses, len(anna.screen)) == (["yes"], 1)


async def test_links(bot: Counter, sandbox: Sandbox) -> None:
    anna = sandbox.persona("Анна")
    await anna.open_link("https://t.me/vekhi_bot?start=abc")
    assert anna.last.text == "Вы написали: /start abc"
    await anna.press("Позвать")
    assert anna.last.text == "Вы написали: /start invite-1"
    await anna.press("Сайт")
    assert anna.opened == ["https://example.org/"]
    with pytest.raises(AssertionError, match=r"^a link to @other_bot$"):
        await anna.open_link("https://t.me/other_bot?start=abc")


async def test_a_reply_keyboard_types_its_words(bot: Counter, api: Api, anna: Persona) -> None:
    await sandbox_quiet(api)
    markup = {"keyboard": [["Задачи", {"text": "План"}]], "resize_keyboard": True}
    await api.ok("sendMessage", chat_id=anna.id, text="меню", reply_markup=markup)
    assert anna.keyboard == ["Задачи", "План"]
    await anna.press("План")
    assert anna.last.text == "Вы написали: План"
    await api.ok("sendMessage", chat_id=anna.id, text="убрано", reply_markup={"remove_keyboard": True})
    assert anna.keyboard == []


async def sandbox_quiet(api: Api) -> None:
    await api.sandbox.settled()


async def test_a_person_keeps_the_same_id() -> None:
    one, other = Sandbox(), Sandbox()
    other.persona("Борис")
    assert one.persona("Анна").id == other.persona("Анна").id
    assert one.persona("Анна") is one.persona("Анна")
