"""Everything that was reported of a task, and a report by a wrong press taken back."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, text
from bot.use_cases import report_versions
from handlers.report_versions import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import show_card, show_stale
from handlers.tasks.view import documents

routes = Routes()


@routes.press("report-versions", may=Action.SEE_TASK)
async def list_versions(ctx: Context, task: int, page: int) -> Screen:
    found, sent = await report_versions.list_versions(ctx.tx, ctx.actor, task_id=task)
    return view.versions(found, sent, page)


@routes.press("version-files", may=Action.SEE_TASK)
async def see_files(ctx: Context, task: int, version: int) -> Screen:
    found, files = await report_versions.see_files(ctx.tx, ctx.actor, task_id=task, version=version)
    return documents(found, files, ctx.services.files.get)


@routes.press("take-back", may=Action.FILE_REPORT)
async def ask_take_back(ctx: Context, task: int, version: int) -> Screen:
    try:
        found, report, _ = await report_versions.check_taking_back(
            ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now
        )
    except Outdated:
        return await show_stale(ctx, task)
    return view.ask_take_back(found, report)


@routes.press("take-back-yes", may=Action.FILE_REPORT)
async def take_back(ctx: Context, task: int, version: int) -> Screen:
    try:
        await report_versions.take_back(ctx.tx, ctx.actor, task_id=task, version=version, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, above=text("taken-back"))
