"""«Отметить несколько»: tick rows, say once how they stand and what was done, look it over, send."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.access import Action
from bot.domain.errors import DomainError
from bot.domain.reports import Outcome
from bot.screen import Screen
from bot.use_cases import several
from handlers.routing import Context, Routes
from handlers.several import view
from handlers.tasks.routes import under_way

routes = Routes()


class Extent(StrEnum):
    ALL = "all"
    SIMPLE = "simple"  # what asks for no proof


@routes.press("several", may=Action.FILE_REPORT)
async def open_list(ctx: Context, page: int) -> Screen:
    return view.ticking(await several.open_list(ctx.tx, ctx.actor), page)


@routes.press("several-tick", may=Action.FILE_REPORT)
async def tick(ctx: Context, task: int, page: int) -> Screen:
    return view.ticking(await several.tick(ctx.tx, ctx.actor, task_id=task), page)


@routes.press("several-clear", may=Action.FILE_REPORT)
async def clear(ctx: Context) -> Screen:
    return view.ticking(await several.clear(ctx.tx, ctx.actor), 0)


@routes.press("several-next", may=Action.FILE_REPORT)
async def ask_outcome(ctx: Context) -> Screen:
    found = await several.open_list(ctx.tx, ctx.actor)
    return view.ask_outcome(found) if found.chosen else view.ticking(found, 0)


@routes.press("several-outcome", may=Action.FILE_REPORT)
async def ask_words(ctx: Context, outcome: Outcome) -> Screen:
    found = await several.open_list(ctx.tx, ctx.actor)
    if not found.chosen:
        return view.ticking(found, 0)
    await ctx.expect("several-words", outcome=outcome.value)
    return view.ask_words(found, outcome)


@routes.typed("several-words", may=Action.FILE_REPORT)
async def type_words(ctx: Context) -> Screen:
    return await _review(ctx, Outcome(under_way(ctx)["outcome"]), ctx.incoming.value)


@routes.file("several-words", may=Action.FILE_REPORT)
async def file_instead_of_words(ctx: Context) -> Screen:
    raise DomainError("error-several-file")


@routes.press("several-wordless", may=Action.FILE_REPORT)
async def skip_words(ctx: Context, outcome: Outcome) -> Screen:
    return await _review(ctx, outcome, "")


@routes.press("several-send", may=Action.FILE_REPORT)
async def send(ctx: Context, extent: Extent) -> Screen:
    dialog = ctx.dialog
    if dialog is None or dialog.state != "several-review":  # the words were typed too long ago
        return await ask_outcome(ctx)
    return view.sent(
        await several.send(
            ctx.tx,
            ctx.actor,
            outcome=Outcome(dialog.data["outcome"]),
            words=dialog.data["words"],
            simple_only=extent is Extent.SIMPLE,
            now=ctx.now,
        )
    )


async def _review(ctx: Context, outcome: Outcome, words: str) -> Screen:
    report = await several.compose(ctx.tx, ctx.actor, outcome=outcome, words=words)
    await ctx.expect("several-review", outcome=outcome.value, words=report.words)
    return view.review(report)
