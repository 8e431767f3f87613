"""/sandbox/…: the personas for another program, as JSON over HTTP."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import ApiError
from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen
from bot.sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})


@web.middleware
async def only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page on the web can make a browser resolve its own name to loopback, or post here blindly.

    The Host header tells of the one, the Origin header of the other.
    """
    origin = request.headers.get("Origin")
    if not _is_here(request.host) or (origin is not None and not _is_here(origin.partition("//")[2])):
        raise web.HTTPForbidden(text="the sandbox answers to loopback names only")
    return await handler(request)


def _is_here(address: str) -> bool:
    return address in HOSTS or address.rpartition(":")[0] in HOSTS


def seen_to_json(seen: Seen) -> dict[str, Any]:
    """A Seen as JSON; bytes as base64."""
    body = asdict(seen) | {"date": seen.date.isoformat(), "photo": None, "document": None}
    if seen.photo is not None:
        body["photo"] = base64.b64encode(seen.photo).decode()
    if seen.document is not None:
        name, data = seen.document
        body["document"] = {"name": name, "data": base64.b64encode(data).decode()}
    return body


class Control:
    """Every answer is {"ok": true, …} or {"ok": false, "error": …} with 400, 404 or 504."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add_routes(self, app: web.Application) -> None:
        for path, action in (
            ("people", self._people),
            ("say", self._say),
            ("press", self._press),
            ("file", self._file),
            ("clock", self._clock),
            ("faults", self._faults),
        ):
            app.router.add_post(f"/sandbox/{path}", _answering(action))
        app.router.add_get("/sandbox/screen/{person}", _answering(self._screen))
        app.router.add_get("/sandbox/journal", _answering(self._journal))

    def _persona(self, person: str | int) -> Persona:
        """By name, or by the id that POST /sandbox/people answered."""
        if known := self._world.state.people.get(int(person) if str(person).isdigit() else 0):
            return self._world.persona(known.name)
        if not isinstance(person, str) or not person or person.isdigit():
            raise ValueError(f"there is no person {person!r}")
        return self._world.persona(person)

    async def _people(self, request: web.Request) -> dict[str, Any]:
        body = await request.json()
        persona = self._world.persona(
            str(body["name"]), language=str(body.get("language", "ru")), username=body.get("username")
        )
        return {"id": persona.id, "name": persona.name}

    async def _say(self, request: web.Request) -> dict[str, Any]:
        body = await request.json()
        await self._persona(body["person"]).say(body["text"], wait=body.get("wait", True))
        return {}

    async def _press(self, request: web.Request) -> dict[str, Any]:
        body = await request.json()
        persona = self._persona(body["person"])
        shown = {seen.message_id: seen for seen in persona.screen}
        await persona.press(
            body.get("label", ""),
            message=shown[body["message_id"]] if "message_id" in body else None,
            data=body.get("data"),
            double=body.get("double", False),
            wait=body.get("wait", True),
        )
        return {}

    async def _file(self, request: web.Request) -> dict[str, Any]:
        """multipart: person, file, caption and «photo» (any value) to send it as a picture."""
        form = await request.post()
        file = form["file"]
        if not isinstance(file, web.FileField):
            raise ValueError("file must be an upload")
        persona, caption = self._persona(str(form["person"])), str(form.get("caption", ""))
        data = file.file.read()
        file.file.close()
        if form.get("photo"):
            await persona.send_photo(data, caption)
        else:
            await persona.send_file(file.filename, data, mime=file.content_type, caption=caption)
        return {}

    async def _screen(self, request: web.Request) -> dict[str, Any]:
        persona = self._persona(request.match_info["person"])
        return {
            "messages": [seen_to_json(seen) for seen in persona.screen],
            "toasts": persona.toasts,
            "keyboard": persona.keyboard,
            "commands": persona.commands,
            "typing": persona.typing,
        }

    async def _clock(self, request: web.Request) -> dict[str, Any]:
        """{"move": seconds} or {"set": ISO moment with offset}; an empty body only asks."""
        body = await request.json() if request.can_read_body else {}
        clock = self._world.clock
        if body:
            if not isinstance(clock, SandboxClock):
                raise ValueError("this clock is moved by the program that owns the sandbox")
            if "set" in body:
                clock.set(datetime.fromisoformat(body["set"]))
            clock.move(timedelta(seconds=body.get("move", 0)))
            self._world.state.changes.announce()
        return {"now": clock().isoformat()}

    async def _journal(self, request: web.Request) -> dict[str, Any]:
        return {"calls": [entry.to_json() for entry in self._world.journal.entries]}

    async def _faults(self, request: web.Request) -> dict[str, Any]:
        """The arguments of Faults.add, or {"clear": true}."""
        body = await request.json()
        if body.pop("clear", False):
            self._world.faults.clear()
        if body:
            self._world.faults.add(**body)
        return {}


def _answering(action: Callable[[web.Request], Awaitable[dict[str, Any]]]) -> Handler:
    async def handler(request: web.Request) -> web.Response:
        try:
            body, status = {"ok": True, **await action(request)}, 200
        except TimeoutError as error:
            body, status = {"ok": False, "error": str(error)}, 504
        except ApiError as error:
            body, status = {"ok": False, "error": error.description}, 400
        except (AssertionError, KeyError, TypeError, ValueError) as error:
            body, status = {"ok": False, "error": str(error)}, 400
        data = json.dumps(body, ensure_ascii=False).encode()
        return web.Response(body=data, status=status, content_type="application/json")

    return handler
