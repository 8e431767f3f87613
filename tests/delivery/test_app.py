"""The whole app: its start, its commands, its first admin, and the processes that run it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, build_app
from bot.delivery.limits import Limits
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from storage import Storage


@pytest.fixture
async def app(sandbox: Sandbox, storage: Storage, tmp_path: Path) -> AsyncIterator[App]:
    """On each database engine, with a data folder that does not exist yet."""
    url = storage.url.render_as_string(hide_password=False)
    settings = Settings(sandbox.token, tmp_path / "new" / "var", url, sandbox.url, "ru", "INFO")
    app = build_app(settings, limits=Limits(1000, 1000))
    await app.start()
    yield app
    await app.stop()


async def test_the_first_to_open_the_link_becomes_the_admin_and_nobody_else(
    app: App, sandbox: Sandbox
) -> None:
    earlier = await app.admin_link()
    link = await app.admin_link()
    assert earlier is not None
    assert link is not None
    anna, boris = sandbox.persona("Анна"), sandbox.persona("Борис")
    async with app.serving():
        await boris.open_link(earlier)
        await anna.open_link(link)
        await anna.press("Согласен")
        await anna.press("Всё верно")
        await boris.open_link(link)
        await app.tick()
    assert await app.admin_link() is None
    assert app.settings.data.stat().st_mode & 0o777 == 0o700  # people's files are nobody else's business
    assert anna.last.text.startswith("Готово, Анна!")
    assert "администратор" in "".join(seen.text for seen in anna.screen)
    refused = [seen.text.partition(".")[0] for seen in boris.screen if seen.author == "bot"]
    assert refused == ["Эта ссылка уже использована или устарела"] * 2


async def test_commands_are_offered_in_every_language(app: App, sandbox: Sandbox) -> None:
    russian, english, german = (
        sandbox.persona(name, language=code) for name, code in (("А", "ru"), ("B", "en"), ("C", "de"))
    )
    names = [command["command"] for command in russian.commands]
    assert names == ["start", "help"]  # of strangers; who joins gets the menu of the own roles
    assert english.commands[0]["description"] == "Menu"
    assert german.commands == russian.commands


async def _run(environ: dict[str, str]) -> asyncio.subprocess.Process:
    known = {key: value for key, value in os.environ.items() if not key.startswith(("BOT_", "VEKHI_"))}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=known | environ,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_run_announces_the_admin_link_serves_and_stops_politely(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    process = await _run(
        {"BOT_TOKEN": sandbox.token, "BOT_API_URL": sandbox.url, "VEKHI_DATA": str(tmp_path / "var")}
    )
    assert process.stdout is not None
    announced = (await process.stdout.readline()).decode()
    anna = sandbox.persona("Анна")
    await anna.open_link(announced.rsplit(" ", 1)[1].strip())
    assert anna.last.labels == ["Согласен / согласна", "Отказаться"]
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert process.returncode == 0
    assert sandbox.token not in errors.decode()


@pytest.mark.parametrize(
    ("environ", "code", "words"),
    [
        (
            {"BOT_TOKEN": ""},
            2,
            "BOT_TOKEN is missing: put the token from @BotFather (123456:ABC-…) into .env",
        ),
        ({"BOT_TOKEN": "1:" + "A" * 35}, 1, "Telegram: Unauthorized; BOT_TOKEN is not valid (any more)"),
    ],
)
async def test_a_start_that_cannot_be_says_why_in_one_line(
    tmp_path: Path, environ: dict[str, str], code: int, words: str
) -> None:
    sandbox = Sandbox(token="2:" + "B" * 35)
    url = await sandbox.start()
    process = await _run({"BOT_API_URL": url, "VEKHI_DATA": str(tmp_path), "LOG_LEVEL": "ERROR"} | environ)
    _, errors = await process.communicate()
    await sandbox.stop()
    (line,) = errors.decode().splitlines()
    assert (process.returncode, line[: len(words)]) == (code, words)


async def test_a_taken_port_is_named_in_one_line(sandbox: Sandbox, tmp_path: Path) -> None:
    taken = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    port = str(taken.sockets[0].getsockname()[1])
    environ = {
        "BOT_TOKEN": sandbox.token,
        "BOT_API_URL": sandbox.url,
        "VEKHI_DATA": str(tmp_path),
        "LOG_LEVEL": "ERROR",
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/",
        "WEBHOOK_SECRET": "kJ3v_Q8x-Zt5LmN0pRw7Yb2CdFgHsA4e",
        "WEBHOOK_PORT": port,
    }
    process = await _run(environ)
    _, errors = await process.communicate()
    taken.close()
    (line,) = errors.decode().splitlines()
    words = f"Адрес 127.0.0.1:{port} занят или закрыт для бота. Остановите программу"
    assert (process.returncode, line[: len(words)]) == (1, words)
