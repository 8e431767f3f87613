"""«Лестница напоминаний»: on which days a district is reminded of what."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.ladder import LadderKind, Rung, Threshold
from bot.screen import Screen
from bot.use_cases import escalation, ladders
from handlers.ladders import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("ladder", may=Action.SET_REMINDERS)
async def see_ladders(ctx: Context, district: int) -> Screen:
    return view.ladders(district, await ladders.see_ladders(ctx.tx, ctx.actor, district))


@routes.press("ladder-kind", may=Action.SET_REMINDERS)
async def see_kind(ctx: Context, district: int, kind: LadderKind) -> Screen:
    return view.kind(district, kind, await ladders.see_ladders(ctx.tx, ctx.actor, district))


@routes.press("ladder-turn", may=Action.SET_REMINDERS)
async def turn_rung(ctx: Context, district: int, kind: LadderKind, rung: Rung) -> Screen:
    return view.kind(district, kind, await ladders.turn_rung(ctx.tx, ctx.actor, district, kind, rung))


@routes.press("ladder-after", may=Action.SET_REMINDERS)
async def ask_threshold(ctx: Context, district: int, which: Threshold) -> Screen:
    found = await ladders.see_ladders(ctx.tx, ctx.actor, district)
    if which is Threshold.AUTHORITY:
        authority = await escalation.see_authority(ctx.tx, ctx.actor, district)
        return view.authority(district, found, authority)
    return view.threshold(district, which, found)


@routes.press("ladder-authority", may=Action.SET_REMINDERS)
async def turn_authority(ctx: Context, organisation: int) -> Screen:
    district = await escalation.turn_authority(ctx.tx, ctx.actor, organisation)
    return await ask_threshold(ctx, district, Threshold.AUTHORITY)


@routes.press("ladder-after-set", may=Action.SET_REMINDERS)
async def move_threshold(ctx: Context, district: int, which: Threshold, days: int) -> Screen:
    return view.ladders(district, await ladders.move_threshold(ctx.tx, ctx.actor, district, which, days))


@routes.press("ladder-usual", may=Action.SET_REMINDERS)
async def make_usual(ctx: Context, district: int) -> Screen:
    return view.ladders(district, await ladders.make_usual(ctx.tx, ctx.actor, district))
