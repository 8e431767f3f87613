"""One entry to what schools and the method office do together."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from handlers.method_work import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("method-work", may=Action.USE_MENU)
async def open_method_work(ctx: Context, district: int) -> Screen:
    return view.method_work(ctx.actor, district)
