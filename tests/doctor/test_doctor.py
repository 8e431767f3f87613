"""The doctor with each thing broken in turn: its line, its exit code, and never a secret."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import pytest

from bot.clock import system_clock
from bot.doctor import here
from bot.doctor.commands import doctor, examine
from bot.doctor.findings import State
from bot.sandbox.server import Sandbox
from bot.settings import Settings, WebhookSettings
from storage.health import newest_revision

HEALTHY = {
    "doctor-settings": State.OK,
    "doctor-folder": State.OK,
    "doctor-disk": State.OK,
    "doctor-database": State.OK,
    "doctor-history": State.OK,
    "doctor-backup": State.OK,
    "doctor-token": State.OK,
    "doctor-clock": State.OK,
    "doctor-polling": State.OK,
    "doctor-fonts": State.OK,
    "doctor-office": State.OK,
}
HOOK = WebhookSettings("http://127.0.0.1:1/hook", "kJ3v_Q8x-Zt5LmN0pRw7Yb2CdFgHsA4e", "127.0.0.1", 8080)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token="1000:" + "S" * 35)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def settings(
    sandbox: Sandbox, migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """Of a bot that is well; the disk and the office program are as this test says."""
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "vekhi.db")
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / system_clock().strftime("vekhi-%Y-%m-%dT%H%M%SZ.zip")).touch()
    monkeypatch.setattr(here, "PROGRAMS", (Path(sys.executable).name,))
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setattr(here, "ENOUGH", 1)
    monkeypatch.setattr(here, "LEAST", 0)
    return Settings(
        sandbox.token, tmp_path / "data", "", sandbox.url, "ru", "INFO", backups=tmp_path / "backups"
    )


async def found(settings: Settings, clock: Callable[[], datetime] = system_clock) -> dict[str, State]:
    return {finding.what.key: finding.state async for finding in examine(settings, clock)}


async def differing(settings: Settings, clock: Callable[[], datetime] = system_clock) -> dict[str, State]:
    """What is not as in a healthy bot."""
    return dict((await found(settings, clock)).items() - HEALTHY.items())


async def ask(sandbox: Sandbox, method: str, **params: Any) -> None:
    address = f"{sandbox.url}/bot{sandbox.token}/{method}"
    async with aiohttp.ClientSession() as http, http.post(address, json=params) as answer:
        assert (await answer.json())["ok"]


async def test_all_is_well(settings: Settings) -> None:
    assert await found(settings) == HEALTHY


async def test_before_the_first_start(settings: Settings, tmp_path: Path) -> None:
    new = replace(settings, data=tmp_path / "to" / "come", backups=tmp_path / "backups2")
    assert await differing(new) == {
        "doctor-folder-new": State.OK,
        "doctor-database-new": State.OK,
        "doctor-backup-none": State.WARNING,
    }
    assert not new.data.exists()
    assert (await differing(replace(settings, backups=None))) == {"doctor-backup-nowhere": State.WARNING}


def sql(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.data / "vekhi.db")) as database, database:
        database.execute(statement)


def spoil(settings: Settings) -> None:
    """Overwrites a page in the middle."""
    with (settings.data / "vekhi.db").open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * 8192)


async def test_databases(settings: Settings, tmp_path: Path) -> None:
    assert len(newest_revision()) == 4
    sql(settings, "UPDATE alembic_version SET version_num = '9999'")
    assert await differing(settings) == {"doctor-database-newer": State.BROKEN}
    sql(settings, "DROP TABLE alembic_version")
    assert await differing(settings) == {"doctor-database-empty": State.OK}
    spoil(settings)
    assert await differing(settings) == {"doctor-database-damaged": State.BROKEN}
    (settings.data / "vekhi.db").write_bytes(b"no database at all" * 100)
    assert await differing(settings) == {"doctor-database-damaged": State.BROKEN}
    away = replace(settings, database_url="postgresql+asyncpg://vekhi:pa55word@127.0.0.1:1/vekhi")
    assert await differing(away) == {"doctor-database-closed": State.BROKEN}


async def test_an_older_schema_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "newest_revision", lambda: "0002")
    assert await differing(settings) == {"doctor-database-older": State.WARNING}


async def test_disk_and_folder(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(here, "ENOUGH", 2**60)
    assert await differing(settings) == {"doctor-disk-low": State.WARNING}
    monkeypatch.setattr(here, "LEAST", 2**60)
    assert await differing(settings) == {"doctor-disk-full": State.BROKEN}

    def closed(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", closed)  # the tests may run as root
    assert (await found(settings))["doctor-folder-closed"] is State.BROKEN


async def test_backups_fonts_and_office(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.backups
    in_three_days = here.backup_is_fresh(settings.backups, system_clock() + timedelta(days=3))
    assert (in_three_days.what.key, in_three_days.what.args["hours"]) == ("doctor-backup-old", 72)
    monkeypatch.setattr(here, "printable", lambda letter: "▯" if letter == "Ё" else letter)
    monkeypatch.setattr(here, "PROGRAMS", ("no-such-program",))
    lacking = {"doctor-fonts-lack": State.WARNING, "doctor-office-none": State.OK}
    assert await differing(settings) == lacking


class Skew(NamedTuple):
    seconds: int
    key: str
    state: State


@pytest.mark.parametrize(
    "skew",
    [
        Skew(20, "doctor-clock-off", State.WARNING),
        Skew(-20, "doctor-clock-off", State.WARNING),
        Skew(3600, "doctor-clock-wrong", State.BROKEN),
    ],
)
async def test_clocks(settings: Settings, skew: Skew) -> None:
    shift = timedelta(seconds=skew.seconds)
    assert await differing(settings, lambda: system_clock() + shift) == {skew.key: skew.state}


async def test_telegram(settings: Settings, sandbox: Sandbox) -> None:
    other = replace(settings, token="1000:" + "T" * 35)
    assert await differing(other) == {"doctor-token-refused": State.BROKEN}
    sandbox.faults.add("getMe", status=502)
    assert await differing(settings) == {"doctor-telegram-refuses": State.BROKEN}
    sandbox.faults.add("getMe", drop=True, times=2)  # once more, as any client of HTTP tries a lost GET
    assert await differing(settings) == {"doctor-telegram-silent": State.BROKEN}
    sandbox.faults.add("getMe", garbage=True)
    assert await differing(settings) == {"doctor-telegram-silent": State.BROKEN}
    nowhere = replace(settings, api_url="http://127.0.0.1:1")
    assert await differing(nowhere) == {"doctor-telegram-silent": State.BROKEN}


async def test_webhooks(settings: Settings, sandbox: Sandbox) -> None:
    ours = replace(settings, webhook=HOOK)
    assert await differing(ours) == {"doctor-webhook-differs": State.WARNING}
    await ask(sandbox, "setWebhook", url=HOOK.url)
    assert await differing(ours) == {"doctor-webhook": State.OK}
    assert await differing(settings) == {"doctor-webhook-foreign": State.WARNING}
    await sandbox.persona("Анна").say("/start", wait=False)
    webhook = sandbox.state.webhook
    await sandbox.state.changes.until(lambda: webhook.last_error is not None, within=60)
    assert await differing(ours) == {"doctor-webhook-fails": State.WARNING}


async def _doctor(environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environ.items():
            patch.setenv(name, value)
        code = await asyncio.to_thread(doctor)
    return code, capsys.readouterr().out.splitlines()


async def test_the_command_speaks_in_lines_and_keeps_secrets(
    settings: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environ = {
        "BOT_TOKEN": settings.token,
        "BOT_API_URL": settings.api_url,
        "VEKHI_DATA": str(settings.data),
        "VEKHI_BACKUPS": str(settings.backups),
    }
    code, lines = await _doctor(environ, capsys)
    assert (code, lines[0], lines[-1]) == (0, "в порядке   Настройки: прочитаны", "Бот может работать.")
    assert len(lines) == len(HEALTHY) + 1
    hook = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_SECRET": HOOK.secret}
    broken = {"DATABASE_URL": "postgresql://vekhi:pa55word@127.0.0.1:1/vekhi", "VEKHI_LANGUAGE": "en"}
    code, lines = await _doctor(environ | hook | broken, capsys)
    assert (code, lines[-1][:29]) == (1, "The bot cannot work like this")
    for secret in (settings.token, settings.token.partition(":")[2], "pa55word", HOOK.secret):
        assert secret not in "\n".join(lines)
    code, lines = await _doctor({"BOT_TOKEN": "wrong"}, capsys)
    assert (code, len(lines)) == (1, 2)
    assert lines[0].startswith("сломано     Настройки: BOT_TOKEN is malformed: put the token from @BotFather")
