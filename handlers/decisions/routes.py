"""Deciding on reports: the head's and the coordinator's queues, confirm, accept, return with a reason."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, text
from bot.use_cases import decisions
from bot.use_cases.decisions import Queue
from handlers.decisions import view
from handlers.routing import Context, Routes
from handlers.tasks import list_view
from handlers.tasks.routes import show_card, show_stale, under_way

routes = Routes()
routes.notice("report-returned")(view.report_returned)


@routes.press("confirming", may=Action.CONFIRM_REPORT)
async def list_to_confirm(ctx: Context, page: int) -> Screen:
    waiting = await decisions.list_to_confirm(ctx.tx, ctx.actor)
    return list_view.queue(
        "queue-confirming", "confirming", waiting, page, above=view.ways(Queue.CONFIRM, len(waiting))
    )


@routes.press("accepting", may=Action.ACCEPT_REPORT)
async def list_to_accept(ctx: Context, page: int) -> Screen:
    waiting = await decisions.list_to_accept(ctx.tx, ctx.actor)
    return list_view.queue(
        "queue-accepting", "accepting", waiting, page, above=view.ways(Queue.ACCEPT, len(waiting))
    )


@routes.press("confirm", may=Action.CONFIRM_REPORT)
async def confirm(ctx: Context, task: int, version: int) -> Screen:
    try:
        await decisions.confirm(ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, toast=text("confirmed-toast"))


@routes.press("accept", may=Action.ACCEPT_REPORT)
async def accept(ctx: Context, task: int, version: int) -> Screen:
    try:
        await decisions.accept(ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, toast=text("accepted-toast"))


@routes.press("return", may=Action.SEE_TASK)
async def ask_reason(ctx: Context, task: int, version: int) -> Screen:
    try:
        _, usual = await decisions.ask_reason(ctx.tx, ctx.actor, task_id=task, version=version)
    except Outdated:
        return await show_stale(ctx, task)
    await ctx.expect("return-reason", task=task, version=version)
    return view.ask_reason(task, version, usual)


@routes.press("return-for", may=Action.SEE_TASK)
async def return_for_usual_reason(ctx: Context, task: int, version: int, line: int) -> Screen:
    try:
        await decisions.return_for_usual_reason(
            ctx.tx, ctx.actor, task_id=task, version=version, line_id=line, now=ctx.now
        )
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, above=text("returned-done"))


@routes.typed("return-reason", may=Action.SEE_TASK)
async def type_reason(ctx: Context) -> Screen:
    data, reason = under_way(ctx), ctx.incoming.value
    task, version = data["task"], data["version"]
    try:
        await decisions.return_report(
            ctx.tx, ctx.actor, task_id=task, version=version, reason=reason, now=ctx.now
        )
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, above=text("returned-done"))
