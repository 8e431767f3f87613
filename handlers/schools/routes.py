"""The list of schools: seen by pages, lengthened by pasting."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import schools
from bot.use_cases.schools import MAX_SCHOOL_NAME
from handlers.routing import Context, Routes
from handlers.schools import view

routes = Routes()

MESSAGE = 4096  # characters; a client sends what is longer as several messages, cut between lines


@routes.press("schools", may=Action.EDIT_SCHOOLS)
async def see_schools(ctx: Context, district: int) -> Screen:
    return view.schools(await schools.see_schools(ctx.tx, ctx.actor, district))


@routes.press("schools-page", may=Action.EDIT_SCHOOLS)
async def turn_page(ctx: Context, district: int, page: int) -> Screen:
    return view.schools(await schools.see_schools(ctx.tx, ctx.actor, district), page)


@routes.press("schools-add", may=Action.EDIT_SCHOOLS)
async def ask_list(ctx: Context, district: int) -> Screen:
    await schools.see_schools(ctx.tx, ctx.actor, district)
    await ctx.expect("schools-add", district=district)
    return view.ask_list(district)


@routes.typed("schools-add", may=Action.EDIT_SCHOOLS)
async def add_list(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    district = ctx.dialog.data["district"]
    added = await schools.add_schools(
        ctx.tx, ctx.actor, district_id=district, pasted=ctx.incoming.value, now=ctx.now
    )
    if len(ctx.incoming.value) > MESSAGE - MAX_SCHOOL_NAME:
        await ctx.expect("schools-add", district=district)  # the rest of the list is on its way
    return view.schools(await schools.see_schools(ctx.tx, ctx.actor, district), added=added)
