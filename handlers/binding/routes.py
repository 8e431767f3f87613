"""What each responsible party means in this district: asked once, remembered."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.binding import Target
from bot.screen import Screen
from bot.use_cases import binding
from handlers.binding import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("binding", may=Action.BIND_PARTIES)
async def list_parties(ctx: Context, district: int) -> Screen:
    return view.parties(await binding.list_parties(ctx.tx, ctx.actor, district))


@routes.press("binding-page", may=Action.BIND_PARTIES)
async def turn_page(ctx: Context, district: int, page: int) -> Screen:
    return view.parties(await binding.list_parties(ctx.tx, ctx.actor, district), page)


@routes.press("binding-accept", may=Action.BIND_PARTIES)
async def accept_proposals(ctx: Context, district: int) -> Screen:
    return view.after_binding(await binding.accept_proposals(ctx.tx, ctx.actor, district))


@routes.press("party", may=Action.BIND_PARTIES)
async def see_party(ctx: Context, party: int) -> Screen:
    return view.party(await binding.see_party(ctx.tx, ctx.actor, party))


@routes.press("party-ok", may=Action.BIND_PARTIES)
async def accept_proposal(ctx: Context, party: int) -> Screen:
    return view.after_binding(await binding.accept_proposal(ctx.tx, ctx.actor, party))


@routes.press("party-every", may=Action.BIND_PARTIES)
async def bind_to_every_school(ctx: Context, party: int) -> Screen:
    return await _bind(ctx, party, Target.EVERY_SCHOOL)


@routes.press("party-own", may=Action.BIND_PARTIES)
async def bind_to_coordinator(ctx: Context, party: int) -> Screen:
    return await _bind(ctx, party, Target.COORDINATOR)


@routes.press("party-nobody", may=Action.BIND_PARTIES)
async def bind_to_nobody(ctx: Context, party: int) -> Screen:
    return await _bind(ctx, party, Target.NOBODY)


@routes.press("party-schools", may=Action.BIND_PARTIES)
async def choose_school(ctx: Context, party: int, page: int) -> Screen:
    return view.choose_school(await binding.see_party(ctx.tx, ctx.actor, party), page)


@routes.press("party-school", may=Action.BIND_PARTIES)
async def bind_to_school(ctx: Context, party: int, school: int) -> Screen:
    return view.after_binding(
        await binding.bind_party(ctx.tx, ctx.actor, party, Target.SCHOOL, school_id=school)
    )


@routes.press("party-bodies", may=Action.BIND_PARTIES)
async def choose_body(ctx: Context, party: int, page: int) -> Screen:
    return view.choose_body(await binding.see_party(ctx.tx, ctx.actor, party), page)


@routes.press("party-body", may=Action.BIND_PARTIES)
async def bind_to_body(ctx: Context, party: int, organisation: int) -> Screen:
    return view.after_binding(
        await binding.bind_party(ctx.tx, ctx.actor, party, Target.ORGANISATION, organisation_id=organisation)
    )


@routes.press("party-new-body", may=Action.BIND_PARTIES)
async def bind_to_new_body(ctx: Context, party: int) -> Screen:
    return view.after_binding(await binding.bind_to_new_place(ctx.tx, ctx.actor, party, Target.ORGANISATION))


@routes.press("party-new-school", may=Action.BIND_PARTIES)
async def bind_to_new_school(ctx: Context, party: int) -> Screen:
    return view.after_binding(await binding.bind_to_new_place(ctx.tx, ctx.actor, party, Target.SCHOOL))


async def _bind(ctx: Context, party: int, target: Target) -> Screen:
    return view.after_binding(await binding.bind_party(ctx.tx, ctx.actor, party, target))
