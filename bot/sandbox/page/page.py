"""The server side of the chat page: its files, its stream of events and what it may ask for."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.errors import ApiError
from bot.sandbox.page.director import Director
from bot.sandbox.page.hall import Hall
from bot.sandbox.page.switches import PICTURE
from bot.sandbox.page.watcher import News, Watcher
from bot.sandbox.world import World

Result = dict[str, Any]
ASSETS = Path(__file__).parent / "assets"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PICTURES = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"\xff\xd8": "image/jpeg"}
_KEEP_ALIVE = 15.0  # real seconds between signs of life, by which a closed page is noticed
# Nothing from elsewhere, nothing inline: a hostile name or file finds no way to become a script.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Page:
    """``hall``: what the open pages have in common."""

    def __init__(self, world: World, director: Director) -> None:
        self.hall = Hall(world, director)
        self._world = world
        self._director = director

    def add_routes(self, app: web.Application) -> None:
        app.router.add_get("/", self._index)
        app.router.add_get("/page/events", self._events)
        app.router.add_get("/page/file/{file_id}", self._file)
        app.router.add_get("/page/sample", self._sample)
        app.router.add_get("/page/{name}", self._asset)
        app.router.add_post("/page/control", _doing(self._control))
        app.router.add_post("/page/switches", _doing(self._switches))
        app.router.add_post("/page/block", _doing(self._block))
        app.router.add_post("/page/guide", _doing(self._guide))

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return _asset("index.html")

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in _NAMES:
            raise web.HTTPNotFound(headers=HEADERS)
        return _asset(name)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """A photo to look at, a voice to hear; anything else only to be saved, whatever it says it is."""
        try:
            file = self._world.state.files.by_id(request.match_info["file_id"])
        except ApiError:
            raise web.HTTPNotFound(headers=HEADERS) from None
        if file.kind == "photo":
            kind = next(kind for magic, kind in _PICTURES.items() if file.data.startswith(magic))
            struck = await self._world.api.strike(request, PICTURE)
            return struck or web.Response(body=file.data, content_type=kind, headers=HEADERS)
        if file.kind == "voice":
            return web.Response(body=file.data, content_type="audio/ogg", headers=HEADERS)
        return _download(file.name, file.data)

    async def _sample(self, request: web.Request) -> web.StreamResponse:
        if not (guide := self._director.guide):
            raise web.HTTPNotFound(headers=HEADERS)
        return _download(*guide.sample)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """text/event-stream: first everything, then whatever changes; ``person`` is whose chat is open."""
        person = request.query.get("person", "")
        watcher = Watcher(self.hall, int(person) if person.isdecimal() else 0)
        stream = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await stream.prepare(request)
        await stream.write(b"retry: 500\n\n")
        pending: list[News] = []

        def look() -> bool:
            pending.extend(watcher.news())
            return bool(pending) or self._world.api.closing

        while not self._world.api.closing:
            await self._world.state.changes.until(look, within=_KEEP_ALIVE)
            batch = "".join(f"event: {name}\ndata: {_json(value)}\n\n" for name, value in pending)
            pending.clear()
            try:
                await stream.write((batch or ": still here\n\n").encode())
            except ConnectionError:
                break  # the page was closed
        return stream

    async def _control(self, body: dict[str, Any]) -> Result:
        """``came``: whom the bot has written to meanwhile."""
        before = self._newest()
        await self._director.do(str(body["do"]))
        return {
            "came": [person for person, newest in self._newest().items() if newest > before.get(person, 0)]
        }

    def _newest(self) -> dict[int, int]:
        """Person id → the newest message of the chat."""
        chats = self._world.state.chats
        return {person: max(chats[person].messages, default=0) for person in self._world.state.people}

    async def _guide(self, body: dict[str, Any]) -> Result:
        """{"do": "again"} or {"do": "skip", "step": its id}."""
        guide = self._director.guide
        if guide is None or body["do"] not in ("again", "skip"):
            raise ValueError("there is no such guide")
        if body["do"] == "again":
            guide.begin()
        else:
            guide.skip(body["step"])
        return {}

    async def _switches(self, body: dict[str, Any]) -> Result:
        self.hall.switchboard.turn(body["on"])
        self._world.state.changes.announce()
        return {}

    async def _block(self, body: dict[str, Any]) -> Result:
        """The person stops the bot, or lets it back in."""
        persona = self._world.persona(self._world.state.people[int(body["person"])].name)
        await (persona.block_bot(wait=False) if body["blocked"] else persona.unblock(wait=False))
        return {}


_NAMES = frozenset(path.name for path in ASSETS.iterdir())


def _asset(name: str) -> web.Response:
    path = ASSETS / name
    kind = _TYPES[path.suffix]
    return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8", headers=HEADERS)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _download(name: str, data: bytes) -> web.Response:
    return web.Response(
        body=data,
        content_type="application/octet-stream",
        headers={**HEADERS, "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"},
    )


def _doing(action: Callable[[dict[str, Any]], Awaitable[Result]]) -> Callable[..., Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        try:
            result = await action(await request.json())
        except (AssertionError, KeyError, TypeError, ValueError, TimeoutError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400, headers=HEADERS)
        return web.json_response({"ok": True, **result}, headers=HEADERS)

    return handler
