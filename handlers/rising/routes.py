"""What rises above a school, and «Не поднимать выше»."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen
from bot.use_cases import escalation
from handlers.rising import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import show_card, show_stale

routes = Routes()


@routes.press("rising", may=Action.HOLD_DOWN)
async def list_rising(ctx: Context, page: int) -> Screen:
    found = await escalation.list_rising(ctx.tx, ctx.actor, now=ctx.now)
    return view.rising(found, await ctx.today(), page)


@routes.press("due-rising", may=Action.HOLD_DOWN)
async def list_rising_below(ctx: Context) -> Screen:
    return replace(await list_rising(ctx, 0), fresh=True)


@routes.press("hold-down", may=Action.HOLD_DOWN)
async def hold_down(ctx: Context, task: int, page: int) -> Screen:
    return await _turn(ctx, task, page, held=True)


@routes.press("let-rise", may=Action.HOLD_DOWN)
async def let_rise(ctx: Context, task: int, page: int) -> Screen:
    return await _turn(ctx, task, page, held=False)


@routes.press("card-hold-down", may=Action.HOLD_DOWN)
async def hold_down_on_card(ctx: Context, task: int) -> Screen:
    return await _turn(ctx, task, None, held=True)


@routes.press("card-let-rise", may=Action.HOLD_DOWN)
async def let_rise_on_card(ctx: Context, task: int) -> Screen:
    return await _turn(ctx, task, None, held=False)


async def _turn(ctx: Context, task: int, page: int | None, *, held: bool) -> Screen:
    """Back to the page of the list, or to the task's card where there is none."""
    try:
        await escalation.hold_down(ctx.tx, ctx.actor, task_id=task, held=held, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task) if page is None else await list_rising(ctx, page)
