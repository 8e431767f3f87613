"""What libraries make of the sandbox's refusals, and aiogram's own round through its methods."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import Message
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import ExtBot

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import png


@pytest.fixture
async def ptb(sandbox: Sandbox) -> AsyncIterator[ExtBot[None]]:
    async with ExtBot(sandbox.token, base_url=f"{sandbox.url}/bot") as bot:
        yield bot


async def test_python_telegram_bot_understands_the_refusals(
    sandbox: Sandbox, ptb: ExtBot[None], anna: Persona, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own future
    sent = await ptb.send_message(anna.id, "текст")
    assert isinstance(sent, Message)
    with pytest.raises(BadRequest, match=r"^Message is not modified: specified new message content"):
        await ptb.edit_message_text("текст", chat_id=anna.id, message_id=sent.message_id)
    with pytest.raises(BadRequest, match=r"^Can't parse entities: unsupported start tag"):
        await ptb.send_message(anna.id, "<x>", parse_mode="HTML")
    sandbox.faults.add("sendMessage", retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await ptb.send_message(anna.id, "текст")
    assert flood.value.retry_after == timedelta(seconds=7)
    await anna.block_bot(wait=False)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await ptb.send_message(anna.id, "текст")


async def test_aiogram_speaks_to_it(sandbox: Sandbox, anna: Persona) -> None:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.exceptions import TelegramForbiddenError
    from aiogram.types import BotCommand, BufferedInputFile, InputMediaDocument, ReplyParameters

    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with Bot(sandbox.token, session=session) as bot:
        assert (await bot.me()).username == "vekhi_bot"
        updates = await bot.get_updates()
        assert updates[0].message
        await bot.set_my_commands([BotCommand(command="plan", description="План")])
        assert anna.commands == [{"command": "plan", "description": "План"}]
        replying = ReplyParameters(message_id=updates[0].message.message_id)
        reply = await bot.send_photo(
            anna.id, BufferedInputFile(png(9, 8), "ход.png"), caption="<u>Ход</u>", parse_mode="HTML",
            reply_parameters=replying,
        )  # fmt: skip
        assert reply.photo
        assert reply.reply_to_message
        assert (reply.photo[-1].width, reply.reply_to_message.text) == (9, "/start")
        document = InputMediaDocument(media=BufferedInputFile(b"a,b", "план.csv"))
        await bot.edit_message_media(document, chat_id=anna.id, message_id=reply.message_id)
        assert anna.last.document == ("план.csv", b"a,b")
        group = sandbox.group("Школы района", [anna])
        chats = [await bot.get_chat(anna.id), await bot.get_chat(group.id)]
        assert [(chat.type, chat.full_name) for chat in chats] == [
            ("private", "Анна"),
            ("group", "Школы района"),
        ]
        await bot.set_webhook("http://127.0.0.1:1/", allowed_updates=["message"])
        info = await bot.get_webhook_info()
        assert (info.url, info.allowed_updates) == ("http://127.0.0.1:1/", ["message"])
        await bot.delete_webhook()
        await anna.block_bot(wait=False)
        with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
            await bot.send_message(anna.id, "текст")


def test_the_sandbox_itself_needs_no_bot_library() -> None:
    import subprocess

    code = "import json, sys, bot.sandbox.commands; print(json.dumps([*sys.modules]))"
    loaded = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    assert [name for name in ("aiogram", "telegram", "pydantic", "sqlalchemy") if name in loaded] == []
