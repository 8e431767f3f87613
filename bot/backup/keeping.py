"""Making a backup, putting one back, and keeping the newest few."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.backup.archive import Manifest, checked, pack, unpack
from bot.domain.errors import DomainError
from storage import Storage
from storage.backup import check_vacant, dump, kind_of, load
from storage.files import FileStore
from storage.health import newest_revision, revision_of
from storage.named_files import list_named_files

DATABASE = "database"
_NAME = "vekhi-%Y-%m-%dT%H%M%SZ.zip"
_NAMED = re.compile(r"vekhi-\d{4}-\d\d-\d\dT\d{6}Z\.zip")
_UNNAMED = timedelta(days=1)  # a file is put before its row is committed; that takes minutes at most
_DIGEST = re.compile(r"[0-9a-f]{64}")


def back_up(url: str, data: Path, folder: Path, *, now: datetime) -> Path:
    """Database and files as one archive in ``folder``; it holds all that was committed before the call.

    The database comes first. A file is on disk before the row that names it is committed, so each file that
    the copied rows name is found afterwards.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / now.astimezone(UTC).strftime(_NAME)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as aside:
        copy = Path(aside) / DATABASE
        dump(url, copy)
        files = [(path.name, path) for path in (data / "files").glob("??/*") if _DIGEST.fullmatch(path.name)]
        pack(target, [(DATABASE, copy), *files], made_at=now.isoformat(), database=kind_of(url))
    return target


async def restore(archive: Path, url: str, data: Path) -> Manifest:
    """Put a backup where there is nothing yet. DomainError, and nothing written, when it may not be.

    The files go first and the database last: a restore that was cut short leaves no database behind.
    """
    manifest = await asyncio.to_thread(checked, archive)
    if manifest.database != kind_of(url):
        raise DomainError("restore-other-database", database=manifest.database)
    await check_vacant(url)
    await asyncio.to_thread(_put_back, archive, manifest, url, data)
    return manifest


def _put_back(archive: Path, manifest: Manifest, url: str, data: Path) -> None:
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = FileStore(data / "files")
    with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as aside:
        members = dict(unpack(archive, manifest, Path(aside)))
        database = members.pop(DATABASE, None)
        if database is None or any(not _DIGEST.fullmatch(name) for name in members):
            raise DomainError("backup-damaged")
        for place in members.values():
            store.put(place.read_bytes())
        load(database, url)


async def sweep(url: str, data: Path, *, now: datetime) -> int:
    """Delete files that no row has named for a day: their reports were refused or never sent. How many?

    Nothing is touched where this program does not know all that the database may name.
    """
    storage = Storage(url)
    try:
        async with storage.read() as tx:
            if await revision_of(tx) != newest_revision():
                return 0
            named = await list_named_files(tx)
    finally:
        await storage.close()
    return await asyncio.to_thread(FileStore(data / "files").sweep, named, before=now - _UNNAMED)


def backups_in(folder: Path) -> list[Path]:
    """The backups of a folder, newest first."""
    return sorted((p for p in folder.glob("*.zip") if _NAMED.fullmatch(p.name)), reverse=True)


def made_at(backup: Path) -> datetime:
    """When a backup with a name of ours was made."""
    return datetime.strptime(backup.name, _NAME).replace(tzinfo=UTC)


def forget_old(folder: Path, *, keep: int) -> int:
    """Delete all but the ``keep`` newest backups, and nothing else; how many that were."""
    old = backups_in(folder)[keep:]
    for backup in old:
        backup.unlink()
    return len(old)
