"""The tasks of a plan by section, month, school, party and condition."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.plan_filter import Facet
from bot.screen import Screen
from bot.use_cases import plan_filter
from handlers.filters import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("filter", may=Action.SEE_PLAN)
async def see_filtered(ctx: Context, plan: int, code: str, first: int) -> Screen:
    """From the task ``first`` on; 0: from the beginning."""
    found = await plan_filter.filter_tasks(
        ctx.tx, ctx.actor, plan, code, first=first, size=view.SHOWN, now=ctx.now
    )
    return view.filtered(found)


@routes.press("filter-by", may=Action.SEE_PLAN)
async def choose(ctx: Context, plan: int, facet: Facet, code: str, page: int) -> Screen:
    found = await plan_filter.list_choices(ctx.tx, ctx.actor, plan, facet, code, now=ctx.now)
    return view.choices(found, page)
