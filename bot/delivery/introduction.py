"""What the bot and Telegram tell each other before the first update."""

from __future__ import annotations

from aiogram.methods import DeleteWebhook, GetMe, SetMyCommands
from aiogram.types import BotCommand

from bot.delivery.telegram import Telegram
from bot.screen import text
from bot.words import LANGUAGES, Words

COMMANDS = ("start", "help", "tasks", "plan", "chart", "survey", "lang")


async def introduce(telegram: Telegram, words: Words, language: str) -> str:
    """Offer the menu of commands, in ``language`` where a client speaks none of ours; the bot's username."""
    me = await telegram.insist(GetMe())
    # A webhook of an earlier set-up would take all updates; what waits there stays.
    await telegram.insist(DeleteWebhook(drop_pending_updates=False))
    for code in (None, *LANGUAGES):
        commands = [
            BotCommand(command=name, description=words.plain(text(f"command-{name}"), code or language))
            for name in COMMANDS
        ]
        await telegram.insist(SetMyCommands(commands=commands, language_code=code))
    assert me.username, "a bot always has a username"
    return me.username
