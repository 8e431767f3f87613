"""Messages are edited and deleted in place, or refused as Telegram refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from tests.sandbox.conftest import Api
from tests.sandbox.keyboards import keyboard


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
