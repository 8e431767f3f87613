"""What is sent, and the words of each refusal."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import NOON, Api
from tests.sandbox.keyboards import keyboard


async def test_a_message_looks_like_telegrams(api: Api, anna: Persona) -> None:
    sent = await api.ok(
        "sendMessage",
        chat_id=anna.id,
        text="<b>План</b> готов",
        parse_mode="HTML",
        reply_markup=keyboard("Да"),
        reply_parameters={"message_id": 1},
    )
    person = {"id": anna.id, "first_name": "Анна"}
    assert sent == {
        "message_id": 2,
        "from": {"id": 1000000001, "is_bot": True, "first_name": "Вехи", "username": "vekhi_bot"},
        "chat": {**person, "type": "private"},
        "date": int(NOON.timestamp()),
        "text": "План готов",
        "entities": [{"type": "bold", "offset": 0, "length": 4}],
        "reply_markup": keyboard("Да"),
        "reply_to_message": {
            "message_id": 1,
            "from": {**person, "is_bot": False, "language_code": "ru"},
            "chat": {**person, "type": "private"},
            "date": int(NOON.timestamp()),
            "text": "/start",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        },
    }


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": " \n"}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "а" * 4097}, "message is too long"),
        ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"text": "а", "chat_id": ""}, "chat_id is empty"),
        ({"text": "а", "chat_id": 5}, "chat not found"),
        ({"text": "а", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "<b>", "chat_id": 5, "parse_mode": "HTML"}, 'can\'t parse entities: Can\'t find end tag '
            'corresponding to start tag "b"'),
        ({"text": "а", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"text": "а", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "а", "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "а", "reply_markup": keyboard("")}, "inline keyboard button text must be non-empty"),
        ({"text": "а", "reply_markup": keyboard("я" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "а", "callback_data": ""}]]}},
            "BUTTON_DATA_INVALID"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "а"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"callback_data": "а"}]]}},
            'can\'t parse inline keyboard button: Can\'t find field "text"'),
        ({"text": "а", "reply_markup": {"inline_keyboard": [[{"text": "а", "url": "http://пусто"}]]}},
            "inline keyboard button URL 'http://пусто' is invalid: Wrong HTTP URL"),
        ({"text": "а", "reply_markup": keyboard(*map(str, range(101)))}, "reply markup is too long"),
    ],
)  # fmt: skip
async def test_what_cannot_be_sent(api: Api, anna: Persona, params: dict[str, Any], reason: str) -> None:
    assert await api.refusal("sendMessage", **{"chat_id": anna.id, **params}) == (
        400,
        f"Bad Request: {reason}",
    )
    assert len(anna.screen) == 1


async def test_limits_count_what_is_shown(api: Api, anna: Persona) -> None:
    text = "<b>" + "&lt;" * 4096 + "</b>"
    sent = await api.ok("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert sent["text"] == "<" * 4096
    hundred = {"inline_keyboard": [[{"text": str(n), "callback_data": "я" * 32}] for n in range(100)]}
    await api.ok("sendMessage", chat_id=anna.id, text="кнопки", reply_markup=hundred)


async def test_whom_the_bot_may_write_to(api: Api, sandbox: Sandbox, anna: Persona) -> None:
    def attempt(person: Persona) -> Any:
        return api.refusal("sendMessage", chat_id=person.id, text="а")

    stranger = sandbox.persona("Борис")
    assert await attempt(stranger) == (403, "Forbidden: bot can't initiate conversation with a user")
    await anna.block_bot(wait=False)
    assert await attempt(anna) == (403, "Forbidden: bot was blocked by the user")
    await anna.say("/start", wait=False)
    await api.ok("sendMessage", chat_id=anna.id, text="снова здесь")
    statuses = [
        update["my_chat_member"]["new_chat_member"]["status"]
        for update in await api.ok("getUpdates")
        if "my_chat_member" in update
    ]
    assert statuses == ["kicked", "member"]
    anna.deactivate()
    assert await attempt(anna) == (403, "Forbidden: user is deactivated")
