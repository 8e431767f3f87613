"""Reports opened one after another: what is decided makes room for the next."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.tasks import Move
from bot.screen import Screen, Text, text
from bot.use_cases import decisions
from bot.use_cases.tasks import open_card
from handlers.accepting import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()


@routes.press("accept-each", may=Action.ACCEPT_REPORT)
async def begin(ctx: Context) -> Screen:
    return replace(await _show(ctx, 0), fresh=True)


@routes.press("accept-next", may=Action.ACCEPT_REPORT)
async def show_next(ctx: Context, index: int) -> Screen:
    return await _show(ctx, index)


@routes.press("accept-one", may=Action.ACCEPT_REPORT)
async def accept_one(ctx: Context, task: int, version: int, index: int) -> Screen:
    try:
        await decisions.accept(ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now)
    except Outdated:
        return await _show_changed(ctx, index)
    return await _show(ctx, index, toast=text("accepted-toast"))


@routes.press("return-one", may=Action.ACCEPT_REPORT)
async def ask_reason(ctx: Context, task: int, version: int, index: int) -> Screen:
    try:
        await decisions.check_decision(ctx.tx, ctx.actor, Move.RETURN, task_id=task, version=version)
    except Outdated:
        return await _show_changed(ctx, index)
    await ctx.expect("return-one", task=task, version=version, index=index)
    return view.ask_reason(index)


@routes.typed("return-one", may=Action.ACCEPT_REPORT)
async def type_reason(ctx: Context) -> Screen:
    data, reason = under_way(ctx), ctx.incoming.value
    task, version, index = data["task"], data["version"], data["index"]
    try:
        await decisions.return_report(
            ctx.tx, ctx.actor, task_id=task, version=version, reason=reason, now=ctx.now
        )
    except Outdated:
        return await _show_changed(ctx, index)
    return await _show(ctx, index, above=text("returned-done"))


async def _show(ctx: Context, index: int, *, above: Text | None = None, toast: Text | None = None) -> Screen:
    """The report in this place of the queue; one decided on has left it, so the next stands there."""
    waiting = await decisions.list_to_accept_in_turn(ctx.tx, ctx.actor)
    if index >= len(waiting):
        return view.ended(len(waiting), above=above, toast=toast)
    card = await open_card(ctx.tx, ctx.actor, task_id=waiting[index].id, now=ctx.now)
    return view.report(card, index, len(waiting), above=above, toast=toast)


async def _show_changed(ctx: Context, index: int) -> Screen:
    return await _show(ctx, index, above=text("task-changed"), toast=text("task-changed-toast"))
