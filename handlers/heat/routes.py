"""The district's map of risk factors, for its coordinator."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import heat
from bot.use_cases.gaps import known
from handlers.heat import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("heat", may=Action.RUN_WAVE)
async def see_heat(ctx: Context, district: int, page: int) -> Screen:
    return view.heat(await heat.see_heat(ctx.tx, ctx.actor, district), page, ctx.plain)


@routes.press("heat-factor", may=Action.RUN_WAVE)
async def see_factor(ctx: Context, district: int, factor: int) -> Screen:
    return view.factor(await heat.see_heat(ctx.tx, ctx.actor, district), known(factor))
