"""Reports as a curator or an expert looks at them, and what they say of one."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, text
from bot.use_cases import remarks
from handlers.remarks import view
from handlers.routing import Context, Routes
from handlers.tasks import list_view
from handlers.tasks.routes import show_stale, under_way

routes = Routes()
routes.notice("remark")(view.remarked)


@routes.press("reported", may=Action.REMARK)
async def list_reported(ctx: Context, page: int) -> Screen:
    found = await remarks.list_reported(ctx.tx, ctx.actor)
    return list_view.queue("queue-reported", "reported", found, page)


@routes.press("remarks", may=Action.SEE_TASK)
async def see_remarks(ctx: Context, task: int, page: int) -> Screen:
    return view.remarks(await remarks.see_remarks(ctx.tx, ctx.actor, task), page)


@routes.press("remark", may=Action.REMARK)
async def ask_remark(ctx: Context, task: int) -> Screen:
    try:
        found = await remarks.ask_remark(ctx.tx, ctx.actor, task)
    except Outdated:
        return await show_stale(ctx, task)
    await ctx.expect("remark", task=task)
    return view.ask_remark(found)


@routes.typed("remark", may=Action.REMARK)
async def type_remark(ctx: Context) -> Screen:
    task, words = under_way(ctx)["task"], ctx.incoming.value
    try:
        found = await remarks.add_remark(ctx.tx, ctx.actor, task_id=task, raw=words, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.remarks(found, 0, above=text("remark-done"))
