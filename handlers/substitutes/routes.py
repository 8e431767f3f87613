"""Who stands in for a school's head: named, seen, taken back."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen, text
from bot.use_cases import substitutes
from handlers.routing import Context, Routes
from handlers.substitutes import view
from handlers.tasks.routes import under_way

routes = Routes()
routes.notice("substitute-named")(view.named)
routes.notice("substitute-known")(view.known)


@routes.press("substitutes", may=Action.NAME_SUBSTITUTE)
async def see_substitutes(ctx: Context, school: int, page: int) -> Screen:
    return view.substitutes(await substitutes.see_substitutes(ctx.tx, ctx.actor, school), page)


@routes.press("substitute", may=Action.NAME_SUBSTITUTE)
async def ask_period(ctx: Context, school: int, person: int) -> Screen:
    found = await substitutes.ask_period(ctx.tx, ctx.actor, school, person)
    await ctx.expect("substitute", school=school, person=person)
    return view.ask_period(school, found.name)


@routes.typed("substitute", may=Action.NAME_SUBSTITUTE)
async def type_period(ctx: Context) -> Screen:
    data, phrase = under_way(ctx), ctx.incoming.value
    found = await substitutes.name_substitute(
        ctx.tx, ctx.actor, school_id=data["school"], person_id=data["person"], phrase=phrase, now=ctx.now
    )
    return view.substitutes(found, 0, above=text("substitute-done"))


@routes.press("substitute-drop", may=Action.NAME_SUBSTITUTE)
async def take_back(ctx: Context, substitution: int) -> Screen:
    found = await substitutes.take_back(ctx.tx, ctx.actor, substitution, now=ctx.now)
    return view.substitutes(found, 0, above=text("substitute-dropped"))
