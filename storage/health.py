"""What can be told of a database from outside: its schema's step, and whether it is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from storage.engine import Storage, Transaction
from storage.migrate import MIGRATIONS

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def newest_revision() -> str:
    """The step to which this program brings a database."""
    head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    assert head is not None, "there is a first migration"
    return head


def is_known(revision: str) -> bool:
    """Whether this program can bring a database of that step further."""
    steps = ScriptDirectory(str(MIGRATIONS)).walk_revisions()
    return revision in {step.revision for step in steps}


async def revision_of(tx: Transaction) -> str | None:
    """The step the database has reached; None when nothing was ever migrated here."""
    tables = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        return None
    return (await tx.execute(text("SELECT version_num FROM alembic_version"))).scalar()


async def is_whole(storage: Storage) -> bool:
    """SQLite's own examination; PostgreSQL watches over its pages itself, so there it is always True."""
    if storage.url.get_backend_name() != SQLITE:
        return True
    try:
        async with storage.read() as tx:
            words = (await tx.execute(text("PRAGMA quick_check(1)"))).scalars().all()
    except OperationalError:  # locked, no rights: that says nothing of the file
        raise
    except DatabaseError:
        return False
    return list(words) == ["ok"]


def examined(file: Path) -> str | None:
    """The step of a SQLite file that is whole to the last reference; None for a damaged or foreign one."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as database:
            whole = database.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            dangling = database.execute("PRAGMA foreign_key_check").fetchone()
            step = database.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(step[0]) if whole and dangling is None and step else None
