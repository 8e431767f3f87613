"""A live plan is corrected, change by change, and its versions are looked back at."""

from __future__ import annotations

from datetime import date

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.reports import MAX_REASON, checked_words
from bot.screen import Screen
from bot.use_cases import applying, corrections, history
from handlers.corrections import history_view, view
from handlers.plan.routes import ReadDocument, read_document
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("correct", may=Action.IMPORT_PLAN)
async def begin(ctx: Context, plan: int) -> Screen:
    return view.begin(await corrections.check_may_begin(ctx.tx, ctx.actor, plan))


@routes.press("correct-file", may=Action.IMPORT_PLAN)
async def await_file(ctx: Context, plan: int) -> Screen:
    found = await corrections.check_may_begin(ctx.tx, ctx.actor, plan)
    await ctx.expect("correct-file", plan=plan)
    return view.send_file(found)


@routes.file("correct-file", may=Action.IMPORT_PLAN, prepare=read_document, refusal="unexpected-file")
async def begin_by_file(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    read, plan = ctx.prepared, ctx.dialog.data["plan"]
    if not isinstance(read, ReadDocument):  # what was under way changed while the file was read
        raise Outdated
    await corrections.begin_by_document(
        ctx.tx, ctx.actor, plan, document=read.draft, file_name=read.file_name, now=ctx.now
    )
    return await _summary(ctx, plan)


@routes.press("correct-rows", may=Action.IMPORT_PLAN)
async def begin_by_rows(ctx: Context, plan: int) -> Screen:
    await corrections.begin_by_rows(ctx.tx, ctx.actor, plan, now=ctx.now)
    return await _summary(ctx, plan)


@routes.press("correct-by", may=Action.IMPORT_PLAN)
async def begin_by_draft(ctx: Context, draft: int, plan: int) -> Screen:
    await corrections.begin_by_draft(ctx.tx, ctx.actor, draft, plan)
    return await _summary(ctx, plan)


@routes.press("correction", may=Action.IMPORT_PLAN)
async def see_correction(ctx: Context, plan: int) -> Screen:
    return await _summary(ctx, plan)


@routes.press("change", may=Action.IMPORT_PLAN)
async def see_change(ctx: Context, plan: int, key: str) -> Screen:
    return view.change(await corrections.see_change(ctx.tx, ctx.actor, plan, key))


@routes.press("change-refuse", may=Action.IMPORT_PLAN)
async def refuse(ctx: Context, plan: int, key: str) -> Screen:
    following = await corrections.refuse_change(ctx.tx, ctx.actor, plan, key)
    return await see_change(ctx, plan, following) if following else await _summary(ctx, plan)


@routes.press("correction-apply", may=Action.IMPORT_PLAN)
async def ask_reason(ctx: Context, plan: int) -> Screen:
    found = await corrections.see_correction(ctx.tx, ctx.actor, plan)
    await ctx.expect("correction-reason", plan=plan)
    return view.ask_reason(found)


@routes.press("correction-apply-yes", may=Action.IMPORT_PLAN)
async def apply_without_reason(ctx: Context, plan: int) -> Screen:
    return view.applied(await applying.apply_correction(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.typed("correction-reason", may=Action.IMPORT_PLAN)
async def apply_for_reason(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    reason = checked_words(ctx.incoming.value, MAX_REASON)
    plan = ctx.dialog.data["plan"]
    return view.applied(await applying.apply_correction(ctx.tx, ctx.actor, plan, reason=reason, now=ctx.now))


@routes.press("versions", may=Action.SEE_PLAN)
async def see_versions(ctx: Context, plan: int, page: int) -> Screen:
    return history_view.versions(await history.list_versions(ctx.tx, ctx.actor, plan), page)


@routes.press("version", may=Action.SEE_PLAN)
async def see_version(ctx: Context, version: int, page: int) -> Screen:
    return history_view.version(await history.see_version(ctx.tx, ctx.actor, version), page)


@routes.notice("plan-corrected")
def plan_corrected(plan: str, changes: list[dict[str, str | int]], more: int) -> Screen:
    told = [(tiding, _day(tiding["was"]), _day(tiding["now"])) for tiding in changes]
    return view.told(plan, told, more)


def _day(raw: object) -> date | None:
    return date.fromisoformat(str(raw)) if raw else None


async def _summary(ctx: Context, plan: int) -> Screen:
    return view.summary(await corrections.see_correction(ctx.tx, ctx.actor, plan))
