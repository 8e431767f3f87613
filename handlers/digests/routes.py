"""The digests as they would be now, whole, page by page; and the weekday on which the week is told."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.digest import Group
from bot.screen import Screen, text
from bot.use_cases import digests
from handlers.digests import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("digest", may=Action.SEE_DIGEST)
async def look_now(ctx: Context) -> Screen:
    return view.preview(await digests.look_now(ctx.tx, ctx.actor, now=ctx.now))


@routes.press("due-digest", may=Action.SEE_DIGEST)
async def look_below(ctx: Context) -> Screen:
    """Below the message of the day, which stays in sight."""
    return replace(await look_now(ctx), fresh=True)


@routes.press("digest-group", may=Action.SEE_DIGEST)
async def see_group(ctx: Context, group: Group, page: int) -> Screen:
    return view.group(await digests.look_at_district(ctx.tx, ctx.actor, now=ctx.now), group, page)


@routes.press("weeks", may=Action.SEE_DIGEST)
async def see_weeks(ctx: Context, page: int) -> Screen:
    return view.weeks(await digests.look_at_weeks(ctx.tx, ctx.actor, now=ctx.now), page)


@routes.press("week-day", may=Action.SEE_DIGEST)
async def ask_weekday(ctx: Context) -> Screen:
    await digests.look_at_weeks(ctx.tx, ctx.actor, now=ctx.now)
    return view.ask_weekday()


@routes.press("week-day-set", may=Action.SEE_DIGEST)
async def choose_weekday(ctx: Context, weekday: int) -> Screen:
    await digests.choose_weekday(ctx.tx, ctx.actor, weekday)
    return replace(await look_now(ctx), toast=text("week-day-toast"))
