"""Somebody leaves: who, and to whom what they had begun."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import leaving
from handlers.leaving import view
from handlers.routing import Context, Routes

routes = Routes()
routes.notice("left")(view.left)
routes.notice("left-known")(view.left_known)
routes.notice("handed-over")(view.handed_over)


@routes.press("leaving", may=Action.INVITE)
async def choose_leaver(ctx: Context, place: str, page: int) -> Screen:
    return view.leavers(*await leaving.list_leavers(ctx.tx, ctx.actor, place), page)


@routes.press("leave", may=Action.INVITE)
async def choose_successor(ctx: Context, place: str, person: int, page: int) -> Screen:
    return view.successors(await leaving.ask_successor(ctx.tx, ctx.actor, place, person), page)


@routes.press("leave-yes", may=Action.INVITE)
async def see_off(ctx: Context, place: str, person: int, successor: int) -> Screen:
    return view.seen_off(await leaving.see_off(ctx.tx, ctx.actor, place, person, successor, now=ctx.now))
