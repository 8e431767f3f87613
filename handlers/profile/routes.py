"""The risk profile of a school: for its head, and for the coordinator by way of a wave."""

from __future__ import annotations

from bot.domain.access import Action, Place, may
from bot.screen import Screen, button
from bot.use_cases import profiles
from handlers.profile import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("profile", may=Action.SEE_PROFILE)
async def see_latest(ctx: Context, school: int) -> Screen:
    history = await profiles.see_profile_history(ctx.tx, ctx.actor, school)
    return view.history(history, ctx.plain)


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


@routes.notice("profile-ready")
def profile_ready(*, wave: int, school: int) -> Screen:
    return view.ready(wave, school)
