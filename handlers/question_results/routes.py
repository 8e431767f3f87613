"""What was released of a wave, question by question; of school 0 it is all shown schools together."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen
from bot.use_cases import question_results
from bot.use_cases.question_results import WaveResults
from handlers.question_results import change_view, view
from handlers.question_results.paper import results_file
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("by-question-waves", may=Action.SEE_PROFILE)
async def list_released(ctx: Context, school: int, page: int) -> Screen:
    found = await question_results.list_released(ctx.tx, ctx.actor, school)
    return view.released(found, page, ctx.language)


@routes.press("by-question", may=Action.SEE_PROFILE)
async def see_results(ctx: Context, wave: int, school: int, page: int) -> Screen:
    return view.results(await _results(ctx, wave, school), page, ctx.language)


@routes.press("by-question-one", may=Action.SEE_PROFILE)
async def see_question(ctx: Context, wave: int, school: int, place: int, page: int) -> Screen:
    found = await _results(ctx, wave, school)
    if place >= len(found.questionnaire.items) or not found.groups:
        raise Outdated
    return view.question(found, place, page, ctx.language, ctx.plain)


@routes.press("by-question-change", may=Action.SEE_PROFILE)
async def see_change(ctx: Context, wave: int, school: int, before: int, page: int) -> Screen:
    found = await question_results.see_change(
        ctx.tx, ctx.actor, wave_id=wave, before_id=before, school_id=school
    )
    return change_view.change(found, page, ctx.language, ctx.plain)


@routes.press("by-question-file", may=Action.SEE_PROFILE)
async def make_file(ctx: Context, wave: int, school: int) -> Screen:
    found = await _results(ctx, wave, school)
    return view.file(found, results_file(found, ctx.plain, ctx.language, now=ctx.now))


@routes.notice("results-ready")
def results_ready(*, wave: int, school: int, title: str) -> Screen:
    return view.ready(wave, school, title)


async def _results(ctx: Context, wave: int, school: int) -> WaveResults:
    return await question_results.see_results(ctx.tx, ctx.actor, wave_id=wave, school_id=school)
