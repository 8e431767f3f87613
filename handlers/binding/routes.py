"""What each responsible party means in this district: asked once, remembered, changed when wrong.

A press about a party carries the plan in whose review it was made; 0 is the district's whole memory.
"""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.binding import Target
from bot.screen import Screen
from bot.use_cases import binding, handover
from handlers.binding import places_view, view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("binding", may=Action.BIND_PARTIES)
async def list_plan_parties(ctx: Context, plan: int) -> Screen:
    return view.parties(await binding.list_plan_parties(ctx.tx, ctx.actor, plan))


@routes.press("binding-page", may=Action.BIND_PARTIES)
async def turn_page(ctx: Context, plan: int, page: int) -> Screen:
    return view.parties(await binding.list_plan_parties(ctx.tx, ctx.actor, plan), page)


@routes.press("parties", may=Action.BIND_PARTIES)
async def list_district_parties(ctx: Context, district: int, page: int) -> Screen:
    return view.parties(await binding.list_district_parties(ctx.tx, ctx.actor, district), page)


@routes.press("binding-accept", may=Action.BIND_PARTIES)
async def accept_proposals(ctx: Context, plan: int) -> Screen:
    return view.after_binding(await binding.accept_proposals(ctx.tx, ctx.actor, plan))


@routes.press("party", may=Action.BIND_PARTIES)
async def see_party(ctx: Context, plan: int, party: int) -> Screen:
    return view.party(await binding.see_party(ctx.tx, ctx.actor, plan, party))


@routes.press("party-ok", may=Action.BIND_PARTIES)
async def accept_proposal(ctx: Context, plan: int, party: int) -> Screen:
    return view.after_binding(await binding.accept_proposal(ctx.tx, ctx.actor, plan, party), party)


@routes.press("party-every", may=Action.BIND_PARTIES)
async def bind_to_every_school(ctx: Context, plan: int, party: int) -> Screen:
    return await _bind(ctx, plan, party, Target.EVERY_SCHOOL)


@routes.press("party-own", may=Action.BIND_PARTIES)
async def bind_to_coordinator(ctx: Context, plan: int, party: int) -> Screen:
    return await _bind(ctx, plan, party, Target.COORDINATOR)


@routes.press("party-nobody", may=Action.BIND_PARTIES)
async def bind_to_nobody(ctx: Context, plan: int, party: int) -> Screen:
    return await _bind(ctx, plan, party, Target.NOBODY)


@routes.press("party-schools", may=Action.BIND_PARTIES)
async def choose_school(ctx: Context, plan: int, party: int, page: int) -> Screen:
    return places_view.choose_school(await binding.see_party(ctx.tx, ctx.actor, plan, party), page)


@routes.press("party-school", may=Action.BIND_PARTIES)
async def bind_to_school(ctx: Context, plan: int, party: int, school: int) -> Screen:
    return await _bind(ctx, plan, party, Target.SCHOOL, school=school)


@routes.press("party-some", may=Action.BIND_PARTIES)
async def choose_cluster(ctx: Context, plan: int, party: int, page: int) -> Screen:
    return places_view.choose_cluster(await binding.see_party(ctx.tx, ctx.actor, plan, party), page)


@routes.press("party-toggle", may=Action.BIND_PARTIES)
async def toggle_school(ctx: Context, plan: int, party: int, school: int, page: int) -> Screen:
    card = await binding.toggle_school(ctx.tx, ctx.actor, plan, party, school)
    return places_view.choose_cluster(card, page)


@routes.press("party-done", may=Action.BIND_PARTIES)
async def finish_cluster(ctx: Context, plan: int, party: int) -> Screen:
    return view.after_binding((await binding.see_party(ctx.tx, ctx.actor, plan, party)).all, party)


@routes.press("party-bodies", may=Action.BIND_PARTIES)
async def choose_body(ctx: Context, plan: int, party: int, page: int) -> Screen:
    return places_view.choose_body(await binding.see_party(ctx.tx, ctx.actor, plan, party), page)


@routes.press("party-body", may=Action.BIND_PARTIES)
async def bind_to_body(ctx: Context, plan: int, party: int, organisation: int) -> Screen:
    return await _bind(ctx, plan, party, Target.ORGANISATION, organisation=organisation)


@routes.press("party-new-body", may=Action.BIND_PARTIES)
async def bind_to_new_body(ctx: Context, plan: int, party: int) -> Screen:
    return await _bind_to_new(ctx, plan, party, Target.ORGANISATION)


@routes.press("party-new-school", may=Action.BIND_PARTIES)
async def bind_to_new_school(ctx: Context, plan: int, party: int) -> Screen:
    return await _bind_to_new(ctx, plan, party, Target.SCHOOL)


@routes.press("party-others", may=Action.BIND_PARTIES)
async def choose_other(ctx: Context, plan: int, party: int, page: int) -> Screen:
    return places_view.choose_other(await binding.see_party(ctx.tx, ctx.actor, plan, party), page)


@routes.press("party-same", may=Action.BIND_PARTIES)
async def unite(ctx: Context, plan: int, party: int, other: int) -> Screen:
    return view.after_binding(await binding.unite_parties(ctx.tx, ctx.actor, plan, party, other), other)


@routes.press("party-part", may=Action.BIND_PARTIES)
async def part_names(ctx: Context, plan: int, party: int) -> Screen:
    return view.after_binding(await binding.part_names(ctx.tx, ctx.actor, plan, party), party)


@routes.press("handover", may=Action.BIND_PARTIES)
async def see_handover(ctx: Context, district: int) -> Screen:
    return places_view.handover(await handover.see_handover(ctx.tx, ctx.actor, district, now=ctx.now))


@routes.press("handover-yes", may=Action.BIND_PARTIES)
async def hand_over(ctx: Context, district: int) -> Screen:
    return places_view.handed_over(await handover.hand_over(ctx.tx, ctx.actor, district, now=ctx.now))


async def _bind(
    ctx: Context,
    plan: int,
    party: int,
    target: Target,
    *,
    school: int | None = None,
    organisation: int | None = None,
) -> Screen:
    found = await binding.bind_party(
        ctx.tx, ctx.actor, plan, party, target, school_id=school, organisation_id=organisation
    )
    return view.after_binding(found, party)


async def _bind_to_new(ctx: Context, plan: int, party: int, target: Target) -> Screen:
    return view.after_binding(await binding.bind_to_new_place(ctx.tx, ctx.actor, plan, party, target), party)
