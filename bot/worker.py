"""One process for slow work, so that the bot's own process never waits for it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import TypeVar

T = TypeVar("T")


class Worker:
    """A process of its own, which is started by the first work and again after its death.

    Work waits for its turn. What takes longer than ``seconds`` (None: it may take its time) ends with its
    process: a file that people may edit has a part in some of it.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Lock()

    async def run(self, work: Callable[[], T]) -> T:
        """What ``work``, which must be picklable, returns or raises there.

        A broken process is replaced once; BrokenProcessPool if the new one breaks too, TimeoutError beyond
        the limit.
        """
        async with self._turn:
            try:
                return await self._in_process(work)
            except BrokenProcessPool:
                self.close()
                return await self._in_process(work)

    def close(self) -> None:
        """Ends the process with whatever it does: nobody waits for that. The next work starts another."""
        if self._pool is not None:
            # The pool has no public word for its processes before 3.14; a broken one has none.
            for process in (self._pool._processes or {}).values():
                process.kill()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    async def _in_process(self, work: Callable[[], T]) -> T:
        if self._pool is None:
            # Not forked: a copy of the bot's process would hold its sockets and its database.
            self._pool = ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=_live_with_parent
            )
        result = asyncio.get_running_loop().run_in_executor(self._pool, _do_tidily, work)
        try:
            async with asyncio.timeout(self._seconds):
                return await result
        except TimeoutError:
            self.close()
            raise


def _do_tidily(work: Callable[[], T]) -> T:
    """In the new process: figures and documents are knots of cycles; swept at once they cost less memory."""
    try:
        return work()
    finally:
        gc.collect()


def _live_with_parent() -> None:
    """In the new process: leave Ctrl-C to the bot, and end when the bot has ended, even if killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)  # the pool would wait for work for ever
