"""Every conversation of the bot, each listed once; a test holds this list against the folders."""

from __future__ import annotations

from handlers.districts.routes import routes as districts
from handlers.home.routes import routes as home
from handlers.joining.routes import routes as joining
from handlers.profile.routes import routes as profile
from handlers.progress.routes import routes as progress
from handlers.routing import Routes
from handlers.survey.routes import routes as survey
from handlers.waves.routes import routes as waves

CONVERSATIONS: tuple[Routes, ...] = (
    home,
    joining,
    districts,
    waves,
    survey,
    profile,
    progress,
)
