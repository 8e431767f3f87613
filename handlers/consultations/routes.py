"""Consultations: the schedule, a seat taken and given back, an hour offered step by step."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import Action
from bot.domain.consultations import MAX_PLACE
from bot.domain.errors import Outdated
from bot.domain.reports import checked_words
from bot.screen import Screen, text
from bot.use_cases import consultations
from handlers.consultations import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()
routes.notice("consultation-cancelled")(view.cancelled)


@routes.press("consultations", may=Action.SEE_CONSULTATIONS)
async def see_schedule(ctx: Context, district: int, page: int) -> Screen:
    found = await consultations.see_schedule(ctx.tx, ctx.actor, district, page, now=ctx.now)
    return view.schedule(found)


@routes.press("consultation", may=Action.SEE_CONSULTATIONS)
async def see_one(ctx: Context, consultation: int) -> Screen:
    return view.card(await consultations.see_consultation(ctx.tx, ctx.actor, consultation, now=ctx.now))


@routes.press("consultation-book", may=Action.BOOK_CONSULTATION)
async def book(ctx: Context, consultation: int) -> Screen:
    found = await consultations.book(ctx.tx, ctx.actor, consultation, now=ctx.now)
    return view.card(found, above=text("consultation-booked"))


@routes.press("consultation-leave", may=Action.SEE_CONSULTATIONS)
async def leave(ctx: Context, consultation: int) -> Screen:
    found = await consultations.leave(ctx.tx, ctx.actor, consultation, now=ctx.now)
    return view.card(found, above=text("consultation-left"))


@routes.press("consultation-cancel", may=Action.HOLD_CONSULTATION)
async def ask_cancel(ctx: Context, consultation: int) -> Screen:
    found = await consultations.see_consultation(ctx.tx, ctx.actor, consultation, now=ctx.now)
    if not found.may_cancel:
        raise Outdated
    return view.ask_cancel(found)


@routes.press("consultation-cancel-yes", may=Action.HOLD_CONSULTATION)
async def cancel(ctx: Context, consultation: int) -> Screen:
    return view.card(await consultations.cancel(ctx.tx, ctx.actor, consultation, now=ctx.now))


@routes.press("consultation-new", may=Action.HOLD_CONSULTATION)
async def ask_factor(ctx: Context, district: int) -> Screen:
    await consultations.check_may_hold(ctx.tx, ctx.actor, district)
    return view.ask_factor(district)


@routes.press("consultation-factor", may=Action.HOLD_CONSULTATION)
async def ask_start(ctx: Context, district: int, factor: int) -> Screen:
    await consultations.check_may_hold(ctx.tx, ctx.actor, district)
    await ctx.expect("consultation-start", district=district, factor=factor)
    return view.ask_start(district)


@routes.typed("consultation-start", may=Action.HOLD_CONSULTATION)
async def take_start(ctx: Context) -> Screen:
    data = under_way(ctx)
    district, words = data["district"], ctx.incoming.value
    start = await consultations.read_start(ctx.tx, ctx.actor, district, words, now=ctx.now)
    await ctx.expect("consultation-place", **data | {"starts": start.isoformat()})
    return view.ask_place(district)


@routes.typed("consultation-place", may=Action.HOLD_CONSULTATION)
async def take_place(ctx: Context) -> Screen:
    data = under_way(ctx)
    await consultations.check_may_hold(ctx.tx, ctx.actor, data["district"])
    place = checked_words(ctx.incoming.value, MAX_PLACE)
    await ctx.expect("consultation-seats", **data | {"place": place})
    return view.ask_seats(data["district"])


@routes.press("consultation-seats", may=Action.HOLD_CONSULTATION)
async def take_seats(ctx: Context, seats: int) -> Screen:
    if ctx.dialog is None or ctx.dialog.state != "consultation-seats":
        raise Outdated
    data = ctx.dialog.data
    found = await consultations.hold_consultation(
        ctx.tx,
        ctx.actor,
        district_id=data["district"],
        factor=data["factor"],
        starts_at=datetime.fromisoformat(data["starts"]),
        place=data["place"],
        seats=seats,
        now=ctx.now,
    )
    return view.card(found, above=text("consultation-made"))


@routes.press("consultation-report", may=Action.HOLD_CONSULTATION)
async def see_report(ctx: Context, district: int) -> Screen:
    return view.report(await consultations.report_held(ctx.tx, ctx.actor, district, now=ctx.now))
