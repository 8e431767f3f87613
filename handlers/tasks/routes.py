"""A person's tasks: list, card, history, documents, a date for what waits for one, putting off."""

from __future__ import annotations

from typing import Any

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, Text, text
from bot.use_cases import tasks
from handlers.routing import Context, Routes
from handlers.shared import PAGE
from handlers.tasks import list_view, view

routes = Routes()


@routes.command("tasks", may=Action.LIST_TASKS)
async def open_my_tasks(ctx: Context) -> Screen:
    return await my_tasks(ctx, 0)


@routes.press("tasks", may=Action.LIST_TASKS)
async def my_tasks(ctx: Context, page: int) -> Screen:
    return list_view.my_tasks(await tasks.list_my_tasks(ctx.tx, ctx.actor, now=ctx.now), page)


@routes.press("tasks-sent", may=Action.LIST_TASKS)
async def sent_tasks(ctx: Context, page: int) -> Screen:
    return list_view.sent(await tasks.list_sent_tasks(ctx.tx, ctx.actor, page=page, size=PAGE))


@routes.press("task", may=Action.SEE_TASK)
async def open_card(ctx: Context, task: int) -> Screen:
    return await show_card(ctx, task)


@routes.press("undated", may=Action.SCHEDULE_TASK)
async def list_undated(ctx: Context, page: int) -> Screen:
    waiting = await tasks.list_undated(ctx.tx, ctx.actor)
    return list_view.queue("queue-undated", "undated", waiting, page)


@routes.press("task-history", may=Action.SEE_TASK)
async def see_history(ctx: Context, task: int, page: int) -> Screen:
    found, changes = await tasks.see_history(ctx.tx, ctx.actor, task_id=task)
    return view.history(found, changes, page)


@routes.press("task-documents", may=Action.SEE_TASK)
async def see_documents(ctx: Context, task: int) -> Screen:
    found, evidence = await tasks.see_evidence(ctx.tx, ctx.actor, task_id=task)
    return view.documents(found, evidence, ctx.services.files.get)


@routes.press("task-date", may=Action.SCHEDULE_TASK)
async def ask_date(ctx: Context, task: int) -> Screen:
    try:
        found = await tasks.ask_date(ctx.tx, ctx.actor, task_id=task)
    except Outdated:
        return await show_stale(ctx, task)
    await ctx.expect("task-date", task=task)
    return view.ask_date(found)


@routes.typed("task-date", may=Action.SCHEDULE_TASK)
async def type_date(ctx: Context) -> Screen:
    task = under_way(ctx)["task"]
    try:
        await tasks.schedule(ctx.tx, ctx.actor, task_id=task, phrase=ctx.incoming.value, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, above=text("task-date-set"))


@routes.press("put-off", may=Action.SNOOZE_TASK)
async def ask_put_off(ctx: Context, task: int) -> Screen:
    await tasks.load_task(ctx.tx, ctx.actor, task, Action.SNOOZE_TASK)
    return view.ask_put_off(task)


@routes.press("put-off-days", may=Action.SNOOZE_TASK)
async def put_off(ctx: Context, task: int, days: int) -> Screen:
    try:
        until = await tasks.put_off(ctx.tx, ctx.actor, task_id=task, days=days, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.put_off(task, until)


@routes.press("put-off-date", may=Action.SNOOZE_TASK)
async def ask_put_off_date(ctx: Context, task: int) -> Screen:
    await tasks.load_task(ctx.tx, ctx.actor, task, Action.SNOOZE_TASK)
    await ctx.expect("put-off-date", task=task)
    return view.ask_put_off_date(task)


@routes.typed("put-off-date", may=Action.SNOOZE_TASK)
async def type_put_off_date(ctx: Context) -> Screen:
    task, phrase = under_way(ctx)["task"], ctx.incoming.value
    try:
        until = await tasks.put_off_until(ctx.tx, ctx.actor, task_id=task, phrase=phrase, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.put_off(task, until)


async def show_card(
    ctx: Context, task: int, *, above: Text | None = None, toast: Text | None = None
) -> Screen:
    """The card as it is now, with a word above it on what has just happened."""
    found = await tasks.open_card(ctx.tx, ctx.actor, task_id=task, now=ctx.now)
    return view.card(found, above=above, toast=toast)


async def show_stale(ctx: Context, task: int) -> Screen:
    """The button spoke of a state that has passed: nothing was changed, and the card says how it is now."""
    return await show_card(ctx, task, above=text("task-changed"), toast=text("task-changed-toast"))


def under_way(ctx: Context) -> dict[str, Any]:
    """What the typed line is about."""
    assert ctx.dialog is not None
    return ctx.dialog.data
