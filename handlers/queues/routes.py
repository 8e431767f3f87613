"""A queue of reports gone through one by one, where a decision opens the next, or decided on at once."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, Text, text
from bot.use_cases import batches, decisions
from bot.use_cases.decisions import Queue
from bot.use_cases.tasks import open_card
from handlers.queues import batch_view, view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()


@routes.press("each", may=Action.SEE_TASK)
async def begin(ctx: Context, queue: Queue) -> Screen:
    return replace(await _show(ctx, queue, 0), fresh=True)


@routes.press("each-next", may=Action.SEE_TASK)
async def show_next(ctx: Context, queue: Queue, index: int) -> Screen:
    return await _show(ctx, queue, index)


@routes.press("each-yes", may=Action.SEE_TASK)
async def decide_one(ctx: Context, queue: Queue, task: int, version: int, index: int) -> Screen:
    decide = decisions.confirm if queue is Queue.CONFIRM else decisions.accept
    try:
        await decide(ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now)
    except Outdated:
        return await _show_changed(ctx, queue, index)
    return await _show(ctx, queue, index, toast=text(f"{queue.value}ed-toast"))


@routes.press("each-return", may=Action.SEE_TASK)
async def ask_reason(ctx: Context, queue: Queue, task: int, version: int, index: int) -> Screen:
    try:
        _, usual = await decisions.ask_reason(ctx.tx, ctx.actor, task_id=task, version=version)
    except Outdated:
        return await _show_changed(ctx, queue, index)
    await ctx.expect("each-return", queue=queue, task=task, version=version, index=index)
    return view.ask_reason(queue, task, version, index, usual)


@routes.press("each-return-for", may=Action.SEE_TASK)
async def return_one(ctx: Context, queue: Queue, task: int, version: int, index: int, line: int) -> Screen:
    try:
        await decisions.return_for_usual_reason(
            ctx.tx, ctx.actor, task_id=task, version=version, line_id=line, now=ctx.now
        )
    except Outdated:
        return await _show_changed(ctx, queue, index)
    return await _show(ctx, queue, index, above=text("returned-done"))


@routes.typed("each-return", may=Action.SEE_TASK)
async def type_reason(ctx: Context) -> Screen:
    data, reason = under_way(ctx), ctx.incoming.value
    queue, index = Queue(data["queue"]), data["index"]
    try:
        await decisions.return_report(
            ctx.tx, ctx.actor, task_id=data["task"], version=data["version"], reason=reason, now=ctx.now
        )
    except Outdated:
        return await _show_changed(ctx, queue, index)
    return await _show(ctx, queue, index, above=text("returned-done"))


@routes.press("batch-places", may=Action.ACCEPT_REPORT)
async def choose_place(ctx: Context, page: int) -> Screen:
    return batch_view.places(await batches.count_places(ctx.tx, ctx.actor, Queue.ACCEPT), page)


@routes.press("batch", may=Action.SEE_TASK)
async def see_batch(ctx: Context, queue: Queue, place: str, page: int) -> Screen:
    return batch_view.batch(await batches.see_batch(ctx.tx, ctx.actor, queue, place), page)


@routes.press("batch-yes", may=Action.SEE_TASK)
async def decide_batch(ctx: Context, queue: Queue, place: str, stamp: str) -> Screen:
    try:
        done, unproved = await batches.decide_batch(ctx.tx, ctx.actor, queue, place, stamp=stamp, now=ctx.now)
    except Outdated:
        fresh = await batches.see_batch(ctx.tx, ctx.actor, queue, place)
        return batch_view.batch(fresh, 0, above=text("batch-changed"))
    return batch_view.decided(queue, done, unproved)


async def _show(
    ctx: Context, queue: Queue, index: int, *, above: Text | None = None, toast: Text | None = None
) -> Screen:
    """The report in this place of the queue; one decided on has left it, so the next stands there."""
    waiting = await decisions.list_in_turn(ctx.tx, ctx.actor, queue)
    if index >= len(waiting):
        return view.ended(queue, len(waiting), above=above, toast=toast)
    card = await open_card(ctx.tx, ctx.actor, task_id=waiting[index].id, now=ctx.now)
    return view.report(queue, card, index, len(waiting), above=above, toast=toast)


async def _show_changed(ctx: Context, queue: Queue, index: int) -> Screen:
    changed, toast = text("task-changed"), text("task-changed-toast")
    return await _show(ctx, queue, index, above=changed, toast=toast)
