"""«Подтверждающие документы»: row × paper, and where one is lacking."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import matrix
from handlers.matrix import view
from handlers.matrix.paper import matrix_file
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("matrix", may=Action.SEE_TARGETS)
async def see_matrix(ctx: Context, plan: int, school: int, page: int) -> Screen:
    return view.matrix(await matrix.see_matrix(ctx.tx, ctx.actor, plan, school, now=ctx.now), page)


@routes.press("matrix-row", may=Action.SEE_TARGETS)
async def see_holes(ctx: Context, activity: int, page: int) -> Screen:
    found, row = await matrix.see_holes(ctx.tx, ctx.actor, activity, now=ctx.now)
    return view.holes(found, row, page)


@routes.press("matrix-sheet", may=Action.SEE_TARGETS)
async def send_sheet(ctx: Context, plan: int, school: int) -> Screen:
    found = await matrix.see_matrix(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    return view.sheet(found, matrix_file(found, ctx.plain))
