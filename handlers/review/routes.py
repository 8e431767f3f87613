"""Only what needs a look, row by row, and the plan's approval."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.rows import Field
from bot.domain.school_year import PlanYear, parse_year
from bot.screen import Screen, text
from bot.use_cases import editing, plan_year, plans, review
from handlers.editing import view as editing_view
from handlers.plan import view as plan_view
from handlers.review import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("doubts", may=Action.IMPORT_PLAN)
async def begin(ctx: Context, plan: int) -> Screen:
    return await _next(ctx, plan, await review.see_first(ctx.tx, ctx.actor, plan))


@routes.press("doubt", may=Action.IMPORT_PLAN)
async def see_doubted(ctx: Context, doubt: int) -> Screen:
    return view.doubted(await review.see_doubted(ctx.tx, ctx.actor, doubt), ctx.now.date())


@routes.press("row-doubts", may=Action.IMPORT_PLAN)
async def see_row(ctx: Context, activity: int) -> Screen:
    return view.doubted(await review.see_row(ctx.tx, ctx.actor, activity), ctx.now.date())


@routes.press("doubt-ok", may=Action.IMPORT_PLAN)
async def keep(ctx: Context, doubt: int) -> Screen:
    plan, following = await review.keep_doubted(ctx.tx, ctx.actor, doubt)
    return await _next(ctx, plan.id, following)


@routes.press("notes-ok", may=Action.IMPORT_PLAN)
async def keep_notes(ctx: Context, plan: int) -> Screen:
    _, following = await review.keep_notes(ctx.tx, ctx.actor, plan)
    return await _next(ctx, plan, following)


@routes.press("plan-year", may=Action.IMPORT_PLAN)
async def choose_year(ctx: Context, plan: int, year: str) -> Screen:
    found = await plan_year.choose_year(ctx.tx, ctx.actor, plan, _year(year))
    following = await _next(ctx, plan, await review.see_first(ctx.tx, ctx.actor, plan))
    return replace(following, toast=text("plan-year-chosen", n=found))


@routes.press("doubt-fix", may=Action.IMPORT_PLAN)
async def fix(ctx: Context, doubt: int) -> Screen:
    await editing.apply_fix(ctx.tx, ctx.actor, doubt, now=ctx.now)
    return view.doubted(await review.see_doubted(ctx.tx, ctx.actor, doubt), ctx.now.date(), fixed=True)


@routes.press("doubt-edit", may=Action.IMPORT_PLAN)
async def edit_doubted(ctx: Context, doubt: int, field: Field) -> Screen:
    activity = await review.get_doubted_row(ctx.tx, ctx.actor, doubt)
    await ctx.expect("field", activity=activity.id, field=field.value, doubt=doubt)
    return editing_view.ask(activity, field, doubt=doubt)


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


def _year(written: str) -> PlanYear:
    try:
        return parse_year(written)
    except ValueError:
        raise Outdated from None


async def _approve(ctx: Context, plan: int, *, keep_doubts: bool) -> Screen:
    result = await review.approve_plan(ctx.tx, ctx.actor, plan, keep_doubts=keep_doubts, now=ctx.now)
    if result.open_doubts:
        return view.confirm_approval(plan, result.open_doubts)
    return await _summary(ctx, plan)


async def _next(ctx: Context, plan: int, found: review.Doubted | None) -> Screen:
    return view.doubted(found, ctx.now.date()) if found else await _summary(ctx, plan)


async def _summary(ctx: Context, plan: int) -> Screen:
    return plan_view.plan(await plans.see_plan(ctx.tx, ctx.actor, plan))
