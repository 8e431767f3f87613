"""How much people hear of a bot that works for them a whole year."""

import bot.delivery  # noqa: F401 - it imports aiogram in its own way, so it comes first
