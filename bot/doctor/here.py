"""Checks of this computer: data folder, disk, database, backups, fonts, the office program."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.backup.keeping import backups_in, made_at
from bot.charts.letters import printable
from bot.doctor.findings import Finding, broken, ok, warning
from bot.logs import error_name
from bot.office import PROGRAMS
from storage import Storage
from storage.backup import database_file
from storage.health import is_known, is_whole, newest_revision, revision_of
from storage.history import examine_chains

ENOUGH = 2**30  # bytes: a year of a district's files
LEAST = 100 * 2**20  # below it a database soon cannot write
FRESH = timedelta(hours=48)  # two nights: one may have failed
_RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№«»—…"


def folder_is_writable(data: Path) -> Finding:
    """Tries it out, in the folder or, before the first start, in the nearest one above it."""
    place = _nearest(data)
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"\0")
    except OSError as error:
        return broken("doctor-folder-closed", place=str(place), reason=str(error.strerror))
    return ok("doctor-folder", place=str(data)) if place == data else ok("doctor-folder-new", place=str(data))


def _nearest(folder: Path) -> Path:
    return next(place for place in (folder, *folder.absolute().parents) if place.is_dir())


def disk_has_room(data: Path) -> Finding:
    place = _nearest(data)
    free = shutil.disk_usage(place).free
    args = {"place": str(place), "free": f"{free / 2**30:.1f}"}
    if free < LEAST:
        return broken("doctor-disk-full", **args)
    return warning("doctor-disk-low", **args) if free < ENOUGH else ok("doctor-disk", **args)


async def database_is_well(url: str) -> Finding:
    """Reachable, whole, and of a schema that this program knows."""
    file = database_file(url)
    if file is not None and not file.exists():
        return ok("doctor-database-new", place=str(file))
    storage = Storage(url)
    engine = storage.url.get_backend_name()
    try:
        if not await is_whole(storage):
            return broken("doctor-database-damaged", restore="python -m bot restore")
        async with storage.read() as tx:
            revision = await revision_of(tx)
    except Exception as error:  # whatever a driver raises; its words may hold the password
        return broken("doctor-database-closed", reason=error_name(error), variable="DATABASE_URL")
    finally:
        await storage.close()
    if revision is None:
        return ok("doctor-database-empty", engine=engine)
    if not is_known(revision):
        return broken("doctor-database-newer", revision=revision)
    if revision != newest_revision():
        return warning("doctor-database-older", revision=revision, backup="python -m bot backup")
    return ok("doctor-database", engine=engine, revision=revision)


async def history_is_whole(url: str) -> AsyncIterator[Finding]:
    """Every line of the tasks' history sealed anew; nothing where there is no readable database."""
    file = database_file(url)
    if file is not None and not file.exists():
        return
    storage = Storage(url)
    try:
        async with storage.read() as tx:
            found = await examine_chains(tx)
    except Exception:
        return
    finally:
        await storage.close()
    if found.broken:
        yield broken("doctor-history-broken", plan=str(found.broken.plan_id), line=str(found.broken.number))
    elif found.strays:
        yield broken("doctor-history-strays", n=found.strays)
    else:
        yield ok("doctor-history", n=found.lines)


def backup_is_fresh(folder: Path | None, now: datetime) -> Finding:
    if folder is None:
        return warning("doctor-backup-nowhere", variable="VEKHI_BACKUPS", backup="python -m bot backup")
    newest = next(iter(backups_in(folder)), None)
    if newest is None:
        return warning("doctor-backup-none", place=str(folder), backup="python -m bot backup")
    hours = int((now - made_at(newest)) / timedelta(hours=1))
    if now - made_at(newest) > FRESH:
        return warning("doctor-backup-old", file=newest.name, hours=hours)
    return ok("doctor-backup", file=newest.name, hours=hours)


def charts_write_russian() -> Finding:
    missing = "".join(letter for letter in _RUSSIAN if printable(letter) != letter)
    return warning("doctor-fonts-lack", letters=missing) if missing else ok("doctor-fonts")


def old_word_files_are_read() -> Finding:
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return ok("doctor-office", program=found) if found else ok("doctor-office-none", program=PROGRAMS[0])
