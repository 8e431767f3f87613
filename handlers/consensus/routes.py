"""The meeting at which a school's team agrees on the levels of its risk factors."""

from __future__ import annotations

import re

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.risk import Level
from bot.screen import Screen
from bot.use_cases import consensus
from handlers.consensus import view
from handlers.profile.levels import level_of_button
from handlers.routing import Context, Routes

routes = Routes()

_NOTE = re.compile(r"№?\s*(\d{1,2})\s*[.:)–-]?\s+(.+)", re.DOTALL)  # «3: почему так»


@routes.press("consensus", may=Action.USE_MENU)
async def see_meeting(ctx: Context, school: int) -> Screen:
    return view.meeting(await consensus.see_meeting(ctx.tx, ctx.actor, school))


@routes.press("consensus-new", may=Action.KEEP_PROFILE)
async def open_meeting(ctx: Context, school: int) -> Screen:
    return view.meeting(await consensus.open_meeting(ctx.tx, ctx.actor, school, now=ctx.now))


@routes.press("consensus-rate", may=Action.RATE_FACTORS)
async def rate(ctx: Context, meeting: int, factor: int, level: str) -> Screen:
    report = await consensus.rate(
        ctx.tx, ctx.actor, meeting_id=meeting, factor=factor, level=_chosen(level), now=ctx.now
    )
    return view.meeting(report)


@routes.press("consensus-close", may=Action.KEEP_PROFILE)
async def close(ctx: Context, meeting: int) -> Screen:
    return view.meeting(await consensus.close_meeting(ctx.tx, ctx.actor, meeting, now=ctx.now))


@routes.press("consensus-agree", may=Action.KEEP_PROFILE)
async def agree(ctx: Context, meeting: int, factor: int, level: str) -> Screen:
    report = await consensus.agree(
        ctx.tx, ctx.actor, meeting_id=meeting, factor=factor, level=_chosen(level), now=ctx.now
    )
    return view.meeting(report)


@routes.press("consensus-note", may=Action.KEEP_PROFILE)
async def ask_note(ctx: Context, meeting: int) -> Screen:
    school = await consensus.check_may_lead(ctx.tx, ctx.actor, meeting)
    await ctx.expect("consensus-note", meeting=meeting)
    return view.ask_note(school.id)


@routes.typed("consensus-note", may=Action.KEEP_PROFILE)
async def type_note(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    meeting, found = ctx.dialog.data["meeting"], _NOTE.fullmatch(ctx.incoming.value.strip())
    if found is None:
        await ctx.expect("consensus-note", meeting=meeting)
        raise DomainError("error-consensus-note", max=consensus.MAX_NOTE)
    report = await consensus.write_note(
        ctx.tx, ctx.actor, meeting_id=meeting, factor=int(found[1]), note=found[2], now=ctx.now
    )
    return view.meeting(report)


def _chosen(level: str) -> Level | None:
    try:
        return level_of_button(level)
    except ValueError as error:
        raise Outdated from error


@routes.notice("consensus-open")
def consensus_open(*, school: int) -> Screen:
    return view.invitation(school)


@routes.notice("consensus-full")
def consensus_full(*, school: int) -> Screen:
    return view.everybody_gave(school)
