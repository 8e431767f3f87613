"""The sandbox at an address of its own: the Bot API, /sandbox/… and the chat page on loopback."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from bot.sandbox.clock import Clock
from bot.sandbox.control import Control, only_from_here
from bot.sandbox.files import UPLOAD_LIMIT
from bot.sandbox.page.director import Bystander, Director
from bot.sandbox.page.page import Page
from bot.sandbox.world import World

HOST = "127.0.0.1"


class Sandbox(World):
    """A world that is served. The clock can be moved through POST /sandbox/clock where it is the default one.

    ``director`` gives the chat page its cast and its clock.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        token: str | None = None,
        bot_username: str = "vekhi_bot",
        limits: bool = False,
        seed: int = 0,
        director: Callable[[World], Director] = Bystander,
    ) -> None:
        super().__init__(clock=clock, token=token, bot_username=bot_username, limits=limits, seed=seed)
        self.url = ""
        self.page = Page(self, director(self))
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> str:
        """Binds 127.0.0.1 (0: any free port) and returns the base url."""
        app = web.Application(client_max_size=UPLOAD_LIMIT + 1024 * 1024, middlewares=[only_from_here])
        app.router.add_route("*", "/bot{token}/{method}", self.api.handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self.api.download)
        Control(self).add_routes(app)
        self.page.add_routes(app)
        app.router.add_route("*", "/{rest:.*}", self.api.nothing)
        # Whoever polls is woken by `stop` itself; the rest has a second to finish.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, port)
        await site.start()
        self.url = f"http://{HOST}:{self._runner.addresses[0][1]}"
        return self.url

    async def stop(self) -> None:
        self.state.updates.closed = self.api.closing = True
        self.state.changes.announce()
        await self.state.webhook.remove()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
