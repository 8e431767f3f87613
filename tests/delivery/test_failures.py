"""Every answer of Telegram's that is no success falls into one class, by its exact words."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramMigrateToChat
from aiogram.methods import SendMessage

from bot.delivery.failures import CallFailed, Failure, call_failed
from bot.domain.errors import DomainError
from bot.sandbox.server import Sandbox
from tests.delivery.conftest import World


@pytest.mark.parametrize(
    ("status", "description", "failure"),
    [
        (403, "Forbidden: bot was blocked by the user", Failure.GONE),
        (403, "Forbidden: user is deactivated", Failure.GONE),
        (400, "Bad Request: chat not found", Failure.GONE),
        (403, "Forbidden: bot can't initiate conversation with a user", Failure.REFUSED),
        (403, "Forbidden: not enough rights to send text messages to the chat", Failure.REFUSED),
        (400, "Bad Request: message text is empty", Failure.REFUSED),
        (401, "Unauthorized", Failure.REFUSED),
        (413, "Request Entity Too Large", Failure.REFUSED),
        (500, "Internal Server Error", Failure.LATER),
        (502, "Bad Gateway", Failure.LATER),
    ],
)
async def test_error_answers(
    world: World, sandbox: Sandbox, status: int, description: str, failure: Failure
) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("раз", wait=False)
    sandbox.faults.add("sendMessage", status=status, description=description)
    with pytest.raises(CallFailed) as caught:
        await world.telegram.call(SendMessage(chat_id=anna.id, text="да"))
    assert caught.value.failure is failure


@pytest.mark.parametrize("fault", [{"drop": True}, {"drop": True, "when": "after"}, {"garbage": True}])
async def test_broken_answers_may_have_been_delivered(
    world: World, sandbox: Sandbox, fault: dict[str, bool]
) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("раз", wait=False)
    sandbox.faults.add("sendMessage", **fault)  # type: ignore[arg-type]
    with pytest.raises(CallFailed) as caught:
        await world.telegram.call(SendMessage(chat_id=anna.id, text="да"))
    assert caught.value.failure is Failure.LATER


def test_a_group_that_moved_names_its_new_id() -> None:
    error = TelegramMigrateToChat(
        SendMessage(chat_id=-5, text="да"), "Bad Request: group chat was upgraded", -1005
    )
    failed = call_failed(error)
    assert failed is not None
    assert (failed.failure, failed.moved_to) == (Failure.MOVED, -1005)


def test_what_is_none_of_telegrams_has_no_class() -> None:
    assert call_failed(KeyError("x")) is None


@pytest.mark.parametrize(
    ("description", "key"),
    [
        ("Bad Request: file is too big", "error-file-too-large"),
        ("Bad Request: wrong file_id or the file is temporarily unavailable", "error-file-unavailable"),
    ],
)
async def test_a_file_that_cannot_be_had_is_a_sentence(
    world: World, sandbox: Sandbox, description: str, key: str
) -> None:
    sandbox.faults.add("getFile", status=400, description=description)
    with pytest.raises(DomainError) as caught:
        await world.telegram.fetch("ref")
    assert caught.value.key == key
