"""The command line of the demo."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

from bot.demo.demo import serve

FOLDER = Path("var") / "demo"


def demo(*, port: int) -> int:
    """Serve until told to stop. Exit code 1 when the port is taken, 2 with a real token at hand."""
    if os.environ.get("BOT_TOKEN"):
        sys.stderr.write(
            "В окружении есть BOT_TOKEN, а демонстрации он не нужен. Уберите его: unset BOT_TOKEN\n"
        )
        return 2
    logging.basicConfig(level=logging.ERROR)
    # The charts' library keeps a list of fonts, by default in the visitor's home; we touch nothing there.
    os.environ["MPLCONFIGDIR"] = str((FOLDER / "fonts").resolve())
    try:
        asyncio.run(_serve(port))
    except OSError as error:
        sys.stderr.write(f"Порт {port} занят или недоступен: {error.strerror}. Укажите другой: --port N\n")
        return 1
    except asyncio.CancelledError:
        return 0
    return 0


async def _serve(port: int) -> None:
    main = asyncio.current_task()
    assert main is not None
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, main.cancel)
    await serve(port, FOLDER, _announce)


def _announce(url: str) -> None:
    sys.stdout.write(
        f"Откройте {url}\n"
        "Район готовится: шесть школ, сорок человек, полгода работы. Страница скажет, когда можно начинать.\n"
        "Остановить: Ctrl+C\n"
    )
    sys.stdout.flush()
