"""The HTTP end of the Bot API: token, method, faults, limits, the answer's envelope."""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

from aiohttp import web

from bot.sandbox import methods_media, methods_messages, methods_updates  # noqa: F401 — they register
from bot.sandbox.calls import Call, read_call
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.methods import METHODS
from bot.sandbox.state import State

TOKEN = re.compile(r"\d+:[\w-]{30,}")
_POLL = "getupdates"


class BotApi:
    """``busy`` counts calls under way, long polls apart. ``token`` None accepts any of the right shape."""

    def __init__(
        self, state: State, *, token: str | None, faults: Faults, journal: Journal, limits: Limits | None
    ) -> None:
        self._state = state
        self._token = token
        self._faults = faults
        self._journal = journal
        self._limits = limits
        self.busy = 0
        self.closing = False
        state.webhook.on_reply = self._webhook_reply

    def _known(self, token: str) -> bool:
        return token == self._token if self._token else bool(TOKEN.fullmatch(token))

    async def download(self, request: web.Request) -> web.StreamResponse:
        """/file/bot<token>/<file_path>"""
        if not self._known(request.match_info["token"]):
            return _refused(ApiError(401, "Unauthorized"))
        fault = self._faults.take("download")
        if fault is not None and (struck := await self._strike(request, fault)) is not None:
            return struck
        file = self._state.files.by_path(request.match_info["path"])
        if file is None:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """/bot<token>/<method>"""
        if not self._known(request.match_info["token"]):
            return _refused(ApiError(401, "Unauthorized"))
        name = request.match_info["method"]
        counted = name.lower() != _POLL
        self.busy += counted
        try:
            return await self._answer(request, name)
        finally:
            self.busy -= counted
            self._state.changes.announce()

    async def _answer(self, request: web.Request, name: str) -> web.StreamResponse:
        try:
            call = await read_call(request, name.lower())
        except ApiError as error:
            return self._report(Call(name), name, error)
        except web.HTTPRequestEntityTooLarge:
            return self._report(Call(name), name, ApiError(413, "Request Entity Too Large"))
        fault = self._faults.take(call.method)
        if fault is not None and fault.when == "before":
            struck = await self._strike(request, fault, call, name)
            if struck is not None:
                return struck
        try:
            if self._limits is not None:
                self._limits.check(call)
            answer = self._report(call, name, await self.execute(call))
        except ApiError as error:
            answer = self._report(call, name, error)
        if fault is not None and fault.when == "after":
            return await self._strike(request, fault, call, name) or answer
        return answer

    async def execute(self, call: Call) -> Any:
        """The method's result, or ApiError."""
        function = METHODS.get(call.method)
        if function is None:
            raise ApiError(404, "Not Found")
        result = function(self._state, call)
        return await result if inspect.isawaitable(result) else result

    def _report(self, call: Call, name: str, result: Any) -> web.Response:
        """The answer, entered in the journal."""
        failed = isinstance(result, ApiError)
        if result != [] or call.method != _POLL:
            outcome = f"{result.code} {result.description}" if failed else "ok"
            self._enter(call, name, outcome)
        if failed:
            return _refused(result)
        return _json(200, {"ok": True, "result": result})

    def _enter(self, call: Call, name: str, outcome: str) -> None:
        self._journal.write(self._state.now(), name, str(call.params.get("chat_id", "")), outcome)

    async def _strike(
        self, request: web.Request, fault: Fault, call: Call | None = None, name: str = "download"
    ) -> web.StreamResponse | None:
        """What the fault answers; None when it was a mere delay."""
        call = call or Call(name)
        if fault.delay:
            seconds = None if fault.delay == float("inf") else fault.delay
            await self._state.changes.until(lambda: self.closing, within=seconds)
        if fault.drop or fault.delay == float("inf"):
            self._enter(call, name, f"dropped {fault.when}")
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.garbage:
            self._enter(call, name, "garbage")
            return web.Response(text="<html>garbage</html>", content_type="text/html")
        if fault.status:
            parameters = {"retry_after": fault.retry_after} if fault.retry_after else {}
            description = fault.description or _REASONS.get(fault.status, "Internal Server Error")
            error = ApiError(fault.status, description, **parameters)
            self._enter(call, name, f"{error.code} {error.description}")
            return _refused(error)
        return None

    async def _webhook_reply(self, body: dict[str, Any]) -> None:
        """A method in the body of a webhook's answer is carried out; its result goes nowhere."""
        name = body.pop("method", None)
        if not isinstance(name, str):
            return
        call = Call(name.lower(), body)
        try:
            self._report(call, name, await self.execute(call))
        except ApiError as error:
            self._report(call, name, error)


_REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


def _json(status: int, body: dict[str, Any]) -> web.Response:
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return web.Response(body=data, status=status, content_type="application/json")


def _refused(error: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return _json(error.code, body)
