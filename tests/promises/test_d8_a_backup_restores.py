"""Promise D8: a backup restores. ``make promise N=D8 [LONG=1]``: 40 backups of a database under way, else 5.

A process of its own writes 200 transactions a second, as the bot does: a file first, then the rows. Its every
commit is counted in shared memory, so that each backup is held to all that was committed before it began.
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import pytest

from bot.backup import keeping
from bot.backup.keeping import back_up, restore
from bot.domain.errors import DomainError
from storage import Storage, sqlite_url
from storage.files import FileStore
from storage.health import examined
from storage.updates import remember_update
from tests.promises.options import LONG, SABOTAGE, SEED, report

BACKUPS = 40 if LONG else 5
SPOILT = 8  # copies of each backup, each damaged in another place
A_SECOND = 200
A_FILE_EVERY = 10
BEGIN = datetime(2026, 9, 1, tzinfo=UTC)


@dataclass
class Figures:
    backups: int = 0
    writes: int = 0
    seconds: float = 0.0  # of writing
    committed: int = 0  # before the backups began, all of them together
    missing: int = 0
    torn: int = 0  # restored copies that are not of one moment, or do not pass their checks
    files_missing: int = 0
    spoilt: int = 0
    taken: int = 0  # of the spoilt ones, for whole
    longest: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.backups} backups under {self.writes / self.seconds:.0f} writes/s, the longest "
            f"{self.longest:.2f} s; committed before {self.committed}, missing {self.missing}, "
            f"torn {self.torn}, files missing {self.files_missing}; "
            f"damaged {self.spoilt}, taken for whole {self.taken}"
        )


def content(number: int) -> bytes:
    return f"proof {number}".encode() * 500


def write(folder: Path, committed: Synchronized[int], stop: Synchronized[int]) -> None:
    """The bot's part: a file every so often, and after it the transaction that stands for it."""
    asyncio.run(_write(folder, committed, stop))


async def _write(folder: Path, committed: Synchronized[int], stop: Synchronized[int]) -> None:
    storage, files = Storage(sqlite_url(folder / "vekhi.db")), FileStore(folder / "files")
    begun = time.monotonic()
    number = 0
    while not stop.value:
        number += 1
        if not number % A_FILE_EVERY:
            await asyncio.to_thread(files.put, content(number))
        async with storage.begin() as tx:
            await remember_update(tx, number, now=BEGIN)
        committed.value = number
        await asyncio.sleep(max(0.0, begun + number / A_SECOND - time.monotonic()))  # the pace
    await storage.close()


@contextmanager
def writing(folder: Path) -> Iterator[Synchronized[int]]:
    context = multiprocessing.get_context("spawn")
    committed, stop = context.Value("q", 0), context.Value("q", 0)
    process = context.Process(target=write, args=(folder, committed, stop))
    process.start()
    try:
        while committed.value < A_SECOND // 4 and process.is_alive():
            time.sleep(0.01)
        yield committed
    finally:
        stop.value = 1
        process.join()
    assert process.exitcode == 0


def mere_copy(url: str, target: Path) -> None:
    """The mistake that the promise must see: the file without its log."""
    shutil.copyfile(str(Storage(url).url.database), target)


def spoil(archive: Path, chance: random.Random) -> None:
    """One changed bit, or an end that never came."""
    data = bytearray(archive.read_bytes())
    at = chance.randrange(len(data))
    if chance.random() < 0.3:
        del data[at:]
    else:
        data[at] ^= 1 << chance.randrange(8)
    archive.write_bytes(data)


def put_back(archive: Path, folder: Path) -> None:
    asyncio.run(restore(archive, sqlite_url(folder / "vekhi.db"), folder))


def look(folder: Path, before: int, figures: Figures) -> None:
    """What a restored folder lacks of the ``before`` first transactions and their files."""
    if examined(folder / "vekhi.db") is None:
        figures.torn += 1
        figures.missing += before
        return
    with closing(sqlite3.connect(folder / "vekhi.db")) as database:
        found = {row[0] for row in database.execute("SELECT update_id FROM handled_updates")}
    figures.missing += len(set(range(1, before + 1)) - found)
    figures.torn += found != set(range(1, len(found) + 1))
    named = [number for number in found if not number % A_FILE_EVERY]
    digests = {path.name for path in (folder / "files").glob("??/*")}
    figures.files_missing += sum(hashlib.sha256(content(n)).hexdigest() not in digests for n in named)


def try_one(folder: Path, live: Path, number: int, committed: Synchronized[int], figures: Figures) -> None:
    """A backup while the writer writes, put back into an empty folder; and damaged copies of it."""
    before, began = committed.value, time.monotonic()
    url = sqlite_url(live / "vekhi.db")
    archive = back_up(url, live, folder / "backups", now=BEGIN + timedelta(hours=number))
    figures.longest = max(figures.longest, time.monotonic() - began)
    figures.backups += 1
    figures.committed += before
    restored = folder / f"restored{number}"
    try:
        put_back(archive, restored)
    except DomainError:
        figures.torn += 1
        figures.missing += before
        return
    look(restored, before, figures)
    chance = random.Random(f"{SEED}:{number}")
    for copy in range(SPOILT):
        spoilt = Path(shutil.copy(archive, folder / "spoilt.zip"))
        spoil(spoilt, chance)
        figures.spoilt += 1
        try:
            put_back(spoilt, folder / f"spoilt{number}.{copy}")
        except DomainError:
            continue
        figures.taken += 1


def backups_under_way(folder: Path, migrated: Path, count: int) -> Figures:
    live = folder / "live"
    live.mkdir()
    shutil.copy(migrated, live / "vekhi.db")
    figures = Figures()
    with writing(live) as committed:
        began, first = time.monotonic(), committed.value
        for number in range(count):
            try_one(folder, live, number, committed, figures)
        figures.writes, figures.seconds = committed.value - first, time.monotonic() - began
    return figures


def test_a_backup_restores(
    tmp_path: Path,
    migrated_sqlite: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if SABOTAGE:
        monkeypatch.setattr(keeping, "dump", mere_copy)
    figures = backups_under_way(tmp_path, migrated_sqlite, BACKUPS)
    report(capsys, "D8", figures)
    lost = figures.missing, figures.torn, figures.files_missing, figures.taken
    assert lost == (0, 0, 0, 0), f"SEED={SEED}"


def test_the_test_sees_a_mere_copy(
    tmp_path: Path, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "dump", mere_copy)
    assert backups_under_way(tmp_path, migrated_sqlite, 1).missing > 0, f"SEED={SEED}"
