"""The message in which what was told at once is joined."""

from __future__ import annotations

from handlers.news import view
from handlers.routing import Routes

routes = Routes()
routes.notice("news")(view.news)
