"""Meetings: called with an agenda, their decisions noted, put into the plan, written down."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen, text
from bot.use_cases import meetings
from handlers.corrections.routes import see_correction
from handlers.meetings import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()


@routes.press("meetings", may=Action.HOLD_MEETING)
async def see_list(ctx: Context, district: int, page: int) -> Screen:
    return view.listed(await meetings.list_meetings(ctx.tx, ctx.actor, district, page))


@routes.press("meeting", may=Action.HOLD_MEETING)
async def see_meeting(ctx: Context, meeting: int) -> Screen:
    return view.card(await meetings.see_meeting(ctx.tx, ctx.actor, meeting))


@routes.press("meeting-new", may=Action.HOLD_MEETING)
async def ask_day(ctx: Context, district: int) -> Screen:
    await meetings.list_meetings(ctx.tx, ctx.actor, district, 0)
    await ctx.expect("meeting-day", district=district)
    return view.ask_day(district)


@routes.typed("meeting-day", may=Action.HOLD_MEETING)
async def take_day(ctx: Context) -> Screen:
    district, when = under_way(ctx)["district"], ctx.incoming.value
    found = await meetings.call_meeting(ctx.tx, ctx.actor, district, when=when, now=ctx.now)
    return view.card(found, above=text("meeting-called"))


@routes.press("meeting-decision", may=Action.HOLD_MEETING)
async def ask_decision(ctx: Context, meeting: int) -> Screen:
    await meetings.see_meeting(ctx.tx, ctx.actor, meeting)
    await ctx.expect("meeting-decision", meeting=meeting)
    return view.ask_decision(meeting)


@routes.typed("meeting-decision", may=Action.HOLD_MEETING)
async def take_decision(ctx: Context) -> Screen:
    meeting, words = under_way(ctx)["meeting"], ctx.incoming.value
    found = await meetings.take_decision(ctx.tx, ctx.actor, meeting, words=words)
    await ctx.expect("meeting-decision", meeting=meeting)  # the next line is the next decision
    return view.card(found, above=text("meeting-noted"))


@routes.press("meeting-to-plan", may=Action.HOLD_MEETING)
async def put_into_plan(ctx: Context, meeting: int) -> Screen:
    plan = await meetings.put_into_plan(ctx.tx, ctx.actor, meeting, now=ctx.now)
    return await see_correction(ctx, plan.id)


@routes.press("meeting-protocol", may=Action.HOLD_MEETING)
async def write_protocol(ctx: Context, meeting: int) -> Screen:
    return view.protocol(await meetings.see_meeting(ctx.tx, ctx.actor, meeting), ctx.services.words)
