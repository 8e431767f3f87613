"""Telegram in and out. Whatever is imported from here finds aiogram already imported, the quick way."""

import bot.delivery.aiogram_import  # noqa: F401 - before any other import of aiogram
