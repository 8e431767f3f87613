"""Every conversation of the bot, each listed once; a test holds this list against the folders."""

from __future__ import annotations

from handlers.districts.routes import routes as districts
from handlers.home.routes import routes as home
from handlers.joining.routes import routes as joining
from handlers.routing import Routes

CONVERSATIONS: tuple[Routes, ...] = (
    home,
    joining,
    districts,
)
