"""The bank of practices: offered, agreed to, read, searched."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.screen import Screen, text
from bot.use_cases import practices
from handlers.practices import view
from handlers.routing import Context, Routes
from handlers.tasks.routes import show_stale, under_way

routes = Routes()
routes.notice("practice-asked")(view.asked)


@routes.press("practices", may=Action.SEE_PRACTICES)
async def see_bank(ctx: Context, factor: int, page: int) -> Screen:
    return view.bank(await practices.see_bank(ctx.tx, ctx.actor, factor=factor, page=page), factor)


@routes.press("practice-factors", may=Action.SEE_PRACTICES)
async def choose_factor(ctx: Context) -> Screen:
    return view.factors(await practices.see_bank(ctx.tx, ctx.actor, page=0))


@routes.press("practice-search", may=Action.SEE_PRACTICES)
async def ask_words(ctx: Context) -> Screen:
    await ctx.expect("practice-search")
    return view.ask_words()


@routes.typed("practice-search", may=Action.SEE_PRACTICES)
async def look_for(ctx: Context) -> Screen:
    words = " ".join(ctx.incoming.value.split())
    await ctx.expect("practice-search", words=words)
    return view.found(await practices.see_bank(ctx.tx, ctx.actor, words=words, page=0), words)


@routes.press("practices-found", may=Action.SEE_PRACTICES, keeps_dialog=True)
async def turn_found(ctx: Context, page: int) -> Screen:
    words = ctx.dialog.data.get("words") if ctx.dialog and ctx.dialog.state == "practice-search" else None
    if not words:
        raise Outdated
    return view.found(await practices.see_bank(ctx.tx, ctx.actor, words=words, page=page), words)


@routes.press("practice", may=Action.SEE_PRACTICES, keeps_dialog=True)
async def see_practice(ctx: Context, practice: int) -> Screen:
    return view.card(await practices.see_practice(ctx.tx, ctx.actor, practice))


@routes.press("practice-files", may=Action.SEE_PRACTICES, keeps_dialog=True)
async def send_files(ctx: Context, practice: int) -> Screen:
    found, files = await practices.get_files(ctx.tx, ctx.actor, practice)
    return view.files(found, files, ctx.services.files.get)


@routes.press("practice-offer", may=Action.OFFER_PRACTICE)
async def ask_factor(ctx: Context, task: int) -> Screen:
    try:
        found, _ = await practices.find_offerable(ctx.tx, ctx.actor, task)
    except Outdated:
        return await show_stale(ctx, task)
    return view.ask_factor(found)


@routes.press("practice-factor", may=Action.OFFER_PRACTICE)
async def ask_effect(ctx: Context, task: int, factor: int) -> Screen:
    try:
        await practices.find_offerable(ctx.tx, ctx.actor, task)
    except Outdated:
        return await show_stale(ctx, task)
    await ctx.expect("practice-effect", task=task, factor=factor)
    return view.ask_effect(task)


@routes.typed("practice-effect", may=Action.OFFER_PRACTICE)
async def offer(ctx: Context) -> Screen:
    data, effect = under_way(ctx), ctx.incoming.value
    task, factor = data["task"], data["factor"]
    try:
        found = await practices.offer_practice(
            ctx.tx, ctx.actor, task_id=task, factor=factor, effect=effect, now=ctx.now
        )
    except Outdated:
        return await show_stale(ctx, task)
    return view.card(found, above=text("practice-offered" if not found.is_author else "practice-own"))


@routes.press("practice-agree", may=Action.SEE_PRACTICES)
async def agree(ctx: Context, practice: int, files: int) -> Screen:
    found = await practices.agree(ctx.tx, ctx.actor, practice, with_files=bool(files))
    return view.card(found, above=text("practice-agreed"))


@routes.press("practice-decline", may=Action.SEE_PRACTICES)
async def decline(ctx: Context, practice: int) -> Screen:
    await practices.decline(ctx.tx, ctx.actor, practice)
    return view.declined()
