"""`python -m bot sandbox`: the sandbox as a program of its own."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys

from bot.sandbox.server import Sandbox


def serve(*, port: int) -> int:
    """Runs until SIGINT or SIGTERM; prints where it listens. 1 when the port is taken."""
    return asyncio.run(_serve(port))


def spare_the_collector() -> None:
    """For a process that is a sandbox and nothing else.

    Messages are kept, so that looking through them for garbage again and again took a seventh of the time.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


async def _serve(port: int) -> int:
    spare_the_collector()
    sandbox = Sandbox()
    try:
        url = await sandbox.start(port)
    except OSError as error:
        sys.stderr.write(f"Порт {port} занят или недоступен: {error.strerror}. Укажите другой: --port N\n")
        return 1
    sys.stdout.write(f"Песочница Bot API: {url}\nТокен: {sandbox.token}\n")
    sys.stdout.flush()
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stopped.set)
    await stopped.wait()
    await sandbox.stop()
    return 0
