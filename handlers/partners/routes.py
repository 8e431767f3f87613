"""Partner schools: the pairs, a pair's card, a new pair step by step, joint events, the contract."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen, text
from bot.use_cases import partners
from handlers.partners import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()


@routes.press("partners", may=Action.SEE_PARTNERS)
async def see_list(ctx: Context, district: int, page: int) -> Screen:
    return view.pairs(await partners.list_partners(ctx.tx, ctx.actor, district), page)


@routes.press("partner", may=Action.SEE_PARTNERS)
async def see_pair(ctx: Context, pair: int) -> Screen:
    return view.card(await partners.see_pair(ctx.tx, ctx.actor, pair))


@routes.press("partner-host", may=Action.PAIR_SCHOOLS)
async def choose_host(ctx: Context, district: int, page: int) -> Screen:
    schools = await partners.list_candidates(ctx.tx, ctx.actor, district, 0)
    return view.choose_host(district, schools, page)


@routes.press("partner-school", may=Action.PAIR_SCHOOLS)
async def choose_school(ctx: Context, district: int, host: int, page: int) -> Screen:
    schools = await partners.list_candidates(ctx.tx, ctx.actor, district, host)
    return view.choose_school(district, host, schools, page)


@routes.press("partner-until", may=Action.PAIR_SCHOOLS)
async def ask_until(ctx: Context, host: int, school: int) -> Screen:
    found, _ = await partners.check_pair(ctx.tx, ctx.actor, host, school)
    await ctx.expect("partner-until", host=host, school=school)
    return view.ask_until(found.district_id)


@routes.typed("partner-until", may=Action.PAIR_SCHOOLS)
async def take_until(ctx: Context) -> Screen:
    data, until = under_way(ctx), ctx.incoming.value
    found = await partners.pair_schools(
        ctx.tx, ctx.actor, host_id=data["host"], school_id=data["school"], until=until, now=ctx.now
    )
    return view.card(found, above=text("partner-made"))


@routes.press("partner-event", may=Action.NOTE_JOINT_EVENT)
async def ask_event(ctx: Context, pair: int) -> Screen:
    await partners.see_pair(ctx.tx, ctx.actor, pair)
    await ctx.expect("partner-event", pair=pair)
    return view.ask_event(pair)


@routes.typed("partner-event", may=Action.NOTE_JOINT_EVENT)
async def take_event(ctx: Context) -> Screen:
    pair, words = under_way(ctx)["pair"], ctx.incoming.value
    found = await partners.note_event(ctx.tx, ctx.actor, pair, words=words, now=ctx.now)
    return view.card(found, above=text("partner-event-noted"))


@routes.press("partner-prolong", may=Action.PAIR_SCHOOLS)
async def ask_prolong(ctx: Context, pair: int) -> Screen:
    found = await partners.get_for_change(ctx.tx, ctx.actor, pair)
    await ctx.expect("partner-prolong", pair=pair)
    return view.ask_until(found.district_id)


@routes.typed("partner-prolong", may=Action.PAIR_SCHOOLS)
async def take_prolong(ctx: Context) -> Screen:
    pair, until = under_way(ctx)["pair"], ctx.incoming.value
    found = await partners.prolong(ctx.tx, ctx.actor, pair, until=until, now=ctx.now)
    return view.card(found, above=text("partner-prolonged"))


@routes.press("partner-part", may=Action.PAIR_SCHOOLS)
async def ask_part(ctx: Context, pair: int) -> Screen:
    return view.ask_part(await partners.get_for_change(ctx.tx, ctx.actor, pair))


@routes.press("partner-part-yes", may=Action.PAIR_SCHOOLS)
async def part(ctx: Context, pair: int) -> Screen:
    gone = await partners.part(ctx.tx, ctx.actor, pair, now=ctx.now)
    return view.pairs(await partners.list_partners(ctx.tx, ctx.actor, gone.district_id), 0)
