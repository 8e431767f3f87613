"""The coordinator's self-diagnosis: start a wave, watch it, close it, release it, look at the schools."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.anonymity import Breakdown
from bot.domain.wave_stages import Stage
from bot.screen import Screen
from bot.use_cases import waves
from handlers.routing import Context, Routes
from handlers.waves import turnout_view, view

routes = Routes()


@routes.press("waves", may=Action.RUN_WAVE)
async def list_waves(ctx: Context, district: int) -> Screen:
    return view.waves(await waves.list_waves(ctx.tx, ctx.actor, district), 0, ctx.language)


@routes.press("waves-page", may=Action.RUN_WAVE)
async def turn_waves(ctx: Context, district: int, page: int) -> Screen:
    return view.waves(await waves.list_waves(ctx.tx, ctx.actor, district), page, ctx.language)


@routes.press("wave-new", may=Action.RUN_WAVE)
async def choose_questionnaire(ctx: Context, district: int) -> Screen:
    found = await waves.list_waves(ctx.tx, ctx.actor, district)
    if len(found.startable) == 1:
        return await prepare(ctx, district, found.startable[0].code)
    return view.questionnaires(found, ctx.language)


@routes.press("wave-card", may=Action.RUN_WAVE)
async def prepare(ctx: Context, district: int, questionnaire: str) -> Screen:
    card = await waves.prepare_wave(ctx.tx, ctx.actor, district, questionnaire, now=ctx.now)
    return view.card(card, ctx.language)


@routes.press("wave-chosen", may=Action.RUN_WAVE)
async def choose(
    ctx: Context, district: int, questionnaire: str, breakdown: Breakdown, stage: Stage
) -> Screen:
    card = await waves.prepare_wave(
        ctx.tx, ctx.actor, district, questionnaire, breakdown=breakdown, stage=stage, now=ctx.now
    )
    return view.card(card, ctx.language)


@routes.press("wave-start", may=Action.RUN_WAVE)
async def start(
    ctx: Context, district: int, questionnaire: str, breakdown: Breakdown, stage: Stage
) -> Screen:
    wave = await waves.start_wave(
        ctx.tx,
        ctx.actor,
        district_id=district,
        questionnaire=questionnaire,
        breakdown=breakdown,
        stage=stage,
        now=ctx.now,
    )
    return await see_wave(ctx, wave)


@routes.press("wave", may=Action.RUN_WAVE)
async def see_wave(ctx: Context, wave: int) -> Screen:
    return await turn_schools(ctx, wave, 0)


@routes.press("wave-page", may=Action.RUN_WAVE)
async def turn_schools(ctx: Context, wave: int, page: int) -> Screen:
    return view.wave(await waves.see_wave(ctx.tx, ctx.actor, wave), page, ctx.language)


@routes.press("wave-turnout", may=Action.RUN_WAVE)
async def see_turnout(ctx: Context, wave: int, page: int) -> Screen:
    """By school only once nobody can answer any more: an open wave is shown as a whole."""
    report = await waves.see_wave(ctx.tx, ctx.actor, wave)
    if not report.wave.is_closed:
        return view.wave(report, 0, ctx.language)
    return turnout_view.turnout(report, page, ctx.language, ctx.plain)


@routes.press("wave-close", may=Action.RUN_WAVE)
async def ask_to_close(ctx: Context, wave: int) -> Screen:
    report = await waves.see_wave(ctx.tx, ctx.actor, wave)
    return view.wave(report, 0, ctx.language) if report.wave.is_closed else view.confirm_closing(report)


@routes.press("wave-close-yes", may=Action.RUN_WAVE)
async def close(ctx: Context, wave: int) -> Screen:
    await waves.close_wave(ctx.tx, ctx.actor, wave, now=ctx.now)
    return await see_wave(ctx, wave)


@routes.press("wave-release", may=Action.RUN_WAVE)
async def ask_to_release(ctx: Context, wave: int) -> Screen:
    report = await waves.see_wave(ctx.tx, ctx.actor, wave)
    if report.wave.is_closed and not report.wave.is_released:
        return view.confirm_release(report)
    return view.wave(report, 0, ctx.language)


@routes.press("wave-release-yes", may=Action.RUN_WAVE)
async def release(ctx: Context, wave: int) -> Screen:
    await waves.release_wave(ctx.tx, ctx.actor, wave, now=ctx.now)
    return await see_wave(ctx, wave)


@routes.notice("wave-closed")
def wave_closed(*, wave: int) -> Screen:
    return view.closed_by_calendar(wave)
