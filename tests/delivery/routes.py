"""The smallest conversation that can be slow, fail, remember, draw and speak to others."""

from __future__ import annotations

import asyncio
from functools import partial

from bot.incoming import Incoming
from bot.screen import Chart, File, Screen, Work, button, text
from handlers.routing import PUBLIC, Context, Routes, Services
from storage.updates import Dialog

LONG = "\n".join(f"Строка {number} <&> о ходе работ" for number in range(400))


class Gate:
    """Holds who sends a file until it is opened; counts how often a line's handler ran."""

    def __init__(self) -> None:
        self.opened = asyncio.Event()
        self.reached = asyncio.Event()
        self.tries: dict[str, int] = {}

    async def hold(self) -> None:
        self.reached.set()
        await self.opened.wait()


def make_routes(gate: Gate) -> Routes:
    routes = Routes()

    @routes.typed("", may=PUBLIC)
    @routes.typed("said", may=PUBLIC)
    async def say(ctx: Context) -> Screen:
        line = ctx.incoming.value
        gate.tries[line] = tries = gate.tries.get(line, 0) + 1
        lines = [*(ctx.dialog.data["lines"] if ctx.dialog else []), line]
        await ctx.expect("said", lines=lines)
        match line:
            case "fail" | "fail twice" if line == "fail" or tries < 3:
                raise KeyError("слова человека")
            case "long":
                return Screen(text("mark", words=LONG))
        return Screen(text("say", words=f"{len(lines)}: {line}"), ((button(text("say", words="+"), "add"),),))

    @routes.command("help", may=PUBLIC)
    async def help_(ctx: Context) -> Screen:
        return Screen(text("say", words=f"/{ctx.incoming.value} {ctx.incoming.argument}"))

    @routes.command("draw", may=PUBLIC)
    async def draw(ctx: Context) -> Screen:
        files = (File("план.xlsx", b"PK"),)
        return Screen(text("say", words="числа"), chart=Chart((1, 2)), files=files)

    @routes.command("paper", may=PUBLIC)
    async def order(ctx: Context) -> Screen:
        return Screen(text("say", words="готовлю"), files=(File("отчёт.docx", Work(partial(bytes, 3))),))

    @routes.press("add", may=PUBLIC)
    async def add(ctx: Context) -> Screen:
        lines = [*(ctx.dialog.data["lines"] if ctx.dialog else []), "+"]
        await ctx.expect("said", lines=lines)
        words = text("say", words=f"{len(lines)}: +")
        return Screen(words, ((button(text("say", words="+"), "add"),),), toast=text("say", words="я" * 300))

    @routes.press("same", may=PUBLIC)
    async def same(ctx: Context) -> Screen:
        return Screen(text("say", words="то же"), ((button(text("say", words="="), "same"),),))

    async def prepare(incoming: Incoming, services: Services, _dialog: Dialog | None) -> bytes:
        assert incoming.attachment is not None
        data = await services.fetch(incoming.attachment.ref)
        await gate.hold()
        return data

    @routes.file("", may=PUBLIC, prepare=prepare)
    async def keep(ctx: Context) -> Screen:
        found = ctx.incoming.attachment
        assert found is not None
        digest = ctx.services.files.put(ctx.prepared)
        size = len(ctx.services.files.get(digest))
        return Screen(text("say", words=f"{found.kind} {found.name} {found.size} = {size}"))

    @routes.notice("hello")
    def hello(*, words: str) -> Screen:
        return Screen(text("say", words=words))

    return routes
