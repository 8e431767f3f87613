"""«Не моё»: saying so in a word, and deciding whose the task is."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, text
from bot.use_cases import hands
from handlers.not_mine import view
from handlers.not_mine.view import Reason
from handlers.routing import Context, Routes
from handlers.tasks.routes import show_card, show_stale, under_way

routes = Routes()


@routes.press("not-mine", may=Action.REFUSE_TASK)
async def ask_why(ctx: Context, task: int) -> Screen:
    try:
        found = await hands.ask_why(ctx.tx, ctx.actor, task_id=task)
    except Outdated:
        return await show_stale(ctx, task)
    await ctx.expect("not-mine", task=task)
    return view.ask_why(found)


@routes.press("due-not-mine", may=Action.REFUSE_TASK)
async def ask_why_below(ctx: Context, task: int) -> Screen:
    """Below the message of the day, which stays in sight."""
    return replace(await ask_why(ctx, task), fresh=True)


@routes.press("not-mine-why", may=Action.REFUSE_TASK)
async def choose_why(ctx: Context, task: int, reason: Reason) -> Screen:
    return await _refuse(ctx, task, ctx.plain(text(f"not-mine-{reason.value}")))


@routes.typed("not-mine", may=Action.REFUSE_TASK)
async def type_why(ctx: Context) -> Screen:
    return await _refuse(ctx, under_way(ctx)["task"], ctx.incoming.value)


@routes.press("mine-again", may=Action.REFUSE_TASK)
async def take_back(ctx: Context, task: int) -> Screen:
    try:
        await hands.take_back(ctx.tx, ctx.actor, task_id=task, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await show_card(ctx, task, above=text("mine-again"))


@routes.press("refusals", may=Action.DECIDE_HANDS)
async def list_refusals(ctx: Context, page: int) -> Screen:
    return view.refusals(await hands.list_refusals(ctx.tx, ctx.actor), page)


@routes.press("due-refusals", may=Action.DECIDE_HANDS)
async def list_refusals_below(ctx: Context) -> Screen:
    return replace(await list_refusals(ctx, 0), fresh=True)


@routes.press("refusal-back", may=Action.DECIDE_HANDS)
async def give_back(ctx: Context, task: int, person: int) -> Screen:
    try:
        refusal = await hands.give_back(ctx.tx, ctx.actor, task_id=task, person_id=person, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.given_back(refusal)


@routes.press("refusal-to", may=Action.DECIDE_HANDS)
async def choose_hands(ctx: Context, task: int, person: int) -> Screen:
    try:
        return view.choose_hands(await hands.choose_hands(ctx.tx, ctx.actor, task_id=task, person_id=person))
    except Outdated:
        return await show_stale(ctx, task)


@routes.press("refusal-give", may=Action.DECIDE_HANDS)
async def give_to(ctx: Context, task: int, person: int, to: int) -> Screen:
    try:
        name = await hands.give_to(ctx.tx, ctx.actor, task_id=task, person_id=person, to_id=to, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.given_to(name)


async def _refuse(ctx: Context, task: int, why: str) -> Screen:
    try:
        refused = await hands.refuse(ctx.tx, ctx.actor, task_id=task, why=why, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return view.refused(refused)
