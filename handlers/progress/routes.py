"""Progress of the plan: a district's for whom it concerns, otherwise one's own schools'."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import progress
from handlers.progress import terms_view, view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("progress", may=Action.SEE_PROGRESS)
async def see_progress(ctx: Context, district: int) -> Screen:
    return await turn_page(ctx, district, 0)


@routes.command("chart", may=Action.SEE_PROGRESS)
async def see_own_progress(ctx: Context) -> Screen:
    return await turn_page(ctx, progress.own_district(ctx.actor), 0)


@routes.press("progress-page", may=Action.SEE_PROGRESS)
async def turn_page(ctx: Context, district: int, page: int) -> Screen:
    return await _progress(ctx, district, page, dark=ctx.actor.dark_charts)


@routes.press("progress-paper", may=Action.SEE_PROGRESS)
async def choose_paper(ctx: Context, district: int, dark: int) -> Screen:
    await progress.choose_paper(ctx.tx, ctx.actor, district, dark=bool(dark))
    return await _progress(ctx, district, 0, dark=bool(dark))


@routes.press("progress-months", may=Action.SEE_PROGRESS)
async def see_months(ctx: Context, district: int) -> Screen:
    report = await progress.see_terms(ctx.tx, ctx.actor, district, now=ctx.now)
    return terms_view.months(report, ctx.plain)


@routes.press("progress-terms", may=Action.SEE_PROGRESS)
async def see_terms(ctx: Context, district: int, page: int) -> Screen:
    report = await progress.see_terms(ctx.tx, ctx.actor, district, now=ctx.now)
    return terms_view.terms(report, page, ctx.plain)


async def _progress(ctx: Context, district: int, page: int, *, dark: bool) -> Screen:
    report = await progress.see_progress(ctx.tx, ctx.actor, district, now=ctx.now)
    return view.progress(report, page, ctx.plain, dark=dark)
