"""Doubts one by one, a deadline typed anew, and the plan's approval."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import plans, review
from handlers.plan import view as plan_view
from handlers.review import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("doubts", may=Action.IMPORT_PLAN)
async def begin(ctx: Context, plan: int) -> Screen:
    card = await review.see_first_doubt(ctx.tx, ctx.actor, plan)
    if card:
        return view.doubt(card)
    return await _summary(ctx, plan)


@routes.press("doubt", may=Action.IMPORT_PLAN)
async def see_doubt(ctx: Context, doubt: int) -> Screen:
    return view.doubt(await review.see_doubt(ctx.tx, ctx.actor, doubt))


@routes.press("doubt-keep", may=Action.IMPORT_PLAN)
async def keep(ctx: Context, doubt: int) -> Screen:
    plan, following = await review.keep_doubt(ctx.tx, ctx.actor, doubt)
    return view.doubt(following) if following else await _summary(ctx, plan)


@routes.press("doubts-keep", may=Action.IMPORT_PLAN)
async def keep_all(ctx: Context, plan: int) -> Screen:
    await review.keep_all_doubts(ctx.tx, ctx.actor, plan)
    return await _summary(ctx, plan)


@routes.press("doubt-type", may=Action.IMPORT_PLAN)
async def ask_by_doubt(ctx: Context, doubt: int) -> Screen:
    activity = await review.get_doubted_activity(ctx.tx, ctx.actor, doubt)
    await ctx.expect("deadline", activity=activity.id, doubt=doubt)
    return view.ask_deadline(activity)


@routes.press("deadline-type", may=Action.IMPORT_PLAN)
async def ask_by_activity(ctx: Context, activity: int) -> Screen:
    found = await review.get_draft_activity(ctx.tx, ctx.actor, activity)
    await ctx.expect("deadline", activity=activity, doubt=None)
    return view.ask_deadline(found)


@routes.typed("deadline", may=Action.IMPORT_PLAN)
async def type_deadline(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    activity, doubt = ctx.dialog.data["activity"], ctx.dialog.data["doubt"]
    await review.retype_deadline(ctx.tx, ctx.actor, activity_id=activity, phrase=ctx.incoming.value)
    if doubt:
        return view.doubt(await review.settle_by_new_deadline(ctx.tx, ctx.actor, doubt))
    return view.deadline_changed(await review.get_draft_activity(ctx.tx, ctx.actor, activity))


@routes.press("plan-approve", may=Action.IMPORT_PLAN)
async def approve(ctx: Context, plan: int) -> Screen:
    return await _approve(ctx, plan, keep_doubts=False)


@routes.press("plan-approve-all", may=Action.IMPORT_PLAN)
async def approve_keeping_doubts(ctx: Context, plan: int) -> Screen:
    return await _approve(ctx, plan, keep_doubts=True)


@routes.press("plan-reopen", may=Action.IMPORT_PLAN)
async def reopen(ctx: Context, plan: int) -> Screen:
    await review.reopen_plan(ctx.tx, ctx.actor, plan)
    return await _summary(ctx, plan)


async def _approve(ctx: Context, plan: int, *, keep_doubts: bool) -> Screen:
    result = await review.approve_plan(ctx.tx, ctx.actor, plan, keep_doubts=keep_doubts, now=ctx.now)
    if result.open_doubts:
        return view.confirm_approval(plan, result.open_doubts)
    return await _summary(ctx, plan)


async def _summary(ctx: Context, plan: int) -> Screen:
    return plan_view.plan(await plans.see_plan(ctx.tx, ctx.actor, plan))
