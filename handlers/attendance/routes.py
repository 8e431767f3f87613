"""«Мероприятия»: a register that fills itself; whoever is there presses once."""

from __future__ import annotations

from functools import partial

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.papers.qr import qr_png
from bot.screen import Screen
from bot.use_cases import attendance
from handlers.attendance import view
from handlers.papers.wording import attendance_file
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()
_TITLE, _DAY = "event-title", "event-day"


@routes.press("events", may=Action.HOLD_EVENT)
async def list_events(ctx: Context, district: int, page: int) -> Screen:
    return view.events(await attendance.list_events(ctx.tx, ctx.actor, district), district, page)


@routes.press("event-new", may=Action.HOLD_EVENT)
async def choose_row(ctx: Context, district: int, page: int) -> Screen:
    return view.choose_row(await attendance.list_rows(ctx.tx, ctx.actor, district), district, page)


@routes.press("event-free", may=Action.HOLD_EVENT)
async def ask_title(ctx: Context, district: int) -> Screen:
    await attendance.list_rows(ctx.tx, ctx.actor, district)
    await ctx.expect(_TITLE, district=district)
    return view.ask_title(district)


@routes.typed(_TITLE, may=Action.HOLD_EVENT)
async def type_title(ctx: Context) -> Screen:
    return await _ask_day(ctx, under_way(ctx)["district"], 0, ctx.incoming.value)


@routes.press("event-row", may=Action.HOLD_EVENT)
async def take_row(ctx: Context, district: int, activity: int) -> Screen:
    return await _ask_day(ctx, district, activity, "")


@routes.press("event-today", may=Action.HOLD_EVENT)
async def choose_today(ctx: Context) -> Screen:
    if ctx.dialog is None or ctx.dialog.state != _DAY:
        raise Outdated
    return await _open(ctx, "")


@routes.typed(_DAY, may=Action.HOLD_EVENT)
async def type_day(ctx: Context) -> Screen:
    return await _open(ctx, ctx.incoming.value)


@routes.press("event", may=Action.HOLD_EVENT)
async def see_event(ctx: Context, event: int) -> Screen:
    return view.card(await attendance.see_event(ctx.tx, ctx.actor, event), ctx.services.bot_username)


@routes.press("event-close", may=Action.HOLD_EVENT)
async def close_event(ctx: Context, event: int) -> Screen:
    found = await attendance.close_event(ctx.tx, ctx.actor, event, closed=True, now=ctx.now)
    return view.card(found, ctx.services.bot_username)


@routes.press("event-reopen", may=Action.HOLD_EVENT)
async def reopen_event(ctx: Context, event: int) -> Screen:
    found = await attendance.close_event(ctx.tx, ctx.actor, event, closed=False, now=ctx.now)
    return view.card(found, ctx.services.bot_username)


@routes.press("event-qr", may=Action.HOLD_EVENT)
async def show_qr(ctx: Context, event: int) -> Screen:
    found = await attendance.see_event(ctx.tx, ctx.actor, event)
    return view.qr(found, partial(qr_png, view.link(found, ctx.services.bot_username)))


@routes.press("event-people", may=Action.HOLD_EVENT)
async def see_people(ctx: Context, event: int, page: int) -> Screen:
    return view.people(await attendance.see_register(ctx.tx, ctx.actor, event, now=ctx.now), page)


@routes.press("event-sheet", may=Action.HOLD_EVENT)
async def send_sheet(ctx: Context, event: int) -> Screen:
    found = await attendance.see_register(ctx.tx, ctx.actor, event, now=ctx.now)
    template = partial(ctx.services.files.get, found.template) if found.template else None
    names = [ctx.services.words.plain(view.attendee(one), "ru") for one in found.attendees]
    row = found.event.activity_id or 0
    file = attendance_file(ctx.services.words, found.record, row, names, template=template)
    return view.sheet(found, file)


@routes.link("at", may=Action.ATTEND)
async def open_link(ctx: Context, token: str) -> Screen:
    return view.invitation(await attendance.see_invitation(ctx.tx, ctx.actor, token))


@routes.press("event-here", may=Action.ATTEND)
async def say_here(ctx: Context, token: str) -> Screen:
    found = await attendance.say_present(ctx.tx, ctx.actor, token, present=True, now=ctx.now)
    return view.invitation(found)


@routes.press("event-not-here", may=Action.ATTEND)
async def say_not_here(ctx: Context, token: str) -> Screen:
    found = await attendance.say_present(ctx.tx, ctx.actor, token, present=False, now=ctx.now)
    return view.invitation(found)


async def answer_code(ctx: Context) -> Screen | None:
    """The meeting whose code word was typed out of the blue; None where the line is no code word."""
    event = await attendance.find_by_code(ctx.tx, ctx.actor, ctx.incoming.value)
    if event is None:
        return None
    return view.invitation(await attendance.see_invitation(ctx.tx, ctx.actor, event.token))


async def _ask_day(ctx: Context, district: int, activity: int, title: str) -> Screen:
    name = await attendance.name_event(ctx.tx, ctx.actor, district, activity, title)
    await ctx.expect(_DAY, district=district, activity=activity, title=name)
    return view.ask_day(name, district)


async def _open(ctx: Context, day: str) -> Screen:
    data = under_way(ctx)
    opened = await attendance.open_event(
        ctx.tx,
        ctx.actor,
        district_id=data["district"],
        activity_id=data["activity"],
        title=data["title"],
        day=day,
        now=ctx.now,
    )
    return view.card(opened, ctx.services.bot_username)
