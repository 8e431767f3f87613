"""One Bot API call as it came over HTTP: typed access to parameters, whatever their encoding."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from bot.sandbox.errors import bad_request
from bot.sandbox.multipart import read_multipart


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    data: bytes


@dataclass
class Call:
    """``params`` holds strings (form, query) or JSON values (JSON body); readers accept both."""

    name: str  # as the bot wrote it; methods ignore case
    params: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return self.name.lower()

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.text(name) or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def has(self, name: str) -> bool:
        return self.text(name) != ""

    def json(self, name: str, what: str) -> Any:
        """A structured parameter, None when absent; ``what`` names it in the error text."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        return _parsed(value, f"can't parse {what} JSON object") if value else None

    def array(self, name: str) -> list[Any]:
        value = self.json(name, name)
        if value is not None and not isinstance(value, list):
            raise bad_request(f"can't parse {name}: expected an Array")
        return value or []

    def object(self, name: str, what: str) -> Call:
        """A nested object, readable like the call itself; empty when absent."""
        value = self.json(name, what)
        if value is not None and not isinstance(value, dict):
            raise bad_request(f"can't parse {what}: expected an Object")
        return Call(self.name, value or {}, self.uploads)


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def _parsed(source: str, refusal: str) -> Any:
    try:
        value = json.loads(source)
        if _SURROGATE.search(source):
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, written as an escape
        raise bad_request("strings must be encoded in UTF-8") from None
    except (ValueError, RecursionError):
        raise bad_request(refusal) from None
    return value


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def read_call(request: web.Request, call: Call) -> Call:
    """Fills the call from query, form or JSON. Raises HTTPRequestEntityTooLarge past the upload limit."""
    if "?" in request.path_qs:
        call.params.update(request.query)
    if not request.can_read_body:
        return call
    if request.content_type == "application/json":
        values = _parsed(_decoded(await request.read()), "can't parse JSON object")
        if not isinstance(values, dict):
            raise bad_request("object expected as JSON body")
        call.params.update(values)
        return call
    if request.content_type == "multipart/form-data":
        for part in read_multipart(await request.read(), request.headers["Content-Type"]):
            if part.filename is None:
                call.params[part.name] = _decoded(part.data)
            else:
                call.uploads[part.name] = Upload(part.filename, part.mime, part.data)
        return call
    call.params.update(await request.post())
    return call


async def read_reply(answer: aiohttp.ClientResponse) -> Call | None:
    """The method that a bot puts into its answer to a webhook, if it does; files are not read."""
    params: dict[str, Any] = {}
    if answer.content_type == "application/json":
        values = await answer.json()
        params = values if isinstance(values, dict) else {}
    elif answer.content_type.startswith("multipart/"):
        async for part in aiohttp.MultipartReader.from_response(answer):
            if isinstance(part, aiohttp.BodyPartReader) and part.name and part.filename is None:
                params[part.name] = await part.text()
    name = params.pop("method", None)
    return Call(name, params) if isinstance(name, str) else None
