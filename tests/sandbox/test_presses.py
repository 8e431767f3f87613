"""Presses are answered once, and not for ever."""

from __future__ import annotations

from datetime import timedelta

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from tests.sandbox.conftest import Api
from tests.sandbox.keyboards import keyboard


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
