"""«Каникулы и выходные»: the days on which nobody in the district is written to."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import days_off
from handlers.days_off import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()


@routes.press("days-off", may=Action.SET_REMINDERS)
async def see_days_off(ctx: Context, district: int, page: int) -> Screen:
    return view.days_off(await days_off.see_days_off(ctx.tx, ctx.actor, district, now=ctx.now), page)


@routes.press("days-off-add", may=Action.SET_REMINDERS)
async def ask_period(ctx: Context, district: int) -> Screen:
    await days_off.see_days_off(ctx.tx, ctx.actor, district, now=ctx.now)
    await ctx.expect("days-off-add", district=district)
    return view.ask_period(district)


@routes.typed("days-off-add", may=Action.SET_REMINDERS)
async def type_period(ctx: Context) -> Screen:
    district = under_way(ctx)["district"]
    words = ctx.incoming.value
    return view.days_off(
        await days_off.add_days_off(ctx.tx, ctx.actor, district, words=words, now=ctx.now), 0
    )


@routes.press("days-off-drop", may=Action.SET_REMINDERS)
async def drop_period(ctx: Context, period: int) -> Screen:
    return view.days_off(await days_off.drop_days_off(ctx.tx, ctx.actor, period, now=ctx.now), 0)


@routes.press("saturday", may=Action.SET_REMINDERS)
async def turn_saturday(ctx: Context, district: int) -> Screen:
    return view.days_off(await days_off.turn_saturday(ctx.tx, ctx.actor, district, now=ctx.now), 0)
