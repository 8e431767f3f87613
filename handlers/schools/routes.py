"""The schools: their list, seen by pages and lengthened by pasting, and the card of each."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.local_time import RUSSIAN_ZONES
from bot.screen import Screen
from bot.use_cases import school_card, school_zone, schools
from bot.use_cases.schools import MAX_SCHOOL_NAME
from handlers.routing import Context, Routes
from handlers.schools import card_view, view

routes = Routes()

MESSAGE = 4096  # characters; a client sends what is longer as several messages, cut between lines


@routes.press("schools", may=Action.EDIT_SCHOOLS)
async def see_schools(ctx: Context, district: int) -> Screen:
    return view.schools(await schools.see_schools(ctx.tx, ctx.actor, district))


@routes.press("schools-page", may=Action.EDIT_SCHOOLS)
async def turn_page(ctx: Context, district: int, page: int) -> Screen:
    return view.schools(await schools.see_schools(ctx.tx, ctx.actor, district), page)


@routes.press("school", may=Action.SEE_PROGRESS)
async def see_card(ctx: Context, school: int) -> Screen:
    return card_view.card(await school_card.see_school_card(ctx.tx, ctx.actor, school, now=ctx.now))


@routes.press("schools-add", may=Action.EDIT_SCHOOLS)
async def ask_list(ctx: Context, district: int) -> Screen:
    await schools.see_schools(ctx.tx, ctx.actor, district)
    await ctx.expect("schools-add", district=district)
    return view.ask_list(district)


@routes.press("school-zone", may=Action.EDIT_SCHOOLS)
async def see_zone(ctx: Context, school: int) -> Screen:
    return view.zone(await school_zone.see_zone(ctx.tx, ctx.actor, school))


@routes.press("school-zone-set", may=Action.EDIT_SCHOOLS)
async def choose_zone(ctx: Context, school: int, zone: int) -> Screen:
    """``zone``: its place among the Russian ones, counted from 1; 0 is the district's."""
    if zone > len(RUSSIAN_ZONES):
        raise Outdated
    own = RUSSIAN_ZONES[zone - 1] if zone else None
    return view.zone(await school_zone.choose_zone(ctx.tx, ctx.actor, school, own, now=ctx.now))


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
