"""For whoever runs the bot: how it is, and what could not be delivered."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import upkeep
from handlers.routing import Context, Routes
from handlers.upkeep import view

routes = Routes()


@routes.press("upkeep", may=Action.SEE_UPKEEP)
async def see_upkeep(ctx: Context) -> Screen:
    return view.upkeep(await upkeep.see_upkeep(ctx.tx, ctx.actor, now=ctx.now), ctx.now)


@routes.press("letters", may=Action.SEE_UPKEEP)
async def list_letters(ctx: Context, page: int) -> Screen:
    return await _letters(ctx, page)


@routes.press("letter-again", may=Action.SEE_UPKEEP)
async def send_again(ctx: Context, letter: int) -> Screen:
    await upkeep.send_letter_again(ctx.tx, ctx.actor, letter, now=ctx.now)
    return await _letters(ctx, 0)


@routes.press("letter-drop", may=Action.SEE_UPKEEP)
async def let_go(ctx: Context, letter: int) -> Screen:
    await upkeep.let_letter_go(ctx.tx, ctx.actor, letter)
    return await _letters(ctx, 0)


@routes.notice("update-failed")
def update_failed(error: str) -> Screen:
    return view.update_failed(error)


@routes.notice("outage")
def outage(since: str, hours: int) -> Screen:
    return view.outage(datetime.fromisoformat(since), hours)


async def _letters(ctx: Context, page: int) -> Screen:
    return view.letters(await upkeep.see_upkeep(ctx.tx, ctx.actor, now=ctx.now), page)
