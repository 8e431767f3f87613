"""Two Bot API libraries that know nothing of the sandbox: python-telegram-bot and aiogram."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Message, Update
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import png

Context = ContextTypes.DEFAULT_TYPE


async def greet(update: Update, context: Context) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Далее", callback_data="next")]])
    assert update.message
    await update.message.reply_html("<b>Здравствуйте</b>, это <i>проверка</i>", reply_markup=keyboard)


async def turn(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Перевёрнуто", show_alert=True)
    await update.callback_query.edit_message_text("Страница 2")


async def weigh(update: Update, context: Context) -> None:
    assert update.message
    assert update.message.document
    data = bytes(await (await update.message.document.get_file()).download_as_bytearray())
    await update.message.reply_document(data, filename="обратно.txt", caption=f"{len(data)} байт")
    album = [InputMediaPhoto(png(4, 4), caption="раз"), InputMediaPhoto(png(5, 5))]
    await update.message.reply_media_group(album)


@pytest.fixture
async def ptb(sandbox: Sandbox) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    application = (
        ApplicationBuilder()
        .token(sandbox.token)
        .base_url(f"{sandbox.url}/bot")
        .base_file_url(f"{sandbox.url}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.Document.ALL, weigh))
    application.add_handler(MessageHandler(filters.TEXT, greet))
    application.add_handler(CallbackQueryHandler(turn))
    async with application:
        assert application.updater
        await application.updater.start_polling(allowed_updates=["message", "callback_query"])
        await application.start()
        yield application
        await application.updater.stop()
        await application.stop()


async def test_python_telegram_bot_talks_presses_and_carries_files(
    sandbox: Sandbox, ptb: Application[Any, Any, Any, Any, Any, Any]
) -> None:
    anna = sandbox.persona("Анна")
    await anna.say("/start")
    greeting = await anna.sees("Здравствуйте")
    assert greeting.html == "<b>Здравствуйте</b>, это <i>проверка</i>"
    await anna.press("Далее")
    await anna.sees("Страница 2")
    assert (anna.toasts, anna.last.edited, anna.last.labels) == (["Перевёрнуто"], True, [])
    await anna.send_file("план.txt", "строка\n".encode() * 3)
    await anna.sees("39 байт")
    await sandbox.state.changes.until(lambda: len(anna.screen) == 6, within=10)
    document, first, second = anna.screen[3:]
    assert document.document == ("обратно.txt", "строка\n".encode() * 3)
    assert (first.text, first.photo, second.photo) == ("раз", png(4, 4), png(5, 5))


async def test_python_telegram_bot_understands_the_refusals(
    sandbox: Sandbox,
    ptb: Application[Any, Any, Any, Any, Any, Any],
    anna: Persona,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own future
    await anna.sees("Здравствуйте")
    sent = await ptb.bot.send_message(anna.id, "текст")
    assert isinstance(sent, Message)
    with pytest.raises(BadRequest, match=r"^Message is not modified: specified new message content"):
        await ptb.bot.edit_message_text("текст", chat_id=anna.id, message_id=sent.message_id)
    with pytest.raises(BadRequest, match=r"^Can't parse entities: unsupported start tag"):
        await ptb.bot.send_message(anna.id, "<x>", parse_mode="HTML")
    sandbox.faults.add("sendMessage", retry_after=7)
    with pytest.raises(RetryAfter) as flood:
        await ptb.bot.send_message(anna.id, "текст")
    assert flood.value.retry_after == timedelta(seconds=7)
    await anna.block_bot(wait=False)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await ptb.bot.send_message(anna.id, "текст")


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
