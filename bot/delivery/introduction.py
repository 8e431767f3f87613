"""What the bot and Telegram tell each other before the first update."""

from __future__ import annotations

import logging
from collections.abc import Collection

from aiogram.methods import DeleteWebhook, GetMe, SetMyCommands, TelegramMethod
from aiogram.types import BotCommand

from bot.delivery.failures import CallFailed
from bot.delivery.telegram import Telegram
from bot.screen import text
from bot.words import LANGUAGES, Words

logger = logging.getLogger(__name__)

COMMANDS = ("start", "help", "tasks", "plan", "chart", "survey", "lang")  # in the order of the menu
FOR_STRANGERS = ("start", "help")  # who joins gets the menu of the own roles


def command_menu(names: Collection[str], words: Words, language: str) -> list[BotCommand]:
    """The menu with these commands, worded in ``language``."""
    return [
        BotCommand(command=name, description=words.plain(text(f"command-{name}"), language))
        for name in COMMANDS
        if name in names
    ]


async def introduce(telegram: Telegram, words: Words, language: str) -> str:
    """Offer the menu of commands, in ``language`` where a client speaks none of ours; the bot's username."""
    me = await telegram.insist(GetMe())
    # A webhook of an earlier set-up would take all updates; what waits there stays.
    await wish(telegram, DeleteWebhook(drop_pending_updates=False))
    for code in (None, *LANGUAGES):
        commands = command_menu(FOR_STRANGERS, words, code or language)
        await wish(telegram, SetMyCommands(commands=commands, language_code=code))
    assert me.username, "a bot always has a username"
    return me.username


async def wish(telegram: Telegram, method: TelegramMethod[bool]) -> None:
    """What the bot can serve without."""
    try:
        await telegram.insist(method)
    except CallFailed as failed:
        extra = {"method": type(method).__name__, "description": failed.description}
        logger.warning("Telegram did not take the introduction", extra=extra)
