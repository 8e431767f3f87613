"""A live plan as a whole: corrected, carried into the next year, taken back, put away."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import levels, plans, rollover, stewardship
from bot.use_cases.levels import Level
from handlers.plan import view as plan_view
from handlers.routing import Context, Routes
from handlers.stewardship import view

routes = Routes()


@routes.press("steward", may=Action.IMPORT_PLAN)
async def see(ctx: Context, plan: int) -> Screen:
    return view.stewardship(await stewardship.see_stewardship(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("launch-undo", may=Action.IMPORT_PLAN)
async def ask_undo(ctx: Context, plan: int) -> Screen:
    return view.ask_undo(await stewardship.check_undo(ctx.tx, ctx.actor, plan))


@routes.press("launch-undo-yes", may=Action.IMPORT_PLAN)
async def undo(ctx: Context, plan: int) -> Screen:
    return view.undone(plan, await stewardship.undo_launch(ctx.tx, ctx.actor, plan))


@routes.press("archive", may=Action.IMPORT_PLAN)
async def ask_archive(ctx: Context, plan: int) -> Screen:
    return view.ask_archive(await stewardship.see_stewardship(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("archive-yes", may=Action.IMPORT_PLAN)
async def archive(ctx: Context, plan: int) -> Screen:
    return view.archived(await stewardship.archive_plan(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("next-year", may=Action.IMPORT_PLAN)
async def ask_next_year(ctx: Context, plan: int) -> Screen:
    return view.ask_next_year(await rollover.foresee(ctx.tx, ctx.actor, plan))


@routes.press("next-year-yes", may=Action.IMPORT_PLAN)
async def roll_over(ctx: Context, plan: int) -> Screen:
    draft = await rollover.roll_over(ctx.tx, ctx.actor, plan, now=ctx.now)
    return plan_view.plan(await plans.see_plan(ctx.tx, ctx.actor, draft))


@routes.press("levels", may=Action.SET_LEVELS)
async def see_levels(ctx: Context, plan: int) -> Screen:
    return view.levels(await levels.see_levels(ctx.tx, ctx.actor, plan))


@routes.press("level", may=Action.SET_LEVELS)
async def set_level(ctx: Context, plan: int, level: Level, on: int) -> Screen:
    return view.levels(await levels.set_level(ctx.tx, ctx.actor, plan, level, on=bool(on), now=ctx.now))


@routes.press("proof", may=Action.SET_LEVELS)
async def require_proof(ctx: Context, plan: int, on: int) -> Screen:
    return view.levels(await levels.require_proof(ctx.tx, ctx.actor, plan, on=bool(on)))
