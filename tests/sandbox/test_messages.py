"""What is sent, edited, deleted and answered, and the words of each refusal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import NOON, Api


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in labels]]}


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


async def test_edits_happen_in_place(api: Api, anna: Persona, clock: SandboxClock) -> None:
    sent = await api.ok("sendMessage", chat_id=anna.id, text="раз", reply_markup=keyboard("Да"))
    here = {"chat_id": anna.id, "message_id": sent["message_id"]}
    clock.move(timedelta(minutes=1))
    edited = await api.ok("editMessageText", **here, text="<i>два</i>", parse_mode="HTML")
    assert (edited["text"], edited["edit_date"] - edited["date"], "reply_markup" in edited) == (
        "два",
        60,
        False,
    )
    same = (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    again = await api.refusal("editMessageText", **here, text="<i>два</i>", parse_mode="HTML")
    assert again == (400, same)
    await api.ok("editMessageText", **here, text="два")  # other entities are another content
    await api.ok("editMessageReplyMarkup", **here, reply_markup=keyboard("Нет"))
    assert await api.refusal("editMessageReplyMarkup", **here, reply_markup=keyboard("Нет")) == (400, same)
    assert [(m.text, m.labels, m.edited) for m in anna.screen[1:]] == [("два", ["Нет"], True)]
    await api.ok("deleteMessage", **here)
    assert len(anna.screen) == 1


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("editMessageText", {"text": "а", "message_id": 99}, "message to edit not found"),
        ("editMessageText", {"text": "а", "message_id": 1}, "message can't be edited"),
        ("editMessageText", {"text": "а"}, "message identifier is not specified"),
        ("editMessageText", {"text": "", "message_id": 2}, "message text is empty"),
        ("editMessageText", {"text": "а" * 4097, "message_id": 2}, "message is too long"),
        (
            "editMessageText",
            {"text": "а", "message_id": 2, "reply_markup": {"force_reply": True}},
            "inline keyboard expected",
        ),
        (
            "editMessageCaption",
            {"caption": "а", "message_id": 2},
            "there is no caption in the message to edit",
        ),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        ("sendChatAction", {"action": "juggling"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
    ],
)
async def test_other_refusals(
    api: Api, anna: Persona, method: str, params: dict[str, Any], reason: str
) -> None:
    await api.ok("sendMessage", chat_id=anna.id, text="текст")
    assert await api.refusal(method, chat_id=anna.id, **params) == (400, f"Bad Request: {reason}")


async def test_many_are_deleted_at_once_and_the_missing_passed_over(api: Api, anna: Persona) -> None:
    for text in ("раз", "два"):
        await api.ok("sendMessage", chat_id=anna.id, text=text)
    await api.ok("deleteMessages", chat_id=anna.id, message_ids=[2, 77, 1])
    assert [seen.text for seen in anna.screen] == ["два"]


async def test_what_is_older_than_two_days_stays(api: Api, anna: Persona, clock: SandboxClock) -> None:
    clock.move(timedelta(hours=48, seconds=1))
    assert await api.refusal("deleteMessage", chat_id=anna.id, message_id=1) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )


async def press_id(api: Api, anna: Persona) -> str:
    await api.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=keyboard("Да"))
    await anna.press("Да", wait=False)
    update = (await api.ok("getUpdates"))[-1]
    assert update["callback_query"]["data"] == "Да"
    return str(update["callback_query"]["id"])


async def test_a_press_is_answered_with_a_toast(api: Api, anna: Persona) -> None:
    query = await press_id(api, anna)
    too_long = await api.refusal("answerCallbackQuery", callback_query_id=query, text="а" * 201)
    assert too_long == (400, "Bad Request: MESSAGE_TOO_LONG")
    await api.ok("answerCallbackQuery", callback_query_id=query, text="а" * 200)
    await api.ok("answerCallbackQuery", callback_query_id=query, text="поздно")
    assert anna.toasts == ["а" * 200]


async def test_a_press_does_not_wait_for_ever(api: Api, anna: Persona, clock: SandboxClock) -> None:
    query = await press_id(api, anna)
    clock.move(timedelta(seconds=150))
    for query_id in (query, "12345"):
        assert await api.refusal("answerCallbackQuery", callback_query_id=query_id) == (
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )


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
    assert (sandbox._api._known(token), sandbox._api._known("43:" + "k" * 35)) == (True, False)
