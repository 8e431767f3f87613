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
    """``token`` None accepts any of the right shape."""

    def __init__(
        self, state: State, *, token: str | None, faults: Faults, journal: Journal, limits: Limits | None
    ) -> None:
        self._state = state
        self._token = token
        self._faults = faults
        self._journal = journal
        self._limits = limits
        self._under_way: set[int] = set()
        self.closing = False
        state.webhook.on_reply = self._webhook_reply

    @property
    def busy(self) -> int:
        """Calls under way, apart from long polls and those that a fault will never answer."""
        return len(self._under_way)

    def _known(self, token: str) -> bool:
        return token == self._token if self._token else bool(TOKEN.fullmatch(token))

    async def download(self, request: web.Request) -> web.StreamResponse:
        """/file/bot<token>/<file_path>"""
        if not self._known(request.match_info["token"]):
            return _refused(ApiError(401, "Unauthorized"))
        if (struck := await self.strike(request, "download")) is not None:
            return struck
        file = self._state.files.by_path(request.match_info["path"])
        if file is None:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=file.data, content_type="application/octet-stream")

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """/bot<token>/<method>"""
        if not self._known(request.match_info["token"]):
            return _refused(ApiError(401, "Unauthorized"))
        call = Call(request.match_info["method"])
        if call.method != _POLL:
            self._under_way.add(id(call))
        try:
            return await self._answer(request, call)
        finally:
            self._under_way.discard(id(call))
            self._state.changes.announce()

    async def nothing(self, request: web.Request) -> web.StreamResponse:
        return _refused(ApiError(404, "Not Found"))

    async def _answer(self, request: web.Request, call: Call) -> web.StreamResponse:
        try:
            await read_call(request, call)
        except ApiError as error:
            return self._report(call, error)
        except web.HTTPRequestEntityTooLarge:
            return self._report(call, ApiError(413, "Request Entity Too Large"))
        fault = self._faults.take(call.method)
        if fault is not None and fault.when == "before":
            struck = await self._strike(request, fault, call)
            if struck is not None:
                return struck
        answer = await self._carry_out(call)
        if fault is not None and fault.when == "after":
            return await self._strike(request, fault, call) or answer
        return answer

    async def _carry_out(self, call: Call) -> web.Response:
        try:
            if self._limits is not None:
                self._limits.check(call)
            return self._report(call, await self.execute(call))
        except ApiError as error:
            return self._report(call, error)

    async def execute(self, call: Call) -> Any:
        """The method's result. ApiError says why there is none."""
        function = METHODS.get(call.method)
        if function is None:
            raise ApiError(404, "Not Found")
        result = function(self._state, call)
        return await result if inspect.isawaitable(result) else result

    def _report(self, call: Call, result: Any) -> web.Response:
        """The answer, entered in the journal."""
        failed = isinstance(result, ApiError)
        if result != [] or call.method != _POLL:
            self._enter(call, f"{result.code} {result.description}" if failed else "ok")
        if failed:
            return _refused(result)
        return _json(200, {"ok": True, "result": result})

    def _enter(self, call: Call, outcome: str) -> None:
        self._journal.write(self._state.now(), call.name, str(call.params.get("chat_id", "")), outcome)

    async def strike(self, request: web.Request, what: str) -> web.StreamResponse | None:
        """What a fault on ``what``, which is no method, answers; None for none or a mere delay."""
        fault = self._faults.take(what)
        return None if fault is None else await self._strike(request, fault, Call(what))

    async def _strike(self, request: web.Request, fault: Fault, call: Call) -> web.StreamResponse | None:
        """What the fault answers; None when it was a mere delay."""
        hangs = fault.delay == float("inf")
        if hangs:
            self._under_way.discard(id(call))
            self._state.changes.announce()
        if fault.delay:
            await self._state.changes.until(lambda: self.closing, within=None if hangs else fault.delay)
        if fault.drop or hangs:
            self._enter(call, f"dropped {fault.when}")
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.garbage:
            self._enter(call, "garbage")
            return web.Response(text="<html>garbage</html>", content_type="text/html")
        if fault.status:
            parameters = {"retry_after": fault.retry_after} if fault.retry_after else {}
            description = fault.description or _REASONS.get(fault.status, "Internal Server Error")
            error = ApiError(fault.status, description, **parameters)
            self._enter(call, f"{error.code} {error.description}")
            return _refused(error)
        return None

    async def _webhook_reply(self, call: Call) -> None:
        """A method in the body of a webhook's answer is carried out; its result goes nowhere."""
        self._under_way.add(id(call))
        try:
            await self._carry_out(call)
        finally:
            self._under_way.discard(id(call))


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


_HEADERS = {"Content-Type": "application/json"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _json(status: int, body: dict[str, Any]) -> web.Response:
    data = _ENCODER.encode(body).encode()
    return web.Response(body=data, status=status, headers=_HEADERS)


def _refused(error: ApiError) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return _json(error.code, body)
