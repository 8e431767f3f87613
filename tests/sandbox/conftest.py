"""A sandbox on a clock that stands still, and a bare HTTP client that speaks the Bot API."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.sandbox.clock import SandboxClock
from bot.sandbox.persona import Persona
from bot.sandbox.server import Sandbox

NOON = datetime(2026, 1, 12, 12, tzinfo=UTC)


class Api:
    """The raw envelope of an answer: whoever tests error texts wants no library between."""

    def __init__(self, sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
        self.sandbox = sandbox
        self.http = http

    def url(self, method: str) -> str:
        return f"{self.sandbox.url}/bot{self.sandbox.token}/{method}"

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        async with self.http.post(self.url(method), json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        body = await self(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        body = await self(method, **params)
        return body["error_code"], body["description"]

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> dict[str, Any]:
        form = aiohttp.FormData(quote_fields=False)  # Telegram takes file names as they are written
        for name, value in params.items():
            form.add_field(name, str(value))
        for name, (filename, data) in files.items():
            form.add_field(name, io.BytesIO(data), filename=filename, content_type="application/octet-stream")
        async with self.http.post(self.url(method), data=form) as answer:
            body: dict[str, Any] = await answer.json()
            return body


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(NOON)


@pytest.fixture
async def sandbox(clock: SandboxClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(clock=clock, seed=7)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as http:
        yield Api(sandbox, http)


@pytest.fixture
async def anna(sandbox: Sandbox) -> Persona:
    """Somebody the bot may write to."""
    anna = sandbox.persona("Анна")
    await anna.say("/start", wait=False)
    return anna


def png(width: int, height: int) -> bytes:
    """A grey PNG of that size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
