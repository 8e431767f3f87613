"""Rows of a plan by number or word; what was found stays at hand."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import search
from handlers.routing import Context, Routes
from handlers.search import view

routes = Routes()


@routes.press("search", may=Action.SEE_PLAN)
async def ask(ctx: Context, plan: int) -> Screen:
    found, editable = await search.open_search(ctx.tx, ctx.actor, plan)
    await ctx.expect("search", plan=plan)
    return view.ask(found, editable=editable)


@routes.typed("search", may=Action.SEE_PLAN)
async def look_for(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    plan = ctx.dialog.data["plan"]
    await ctx.expect("search", plan=plan)
    return view.found(await search.search(ctx.tx, ctx.actor, plan, ctx.incoming.value, now=ctx.now), 0)


@routes.press("found", may=Action.SEE_PLAN)
async def turn_page(ctx: Context, plan: int, page: int) -> Screen:
    await ctx.expect("search", plan=plan)
    return view.found(await search.search_again(ctx.tx, ctx.actor, plan), page)


@routes.press("found-by", may=Action.SEE_PLAN)
async def go_back(ctx: Context, activity: int) -> Screen:
    """The page of what was found on which this row stands."""
    found = await search.search_around(ctx.tx, ctx.actor, activity)
    await ctx.expect("search", plan=found.plan.id)
    return view.found_around(found, activity)
