"""A survey in the chat, a teacher's own or a school's: one item a screen, one press an answer."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.surveys import Audience, Item
from bot.screen import Screen
from bot.use_cases import surveys
from bot.use_cases.sheets import Sheet, SheetKey
from handlers.routing import Context, Routes
from handlers.survey import held_view, question, view

routes = Routes()


@routes.press("survey", may=Action.ANSWER_SURVEY)
async def press_survey(ctx: Context) -> Screen:
    return await _surveys(ctx)


@routes.command("survey", may=Action.ANSWER_SURVEY)
async def command_survey(ctx: Context) -> Screen:
    return await _surveys(ctx)


@routes.press("survey-open", may=Action.ANSWER_SURVEY)
async def open_survey(ctx: Context, wave: str) -> Screen:
    key = SheetKey.read(wave)
    asked = [
        a for a in await surveys.list_surveys(ctx.tx, ctx.actor, now=ctx.now) if a.wave.id == key.wave_id
    ]
    if key.school_id is None and len(asked) > 1:
        return view.schools(asked, ctx.language)
    try:
        return view.introduction(await _open(ctx, wave), ctx.language)
    except surveys.AlreadySent as already:
        return view.sent(already.wave)


@routes.press("survey-go", may=Action.ANSWER_SURVEY)
async def go_on(ctx: Context, wave: str) -> Screen:
    sheet = await _open(ctx, wave)
    return await _ask(ctx, sheet, sheet.gap)


@routes.press("question", may=Action.ANSWER_SURVEY)
async def see_question(ctx: Context, wave: str, item: str) -> Screen:
    sheet = await _open(ctx, wave)
    return await _ask(ctx, sheet, sheet.find(item))


@routes.press("ans", may=Action.ANSWER_SURVEY)
async def answer(ctx: Context, wave: str, item: str, value: str) -> Screen:
    sheet = await surveys.answer_item(ctx.tx, ctx.actor, **_of(wave), item_id=item, value=value, now=ctx.now)
    return await _ask(ctx, sheet, sheet.gap)


@routes.press("pick", may=Action.ANSWER_SURVEY)
async def pick(ctx: Context, wave: str, item: str, option: str) -> Screen:
    return await _pick(ctx, wave, item, option, picked=True)


@routes.press("unpick", may=Action.ANSWER_SURVEY)
async def unpick(ctx: Context, wave: str, item: str, option: str) -> Screen:
    return await _pick(ctx, wave, item, option, picked=False)


@routes.typed("survey-line", may=Action.ANSWER_SURVEY)
async def write_line(ctx: Context) -> Screen:
    if ctx.dialog is None:
        raise Outdated
    wave, item = str(ctx.dialog.data["wave"]), str(ctx.dialog.data["item"])
    line = ctx.incoming.value
    sheet = await surveys.write_line(ctx.tx, ctx.actor, **_of(wave), item_id=item, line=line, now=ctx.now)
    return await _ask(ctx, sheet, sheet.gap)


@routes.press("skip", may=Action.ANSWER_SURVEY)
async def skip(ctx: Context, wave: str, item: str) -> Screen:
    sheet = await surveys.skip(ctx.tx, ctx.actor, **_of(wave), item_id=item, now=ctx.now)
    return await _ask(ctx, sheet, sheet.gap)


@routes.press("survey-review", may=Action.ANSWER_SURVEY)
async def review(ctx: Context, wave: str, page: int) -> Screen:
    sheet = await _open(ctx, wave)
    return view.review(sheet, page, ctx.language)


@routes.press("survey-send", may=Action.ANSWER_SURVEY)
async def send(ctx: Context, wave: str) -> Screen:
    return view.receipt(await surveys.send_survey(ctx.tx, ctx.actor, **_of(wave), now=ctx.now))


@routes.press("anonymity", may=Action.ANSWER_SURVEY)
async def check_anonymity(ctx: Context, wave: int) -> Screen:
    return held_view.held(await surveys.check_anonymity(ctx.tx, ctx.actor, wave))


@routes.press("anonymity-waves", may=Action.ANSWER_SURVEY)
async def list_anonymous(ctx: Context, page: int) -> Screen:
    return held_view.surveys(await surveys.list_anonymous(ctx.tx, ctx.actor), page, ctx.language)


@routes.notice("wave-open")
def wave_open(
    *, wave: int, title: str, minutes: float, last_day: str, audience: str, again: bool = False
) -> Screen:
    day = date.fromisoformat(last_day)
    return view.invitation(wave, title, minutes, day, Audience(audience), again=again)


async def _surveys(ctx: Context) -> Screen:
    found = await surveys.list_surveys(ctx.tx, ctx.actor, now=ctx.now)
    if len({asked.wave.id for asked in found}) == 1:
        return await open_survey(ctx, str(found[0].wave.id))
    return view.surveys(found, ctx.language)


class _Of(TypedDict):
    wave_id: int
    school_id: int | None


def _of(key: str) -> _Of:
    """The sheet that a button names."""
    read = SheetKey.read(key)
    return _Of(wave_id=read.wave_id, school_id=read.school_id)


async def _open(ctx: Context, key: str) -> Sheet:
    return await surveys.open_survey(ctx.tx, ctx.actor, **_of(key), now=ctx.now)


async def _pick(ctx: Context, wave: str, item: str, option: str, *, picked: bool) -> Screen:
    """The screen stays until the person goes on: there may be more to pick."""
    sheet = await surveys.pick(
        ctx.tx, ctx.actor, **_of(wave), item_id=item, option=option, picked=picked, now=ctx.now
    )
    return await _ask(ctx, sheet, sheet.find(item))


async def _ask(ctx: Context, sheet: Sheet, item: Item | None) -> Screen:
    """This item, or the sheet's summary where none is left; a line typed next answers it."""
    if item is None:
        return view.summary(sheet)
    if item.typed:
        await ctx.expect("survey-line", wave=str(sheet.key), item=item.id)
    return question.question(sheet, item, ctx.language)
