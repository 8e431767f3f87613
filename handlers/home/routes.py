"""The menu by role, help, and the language."""

from __future__ import annotations

from bot.domain.access import Action
from bot.screen import Screen
from bot.use_cases import joining
from bot.use_cases.home import look_around
from bot.words import LANGUAGES
from handlers.attendance.routes import answer_code
from handlers.home import view
from handlers.pasting.routes import begin_paste, is_pasted_plan
from handlers.routing import PUBLIC, Context, Routes
from handlers.shared import stranger_screen

routes = Routes()


@routes.command("start", may=PUBLIC)
async def start(ctx: Context) -> Screen:
    return await _home(ctx) if ctx.person else stranger_screen()


@routes.press("home", may=PUBLIC)
async def press_home(ctx: Context) -> Screen:
    return await _home(ctx) if ctx.person else stranger_screen()


@routes.command("help", may=PUBLIC, keeps_dialog=True)
async def show_help(ctx: Context) -> Screen:
    return view.help_for(ctx.person) if ctx.person else stranger_screen()


@routes.command("lang", may=Action.USE_MENU, keeps_dialog=True)
async def choose_language(ctx: Context) -> Screen:
    return view.languages()


@routes.press("lang", may=Action.USE_MENU, keeps_dialog=True)
async def change_language(ctx: Context, language: str) -> Screen:
    if language not in LANGUAGES:
        return view.languages()
    await joining.change_language(ctx.tx, ctx.actor, language)
    return view.language_changed(language, ctx.commands_of(ctx.actor))


@routes.typed("", may=Action.USE_MENU)
async def unexpected_line(ctx: Context) -> Screen:
    if is_pasted_plan(ctx):
        return await begin_paste(ctx)
    return await answer_code(ctx) or view.unexpected("unexpected-line")


async def _home(ctx: Context) -> Screen:
    return view.home(ctx.actor, await look_around(ctx.tx, ctx.actor))
