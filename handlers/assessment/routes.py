"""«Оценка знаний»: percents by class and subject, typed, pasted or sent as a sheet."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.assessment import Half
from bot.domain.errors import DomainError
from bot.incoming import Incoming
from bot.reading.child import read_rows_in_child
from bot.reading.documents import MAX_BYTES
from bot.reading.score_sheets import read_score_rows
from bot.reading.scores import ReadScores, read_scores
from bot.screen import Screen
from bot.use_cases import assessment
from handlers.assessment import view
from handlers.routing import Context, Routes, Services
from handlers.tasks.routes import under_way
from storage.updates import Dialog

routes = Routes()
_STATE = "scores"


async def read_sheet(incoming: Incoming, services: Services, _dialog: Dialog | None) -> ReadScores:
    """Beside the transaction, and in a process of its own: a sheet may be anything."""
    attachment = incoming.attachment
    assert attachment is not None
    if attachment.kind != "document":
        raise DomainError("error-scores-photo")
    if attachment.size > MAX_BYTES:
        raise DomainError("error-document-too-large")
    return read_score_rows(await read_rows_in_child(await services.fetch(attachment.ref)))


@routes.press("scores", may=Action.SEE_SCORES)
async def see_now(ctx: Context, school: int) -> Screen:
    return view.school(
        await assessment.see_school(ctx.tx, ctx.actor, school, None, now=ctx.now), 0, ctx.plain
    )


@routes.press("scores-half", may=Action.SEE_SCORES)
async def see_half(ctx: Context, school: int, year: int, half: int, page: int) -> Screen:
    found = await assessment.see_school(ctx.tx, ctx.actor, school, Half(year, half), now=ctx.now)
    return view.school(found, page, ctx.plain)


@routes.press("scores-subjects", may=Action.SEE_SCORES)
async def see_subjects(ctx: Context, school: int, year: int, half: int) -> Screen:
    found = await assessment.see_school(ctx.tx, ctx.actor, school, Half(year, half), now=ctx.now)
    return view.subjects(found)


@routes.press("scores-all", may=Action.SEE_SCORES)
async def see_district(ctx: Context, district: int) -> Screen:
    return view.district(await assessment.see_district(ctx.tx, ctx.actor, district, None, now=ctx.now), 0)


@routes.press("scores-all-half", may=Action.SEE_SCORES)
async def see_district_half(ctx: Context, district: int, year: int, half: int, page: int) -> Screen:
    found = await assessment.see_district(ctx.tx, ctx.actor, district, Half(year, half), now=ctx.now)
    return view.district(found, page)


@routes.press("scores-add", may=Action.ENTER_SCORES)
async def ask_scores(ctx: Context, school: int, year: int, half: int) -> Screen:
    found = await assessment.ask_scores(ctx.tx, ctx.actor, school, Half(year, half), now=ctx.now)
    await ctx.expect(_STATE, school=school, year=year, half=half)
    return view.ask_scores(found, Half(year, half))


@routes.typed(_STATE, may=Action.ENTER_SCORES)
async def type_scores(ctx: Context) -> Screen:
    return await _keep(ctx, read_scores(ctx.incoming.value))


@routes.file(_STATE, may=Action.ENTER_SCORES, prepare=read_sheet)
async def send_sheet(ctx: Context) -> Screen:
    return await _keep(ctx, ctx.prepared)


async def _keep(ctx: Context, read: ReadScores) -> Screen:
    data = under_way(ctx)
    half = Half(data["year"], data["half"])
    found = await assessment.keep_scores(ctx.tx, ctx.actor, data["school"], half, read, now=ctx.now)
    if read.unread:  # what was not understood may be typed anew at once
        await ctx.expect(_STATE, **data)
    return view.kept(found, read)
