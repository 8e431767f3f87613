"""«Результаты» of a district or a school, and «Показатели»: what the plan wants to reach in numbers."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import results, targets
from handlers.routing import Context, Routes
from handlers.targets import view
from handlers.tasks.routes import under_way
from storage.targets import Point

routes = Routes()
_STATE = "target-figure"


@routes.press("results", may=Action.SEE_TARGETS)
async def see_results(ctx: Context, district: int, school: int) -> Screen:
    return view.results(await results.see_results(ctx.tx, ctx.actor, district, school))


@routes.press("targets", may=Action.SEE_TARGETS)
async def see_targets(ctx: Context, plan: int, school: int, page: int) -> Screen:
    return view.board(await targets.see_board(ctx.tx, ctx.actor, plan, school, now=ctx.now), page)


@routes.press("targets-schools", may=Action.SEE_TARGETS)
async def see_schools(ctx: Context, plan: int, page: int) -> Screen:
    return view.schools(await targets.see_board(ctx.tx, ctx.actor, plan, 0, now=ctx.now), page)


@routes.press("target", may=Action.SEE_TARGETS)
async def see_row(ctx: Context, activity: int, index: int, page: int) -> Screen:
    board, row = await targets.see_row(ctx.tx, ctx.actor, activity, index, 0, now=ctx.now)
    return view.row(board, row, page)


@routes.press("target-of", may=Action.SEE_TARGETS)
async def see_of_school(ctx: Context, activity: int, index: int, school: int) -> Screen:
    board, row = await targets.see_row(ctx.tx, ctx.actor, activity, index, school, now=ctx.now)
    return view.of_school(board, row)


@routes.press("target-ask", may=Action.TYPE_FIGURES)
async def ask_figure(ctx: Context, activity: int, index: int, school: int, point: Point) -> Screen:
    _, row = await targets.ask_figure(ctx.tx, ctx.actor, activity, index, school, point, now=ctx.now)
    await ctx.expect(_STATE, activity=activity, index=index, school=school, point=point.value)
    return view.ask_figure(row, school, point)


@routes.typed(_STATE, may=Action.TYPE_FIGURES)
async def type_figure(ctx: Context) -> Screen:
    data = under_way(ctx)
    board, row = await targets.type_figure(
        ctx.tx,
        ctx.actor,
        activity_id=data["activity"],
        index=data["index"],
        school_id=data["school"],
        point=Point(data["point"]),
        raw=ctx.incoming.value,
        now=ctx.now,
    )
    return view.of_school(board, row, kept=True)
