"""«Проверить план»: a file in, remarks and a marked copy out; nothing of it is imported or kept."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import DomainError
from bot.screen import Screen
from bot.use_cases import checkup
from handlers.checkup import view
from handlers.checkup.paper import marked_copy
from handlers.plan.routes import read_document
from handlers.routing import Context, Routes

routes = Routes()
_STATE = "checkup"


@routes.press("checkup", may=Action.CHECK_PLAN)
async def await_file(ctx: Context) -> Screen:
    await ctx.expect(_STATE)
    return view.ask_file()


@routes.typed(_STATE, may=Action.CHECK_PLAN)
async def ask_again(ctx: Context) -> Screen:
    """A line is no file; what was checked before stays open."""
    await ctx.expect(_STATE, **(ctx.dialog.data if ctx.dialog else {}))
    return view.ask_file()


@routes.file(_STATE, may=Action.CHECK_PLAN, prepare=read_document)
async def check_file(ctx: Context) -> Screen:
    checked = checkup.check_plan(ctx.actor, ctx.prepared.draft)
    await ctx.expect(_STATE, **view.remembered(checked))
    copy = marked_copy(checked, ctx.prepared.file_name, ctx.plain, now=ctx.now)
    return view.summary(checked, copy)


@routes.press("checkup-list", may=Action.CHECK_PLAN, keeps_dialog=True)
async def list_remarks(ctx: Context, page: int) -> Screen:
    if ctx.dialog is None or ctx.dialog.state != _STATE or "remarks" not in ctx.dialog.data:
        raise DomainError("error-checkup-closed")
    return view.remarks(ctx.dialog.data, page)
