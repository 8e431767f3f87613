"""The engine and its transactions, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

Transaction = AsyncConnection


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file, as :class:`Storage` takes it."""
    return URL.create("sqlite+aiosqlite", database=str(path)).render_as_string(hide_password=False)


class Storage:
    """Opens transactions. ``begin`` is for writing, ``read`` for looking; both see one moment."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self._writer: asyncio.Lock | None = None
        # An error's words may not quote what a person typed: they end in a log.
        options: dict[str, Any] = {"hide_parameters": True}
        if self.url.get_backend_name() == "sqlite":
            # A writer waits for its turn rather than fails: 30 s is longer than any transaction here.
            options["connect_args"] = {"timeout": 30, "isolation_level": None}
            # SQLite's own waiting sleeps up to 0.1 s a turn; among ourselves the next one goes at once.
            self._writer = asyncio.Lock()
        self.engine = create_async_engine(self.url, **options)
        if self.url.get_backend_name() == "sqlite":
            event.listen(self.engine.sync_engine, "connect", _set_pragmas)
            event.listen(self.engine.sync_engine, "begin", _begin)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """One writing transaction: commits at the end of the block, rolls back when it raises."""
        async with self._writer or nullcontext(), self.engine.connect() as connection:
            await connection.execution_options(writing=True)
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """One consistent look; on SQLite it never waits for a writer."""
        async with self.engine.connect() as connection:
            await connection.execution_options(writing=False)
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        await self.engine.dispose()


def _set_pragmas(dbapi_connection: Any, _record: Any) -> None:
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what was answered «принято» survives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # an erased draft leaves no bytes behind
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that begins to write late fails instead of waiting; writers say so at once.
    writing = connection.get_execution_options().get("writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
