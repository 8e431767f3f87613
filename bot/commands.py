"""``python -m bot run``: the bot for the settings of the environment, until it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys

from bot.app import build_app
from bot.delivery.failures import CallFailed
from bot.logs import set_up_logs
from bot.screen import Text, text
from bot.settings import Settings, SettingsError, load_settings
from bot.words import Words

_PORT_NOT_TO_BE_HAD = (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL)


def run() -> int:
    """Exit code: 0 after a polite stop, 1 without Telegram or its port, 2 for wrong settings."""
    try:
        settings = load_settings(os.environ)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    set_up_logs(settings.log_level)
    try:
        asyncio.run(_serve(settings))
    except asyncio.CancelledError:
        return 0
    except OSError as error:
        if settings.webhook is None or error.errno not in _PORT_NOT_TO_BE_HAD:
            raise
        host, port = settings.webhook.host, settings.webhook.port
        words = text("run-port-taken", host=host, port=str(port), variable="WEBHOOK_PORT")
        sys.stderr.write(f"{Words().plain(words, settings.language)}\n")
        return 1
    except CallFailed as failed:
        sys.stderr.write(f"Telegram: {failed.description}; {failed.advice}\n")
        return 1
    return 0


async def _serve(settings: Settings) -> None:
    def announce(link: str) -> None:
        sys.stdout.write(f"{Words().plain(Text('admin-link'), settings.language)} {link}\n")
        sys.stdout.flush()

    # A polite stop of either kind ends what is under way; a second one does not wait for that.
    main = asyncio.current_task()
    assert main is not None
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, main.cancel)
    await build_app(settings).run(announce=announce)
