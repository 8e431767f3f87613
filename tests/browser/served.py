"""Servers for a browser: an event loop of their own in a thread, reached from tests that wait."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import Generic, TypeVar

from bot.sandbox.server import Sandbox

T = TypeVar("T")
R = TypeVar("R")
PATIENCE = 240.0  # seconds: on a busy machine the demo takes a while to come up


class Served(Generic[T]):
    """``what`` lives in the loop's thread: look at it and act on it through ``call`` only."""

    def __init__(self, what: T, loop: asyncio.AbstractEventLoop) -> None:
        self.what = what
        self._loop = loop

    def call(self, act: Callable[[T], Awaitable[R]]) -> R:
        async def run() -> R:
            return await act(self.what)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(PATIENCE)

    def look(self, fact: Callable[[T], R]) -> R:
        async def run() -> R:
            return fact(self.what)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(PATIENCE)


@contextmanager
def serving(manager: AbstractAsyncContextManager[T]) -> Iterator[Served[T]]:
    """Open the asynchronous ``manager`` in a thread for the length of the block."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="served")
    thread.start()

    def wait(coroutine: Awaitable[R]) -> R:
        async def run() -> R:
            return await coroutine

        return asyncio.run_coroutine_threadsafe(run(), loop).result(PATIENCE)

    try:
        what = wait(manager.__aenter__())
        try:
            yield Served(what, loop)
        finally:
            wait(manager.__aexit__(None, None, None))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@asynccontextmanager
async def open_sandbox(port: int = 0) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    await sandbox.start(port)
    try:
        yield sandbox
    finally:
        await sandbox.stop()
