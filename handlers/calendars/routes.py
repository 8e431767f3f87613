"""Deadlines in one's own calendar: a file, or an address to subscribe to."""

from __future__ import annotations

from functools import partial

from bot.domain.access import Action
from bot.papers.calendar import calendar_file
from bot.screen import File, Screen, Work
from bot.use_cases import calendars
from handlers.calendars import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("calendar", may=Action.SEE_CALENDAR)
async def see(ctx: Context, school: int) -> Screen:
    card = await calendars.see_calendar(ctx.tx, ctx.actor, school)
    return view.calendar(card, ctx.services.calendar_url)


@routes.press("calendar-file", may=Action.SEE_CALENDAR)
async def send_file(ctx: Context, school: int) -> Screen:
    found = await calendars.read_calendar(ctx.tx, ctx.actor, school)
    name = ctx.plain(view.file_name(found.owner))
    make = partial(calendar_file, found, ctx.services.bot_username)
    return view.file(found, school, File(f"{name}.ics", Work(make)))


@routes.press("calendar-link", may=Action.SEE_CALENDAR)
async def subscribe(ctx: Context, school: int) -> Screen:
    address = ctx.services.calendar_url
    if not address:
        return view.calendar(await calendars.see_calendar(ctx.tx, ctx.actor, school), address)
    token = await calendars.subscribe(ctx.tx, ctx.actor, school, now=ctx.now)
    return view.subscribed(school, f"{address}/{token}.ics")


@routes.press("calendar-unlink", may=Action.SEE_CALENDAR)
async def unsubscribe(ctx: Context, school: int) -> Screen:
    return view.ended(await calendars.unsubscribe(ctx.tx, ctx.actor, school))
