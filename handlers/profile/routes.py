"""The risk profile of a school: for its head, and for the coordinator by way of a wave."""

from __future__ import annotations

from functools import partial

from bot.domain.access import Action, Place, may
from bot.domain.errors import Outdated
from bot.screen import Screen, button
from bot.use_cases import official_levels, profiles, programme, risk_changes
from handlers.profile import change_view, official_view, view, why_view
from handlers.profile.levels import level_of_button
from handlers.profile.programme import programme as programme_screen
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("profile", may=Action.SEE_PROFILE)
async def see_latest(ctx: Context, school: int) -> Screen:
    history = await profiles.see_profile_history(ctx.tx, ctx.actor, school)
    return view.history(history, ctx.plain)


@routes.press("profile-waves", may=Action.SEE_PROFILE)
async def see_waves(ctx: Context, school: int) -> Screen:
    return view.earlier_waves(await profiles.see_profile_history(ctx.tx, ctx.actor, school))


@routes.press("profile-of", may=Action.SEE_PROFILE)
async def see_one(ctx: Context, wave: int, school: int) -> Screen:
    found = await profiles.see_profile(ctx.tx, ctx.actor, wave_id=wave, school_id=school)
    runs_waves = may(ctx.actor, Action.RUN_WAVE, Place(found.wave.district_id))
    back = (
        button("button-profile-to-wave", "wave", wave)
        if runs_waves
        else button("button-profile-latest", "profile", school)
    )
    return view.profile(found, ctx.plain, (back,))


@routes.press("profile-radar", may=Action.SEE_PROFILE)
async def see_radar(ctx: Context, wave: int, school: int) -> Screen:
    found = await profiles.see_profile(ctx.tx, ctx.actor, wave_id=wave, school_id=school)
    return view.radar(found, ctx.plain)


@routes.press("profile-why", may=Action.SEE_PROFILE)
async def see_why(ctx: Context, wave: int, school: int, factor: int) -> Screen:
    found = await profiles.see_profile(ctx.tx, ctx.actor, wave_id=wave, school_id=school)
    return why_view.why(found, factor)


@routes.press("profile-change", may=Action.SEE_PROFILE)
async def see_change(ctx: Context, wave: int, school: int, entry: int) -> Screen:
    report = await risk_changes.see_change(
        ctx.tx, ctx.actor, wave_id=wave, school_id=school, entry=bool(entry)
    )
    return change_view.change(report, ctx.plain)


@routes.press("official", may=Action.KEEP_PROFILE)
async def see_official(ctx: Context, school: int) -> Screen:
    return official_view.official(await official_levels.see_official_levels(ctx.tx, ctx.actor, school))


@routes.press("official-set", may=Action.KEEP_PROFILE)
async def type_official(ctx: Context, school: int, factor: int, level: str) -> Screen:
    try:
        chosen = level_of_button(level)
    except ValueError as error:
        raise Outdated from error
    sheet = await official_levels.type_official_level(
        ctx.tx, ctx.actor, school_id=school, factor=factor, level=chosen, now=ctx.now
    )
    return official_view.official(sheet)


@routes.press("programme", may=Action.SEE_PROFILE)
async def write_programme(ctx: Context, school: int) -> Screen:
    found = await programme.read_programme(ctx.tx, ctx.actor, school)
    services = ctx.services
    in_russian = partial(services.words.plain, language="ru")  # as every official paper
    return programme_screen(found, in_russian, services.files.get, today=await ctx.today())


@routes.notice("profile-ready")
def profile_ready(*, wave: int, school: int) -> Screen:
    return view.ready(wave, school)


@routes.notice("results-hidden")
def results_hidden(*, wave: int, school: int, title: str, missing: int, profile: bool) -> Screen:
    return view.hidden(wave=wave, school=school, title=title, missing=missing, profile=profile)
