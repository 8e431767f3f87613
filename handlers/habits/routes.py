"""«Когда писать мне»: the hour and the days of one's message of the day, and a leave."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import habits
from handlers.habits import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("habits", may=Action.SET_HABITS)
async def see_habits(ctx: Context) -> Screen:
    return view.habits(await habits.see_habits(ctx.tx, ctx.actor, now=ctx.now))


@routes.press("habits-hours", may=Action.SET_HABITS)
async def ask_hour(ctx: Context) -> Screen:
    return view.hours()


@routes.press("habits-hour", may=Action.SET_HABITS)
async def choose_hour(ctx: Context, hour: int) -> Screen:
    return view.habits(await habits.choose_hour(ctx.tx, ctx.actor, hour, now=ctx.now))


@routes.press("habits-day", may=Action.SET_HABITS)
async def turn_day(ctx: Context, weekday: int) -> Screen:
    return view.habits(await habits.turn_day(ctx.tx, ctx.actor, weekday, now=ctx.now))


@routes.press("habits-pause", may=Action.SET_HABITS)
async def ask_return(ctx: Context) -> Screen:
    await ctx.expect("habits-pause")
    return view.ask_return()


@routes.typed("habits-pause", may=Action.SET_HABITS)
async def type_return(ctx: Context) -> Screen:
    words = ctx.incoming.value
    return view.habits(await habits.pause_until(ctx.tx, ctx.actor, words=words, now=ctx.now))


@routes.press("habits-resume", may=Action.SET_HABITS)
async def resume(ctx: Context) -> Screen:
    return view.habits(await habits.resume(ctx.tx, ctx.actor, now=ctx.now))
