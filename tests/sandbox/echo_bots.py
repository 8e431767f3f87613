"""One small bot twice: in python-telegram-bot (on httpx) and in pyTelegramBotAPI (on requests).

Neither library knows the sandbox; only its address is given. The bot greets, turns a page, shows a picture,
hands a document back with an album, and waits when it is told to.
"""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import timedelta
from typing import Any, Protocol

import telebot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import RetryAfter
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import png

Context = ContextTypes.DEFAULT_TYPE
library: Any = telebot  # partly annotated, and more narrowly than it documents
KINDS = ["message", "callback_query"]
GREETING = "<b>Здравствуйте</b>, это <i>{}</i>"


class EchoBot(Protocol):
    """What the conversation needs of either library."""

    async def start(self) -> None:
        """Begins to poll."""

    async def stop(self) -> None: ...

    async def set_webhook(self, url: str, secret: str) -> str:
        """Stops polling; the url that the library then reads from getWebhookInfo."""

    async def feed(self, raw: dict[str, Any]) -> None:
        """An update that came by the webhook, parsed by the library itself."""

    async def delete_webhook(self) -> None: ...


class PythonTelegramBot:
    def __init__(self, sandbox: Sandbox) -> None:
        builder = ApplicationBuilder().token(sandbox.token)
        builder = builder.base_url(f"{sandbox.url}/bot").base_file_url(f"{sandbox.url}/file/bot")
        self._application = builder.build()
        self._application.add_handler(MessageHandler(filters.Document.ALL, self._weigh))
        self._application.add_handler(MessageHandler(filters.Regex("^быстро$"), self._hurry))
        self._application.add_handler(MessageHandler(filters.TEXT, self._greet))
        self._application.add_handler(CallbackQueryHandler(self._turn, "^turn$"))
        self._application.add_handler(CallbackQueryHandler(self._show, "^show$"))

    async def start(self) -> None:
        assert self._application.updater
        await self._application.initialize()
        await self._application.updater.start_polling(allowed_updates=KINDS)
        await self._application.start()

    async def stop(self) -> None:
        assert self._application.updater
        if self._application.updater.running:
            await self._application.updater.stop()
        await self._application.stop()
        await self._application.shutdown()

    async def set_webhook(self, url: str, secret: str) -> str:
        assert self._application.updater
        await self._application.updater.stop()
        await self._application.bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS)
        return (await self._application.bot.get_webhook_info()).url

    async def feed(self, raw: dict[str, Any]) -> None:
        await self._application.process_update(Update.de_json(raw, self._application.bot))

    async def delete_webhook(self) -> None:
        await self._application.bot.delete_webhook()

    async def _greet(self, update: Update, context: Context) -> None:
        assert update.message
        assert update.message.text
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Далее", callback_data="turn")]])
        words = GREETING.format(update.message.text.removeprefix("/start "))
        await update.message.reply_html(words, reply_markup=keyboard)

    async def _turn(self, update: Update, context: Context) -> None:
        assert update.callback_query
        await update.callback_query.answer("Перевёрнуто", show_alert=True)
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Картинка", callback_data="show")]])
        await update.callback_query.edit_message_text("Страница 2", reply_markup=keyboard)

    async def _show(self, update: Update, context: Context) -> None:
        assert update.callback_query
        assert update.effective_chat
        await update.callback_query.answer()
        await update.effective_chat.send_photo(png(9, 8), caption="<u>Ход</u>", parse_mode="HTML")

    async def _weigh(self, update: Update, context: Context) -> None:
        assert update.message
        assert update.message.document
        data = bytes(await (await update.message.document.get_file()).download_as_bytearray())
        await update.message.reply_document(data, filename="обратно.txt", caption=f"{len(data)} байт")
        await update.message.reply_media_group(
            [InputMediaPhoto(png(4, 4), caption="раз"), InputMediaPhoto(png(5, 5))]
        )

    async def _hurry(self, update: Update, context: Context) -> None:
        assert update.message
        try:
            await update.message.reply_text("дошло")
        except RetryAfter as flood:
            await asyncio.sleep(timedelta.total_seconds(flood.retry_after))  # type: ignore[arg-type]
            await update.message.reply_text("дошло")


class PyTelegramBotApi:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        library.apihelper.API_URL = sandbox.url + "/bot{0}/{1}"
        library.apihelper.FILE_URL = sandbox.url + "/file/bot{0}/{1}"
        self._bot = library.TeleBot(sandbox.token, threaded=False)
        self._bot.register_message_handler(self._weigh, content_types=["document"])
        self._bot.register_message_handler(self._hurry, regexp="^быстро$")
        self._bot.register_message_handler(self._greet, content_types=["text"])
        self._bot.register_callback_query_handler(self._turn, lambda query: query.data == "turn")
        self._bot.register_callback_query_handler(self._show, lambda query: query.data == "show")
        self._polling = threading.Thread(
            target=self._bot.polling,
            kwargs={"non_stop": True, "timeout": 1, "long_polling_timeout": 1, "allowed_updates": KINDS},
            daemon=True,
        )

    async def start(self) -> None:
        self._polling.start()
        # A stop before the first poll would be forgotten by it.
        state = self._sandbox.state
        assert await state.changes.until(lambda: state.updates.polls > 0, within=60)

    async def stop(self) -> None:
        self._bot.stop_polling()
        await asyncio.to_thread(self._polling.join)
        library.apihelper._get_req_session().close()

    async def set_webhook(self, url: str, secret: str) -> str:
        await self.stop()

        def tell() -> str:
            self._bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS)
            return str(self._bot.get_webhook_info().url)

        return await asyncio.to_thread(tell)

    async def feed(self, raw: dict[str, Any]) -> None:
        update = library.types.Update.de_json(json.dumps(raw))
        await asyncio.to_thread(self._bot.process_new_updates, [update])

    async def delete_webhook(self) -> None:
        await asyncio.to_thread(self._bot.delete_webhook)

    def _greet(self, message: Any) -> None:
        button = library.types.InlineKeyboardButton("Далее", callback_data="turn")
        keyboard = library.types.InlineKeyboardMarkup([[button]])
        words = GREETING.format(message.text.removeprefix("/start "))
        self._bot.send_message(message.chat.id, words, parse_mode="HTML", reply_markup=keyboard)

    def _turn(self, query: Any) -> None:
        self._bot.answer_callback_query(query.id, "Перевёрнуто", show_alert=True)
        button = library.types.InlineKeyboardButton("Картинка", callback_data="show")
        self._bot.edit_message_text(
            "Страница 2",
            query.message.chat.id,
            query.message.message_id,
            reply_markup=library.types.InlineKeyboardMarkup([[button]]),
        )

    def _show(self, query: Any) -> None:
        self._bot.answer_callback_query(query.id)
        self._bot.send_photo(query.message.chat.id, png(9, 8), caption="<u>Ход</u>", parse_mode="HTML")

    def _weigh(self, message: Any) -> None:
        data = self._bot.download_file(self._bot.get_file(message.document.file_id).file_path)
        self._bot.send_document(
            message.chat.id, data, visible_file_name="обратно.txt", caption=f"{len(data)} байт"
        )
        album = [
            library.types.InputMediaPhoto(png(4, 4), caption="раз"),
            library.types.InputMediaPhoto(png(5, 5)),
        ]
        self._bot.send_media_group(message.chat.id, album)

    def _hurry(self, message: Any) -> None:
        library.util.antiflood(self._bot.send_message, message.chat.id, "дошло")
