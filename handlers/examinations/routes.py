"""Examinations of schools: read by the school and the coordinator, written by the expert."""

from __future__ import annotations

from datetime import date

from bot.domain.access import Action
from bot.screen import Screen, text
from bot.use_cases import examinations
from handlers.examinations import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import under_way

routes = Routes()
routes.notice("examined")(view.examined)


@routes.press("exams", may=Action.SEE_EXAMINATIONS)
async def see_overview(ctx: Context, district: int, page: int) -> Screen:
    found = await examinations.see_overview(ctx.tx, ctx.actor, district, now=ctx.now)
    return view.overview(found, page)


@routes.press("exam", may=Action.SEE_EXAMINATIONS)
async def see_school(ctx: Context, plan: int, school: int) -> Screen:
    return view.card(await examinations.see_school(ctx.tx, ctx.actor, plan, school, now=ctx.now))


@routes.press("exam-write", may=Action.EXAMINE)
async def ask_day(ctx: Context, plan: int, school: int, number: int) -> Screen:
    found = await examinations.ask_examination(ctx.tx, ctx.actor, plan, school, number)
    await ctx.expect("exam-day", plan=plan, school=school, number=number)
    return view.ask_day(plan, found, number)


@routes.press("exam-today", may=Action.EXAMINE)
async def choose_today(ctx: Context, plan: int, school: int, number: int) -> Screen:
    return await _ask_words(ctx, plan, school, number, "")


@routes.typed("exam-day", may=Action.EXAMINE)
async def type_day(ctx: Context) -> Screen:
    data = under_way(ctx)
    return await _ask_words(ctx, data["plan"], data["school"], data["number"], ctx.incoming.value)


@routes.typed("exam-words", may=Action.EXAMINE)
async def type_words(ctx: Context) -> Screen:
    data, words = under_way(ctx), ctx.incoming.value
    found = await examinations.write_examination(
        ctx.tx,
        ctx.actor,
        plan_id=data["plan"],
        school_id=data["school"],
        number=data["number"],
        held_on=date.fromisoformat(data["day"]),
        raw=words,
        now=ctx.now,
    )
    return view.card(found, above=text("exam-done"))


async def _ask_words(ctx: Context, plan: int, school: int, number: int, phrase: str) -> Screen:
    found = await examinations.ask_examination(ctx.tx, ctx.actor, plan, school, number)
    day = await examinations.read_day(ctx.tx, plan, phrase, now=ctx.now)
    await ctx.expect("exam-words", plan=plan, school=school, number=number, day=day.isoformat())
    return view.ask_words(plan, found, number, day)
