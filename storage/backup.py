"""One moment of a live database as a file, and such a file as a database again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import delete, inspect
from sqlalchemy.engine import URL, make_url

from bot.domain.errors import DomainError
from storage.engine import Storage
from storage.health import SQLITE, examined, is_known
from storage.tables import (
    dialogs,
    shelved_updates,
    statement_answers,
    statements,
    survey_bag,
    survey_drafts,
    wave_tokens,
)

# Of a wave under way a copy has nothing: two copies of it, laid side by side, would show who answered what.
# A press that is not carried out yet may be an answer, too, and the question that a typed line will answer
# may be one that only some answers lead to.
_UNDER_WAY = (
    survey_drafts,
    statement_answers,
    statements,
    survey_bag,
    wave_tokens,
    shelved_updates,
    dialogs,
)
_WAIT = 30.0  # seconds for a writer's turn, as long as the bot itself waits


def kind_of(url: str) -> str:
    """``sqlite`` or ``postgresql``: a copy goes back into what it came from."""
    return make_url(url).get_backend_name()


def database_file(url: str) -> Path | None:
    """Where a SQLite database lies; None for any other."""
    return Path(make_url(url).database or "") if kind_of(url) == SQLITE else None


def dump(url: str, target: Path) -> None:
    """Everything committed before the call and nothing half done, while others go on writing.

    But for surveys under way: an open wave comes back as one that nobody has answered yet.
    DomainError when there is no database or PostgreSQL's own program is missing or refuses.
    """
    address = make_url(url)
    if kind_of(url) == SQLITE:
        _dump_sqlite(Path(address.database or ""), target)
    else:
        left_out = (f"--exclude-table-data={table.name}" for table in _UNDER_WAY)
        options = ("--format=custom", "--no-owner", "--no-privileges", *left_out)
        _postgres(address, "pg_dump", *options, f"--file={target}")


def _dump_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise DomainError("backup-no-database", place=str(source))
    # mode=rw, not ro: a database with a write-ahead log is read through a shared file beside it.
    address = f"file:{quote(str(source))}?mode=rw"
    with (
        closing(sqlite3.connect(address, uri=True, timeout=_WAIT)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy)  # in one step, so of one moment; the log lets writers go on meanwhile
        copy.execute("PRAGMA journal_mode=MEMORY")  # one file, nothing beside it, not even for a moment
        copy.execute("PRAGMA secure_delete=ON")
        for table in _UNDER_WAY:
            copy.execute(str(delete(table)))
        copy.commit()


async def check_vacant(url: str) -> None:
    """DomainError unless a copy may be put there: nothing is ever written over."""
    address = make_url(url)
    if kind_of(url) == SQLITE:
        if _left_behind(address.database or ""):
            raise DomainError("restore-not-empty", place=address.database or "")
        return
    storage = Storage(url)
    try:
        async with storage.read() as tx:
            tables = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
    finally:
        await storage.close()
    if tables:
        raise DomainError("restore-not-empty", place=address.database or "")


def _left_behind(place: str) -> bool:
    # A log of another database would be read as part of the new one.
    return any(Path(place + suffix).exists() for suffix in ("", "-wal", "-shm"))


def load(source: Path, url: str) -> None:
    """Puts a copy into its vacant place, examined first. DomainError for a damaged or a newer one."""
    address = make_url(url)
    if kind_of(url) != SQLITE:
        _postgres(address, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", str(source))
        return
    step = examined(source)
    if step is None:
        raise DomainError("backup-damaged")
    if not is_known(step):
        raise DomainError("restore-newer")
    place = Path(address.database or "")
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = place.with_name(place.name + ".restored")
    shutil.copyfile(source, beside)
    with beside.open("rb") as written:
        os.fsync(written.fileno())
    beside.replace(place)


def _postgres(address: URL, program: str, *options: str) -> None:
    """One of PostgreSQL's programs; the password goes by the environment, where ``ps`` does not show it."""
    if shutil.which(program) is None:
        raise DomainError("backup-no-program", program=program)
    plain = address.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(address.password)} if address.password else {}
    ran = subprocess.run(  # noqa: S603 - our own program's name and options
        [program, *options, f"--dbname={plain}"],
        env=os.environ | password,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        reason = ran.stderr.strip().splitlines()
        raise DomainError("backup-program-failed", program=program, reason=reason[0] if reason else "")
