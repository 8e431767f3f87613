"""Rows of buttons → Telegram's inline keyboard."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.screen import Button, Row
from bot.words import Words


def keyboard(rows: tuple[Row, ...], words: Words, language: str) -> InlineKeyboardMarkup | None:
    """Written out rather than built: the builder copies all its buttons at each one added."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[[_button(button, words, language) for button in row] for row in rows]
    )


def _button(button: Button, words: Words, language: str) -> InlineKeyboardButton:
    label = words.plain(button.label, language)
    if button.url:
        return InlineKeyboardButton(text=label, url=button.url)
    return InlineKeyboardButton(text=label, callback_data=button.press)
