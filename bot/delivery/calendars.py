"""Calendars by subscription: whoever knows a secret address is given the deadlines behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.settings import CalendarSettings

_KEPT = 900  # seconds for which a program need not ask again
_TOKEN = r"[A-Za-z0-9_-]{43}"  # noqa: S105 - the form of one: 32 bytes chosen by chance


class CalendarSite:
    """Serves ``{url}/{token}.ics`` beside whichever way updates come; ``read`` gives the file, or None."""

    def __init__(self, settings: CalendarSettings, read: Callable[[str], Awaitable[bytes | None]]) -> None:
        self._settings = settings
        self._read = read

    async def run(self) -> None:
        """Serve until cancelled; OSError when the port is not to be had."""
        app = web.Application(client_max_size=1)  # nobody sends anything here
        path = urlsplit(self._settings.url).path.rstrip("/")
        app.router.add_get(f"{path}/{{token:{_TOKEN}}}.ics", self._answer)
        # No log of requests: an address is a secret.
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._settings.host, self._settings.port).start()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        data = await self._read(request.match_info["token"])
        if data is None:
            return web.Response(status=404)
        headers = {"Cache-Control": f"private, max-age={_KEPT}", "X-Robots-Tag": "noindex"}
        return web.Response(body=data, content_type="text/calendar", charset="utf-8", headers=headers)
