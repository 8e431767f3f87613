"""A teacher's survey in the chat: one item a screen, one press an answer."""

from __future__ import annotations

from datetime import date

from bot.domain.access import Action
from bot.domain.surveys import SKIPPED, find_item
from bot.screen import Screen
from bot.use_cases import surveys
from handlers.routing import Context, Routes
from handlers.survey import view

routes = Routes()


@routes.press("survey", may=Action.ANSWER_SURVEY)
async def press_survey(ctx: Context) -> Screen:
    return await _surveys(ctx)


@routes.command("survey", may=Action.ANSWER_SURVEY)
async def command_survey(ctx: Context) -> Screen:
    return await _surveys(ctx)


@routes.press("survey-open", may=Action.ANSWER_SURVEY)
async def open_survey(ctx: Context, wave: int) -> Screen:
    sheet = await surveys.open_survey(ctx.tx, ctx.actor, wave, now=ctx.now)
    return view.introduction(sheet, ctx.language)


@routes.press("survey-go", may=Action.ANSWER_SURVEY)
async def go_on(ctx: Context, wave: int) -> Screen:
    sheet = await surveys.open_survey(ctx.tx, ctx.actor, wave, now=ctx.now)
    return view.next_step(sheet, ctx.language)


@routes.press("question", may=Action.ANSWER_SURVEY)
async def see_question(ctx: Context, wave: int, item: str) -> Screen:
    sheet = await surveys.open_survey(ctx.tx, ctx.actor, wave, now=ctx.now)
    return view.question(sheet, find_item(sheet.questionnaire, item), ctx.language)


@routes.press("ans", may=Action.ANSWER_SURVEY)
async def answer(ctx: Context, wave: int, item: str, value: str) -> Screen:
    return await _answer(ctx, wave, item, value)


@routes.press("skip", may=Action.ANSWER_SURVEY)
async def skip(ctx: Context, wave: int, item: str) -> Screen:
    return await _answer(ctx, wave, item, SKIPPED)


@routes.press("survey-review", may=Action.ANSWER_SURVEY)
async def review(ctx: Context, wave: int, page: int) -> Screen:
    sheet = await surveys.open_survey(ctx.tx, ctx.actor, wave, now=ctx.now)
    return view.review(sheet, page, ctx.language)


@routes.press("survey-send", may=Action.ANSWER_SURVEY)
async def send(ctx: Context, wave: int) -> Screen:
    return view.receipt(await surveys.send_survey(ctx.tx, ctx.actor, wave, now=ctx.now))


@routes.notice("wave-open")
def wave_open(*, wave: int, title: str, minutes: int, last_day: str) -> Screen:
    return view.invitation(wave, title, minutes, date.fromisoformat(last_day))


async def _surveys(ctx: Context) -> Screen:
    found = await surveys.list_surveys(ctx.tx, ctx.actor, now=ctx.now)
    if len(found) == 1:
        return await open_survey(ctx, found[0].id)
    return view.surveys(found, ctx.language)


async def _answer(ctx: Context, wave: int, item: str, value: str) -> Screen:
    sheet = await surveys.answer_item(ctx.tx, ctx.actor, wave_id=wave, item_id=item, value=value, now=ctx.now)
    return view.next_step(sheet, ctx.language)
