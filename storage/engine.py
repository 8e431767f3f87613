"""The engine and its transactions, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Table, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

Transaction = AsyncConnection
_WAIT = 30  # seconds: a writer waits for its turn rather than fails; longer than any transaction here
_ERASED = "erased"  # the execution option by which a transaction asks to be swept after


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file, as :class:`Storage` takes it."""
    return URL.create("sqlite+aiosqlite", database=str(path)).render_as_string(hide_password=False)


class Storage:
    """Opens transactions. ``begin`` is for writing, ``read`` for looking; both see one moment."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self._writer: asyncio.Lock | None = None
        self._traces = False  # the write-ahead log holds what has been erased
        # An error's words may not quote what a person typed: they end in a log.
        options: dict[str, Any] = {"hide_parameters": True}
        if self.url.get_backend_name() == "sqlite":
            options["connect_args"] = {"timeout": _WAIT, "isolation_level": None}
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
            await self._sweep(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """One consistent look; on SQLite it never waits for a writer."""
        async with self.engine.connect() as connection:
            await connection.execution_options(writing=False)
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        await self.engine.dispose()

    async def _sweep(self, connection: AsyncConnection) -> None:
        """After a commit: remove what :func:`leave_no_trace` spoke of. Readers may put it off by a commit."""
        assert connection.sync_connection is not None
        tables: tuple[Table, ...] | None = connection.sync_connection.get_execution_options().get(_ERASED)
        if self.url.get_backend_name() == "sqlite":
            self._traces = self._traces or tables is not None
            if self._traces:
                self._traces = not await _empty_log(connection)
        elif tables:
            async with self.engine.connect() as own:
                await own.execution_options(isolation_level="AUTOCOMMIT")
                await own.exec_driver_sql(f"VACUUM {', '.join(table.name for table in tables)}")


async def leave_no_trace(tx: Transaction, *tables: Table) -> None:
    """What this transaction erases is not to be found in the database's files after its commit.

    SQLite overwrites erased rows at once, but its log still has their old pages: it is emptied.
    PostgreSQL keeps old versions of rows until their table is vacuumed: ``tables`` are.
    """
    await tx.execution_options(**{_ERASED: tables})


def _set_pragmas(dbapi_connection: Any, _record: Any) -> None:
    cursor = dbapi_connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",  # what was answered «принято» survives a power cut
        "foreign_keys=ON",
        "secure_delete=ON",  # an erased draft leaves no bytes behind
        "temp_store=MEMORY",  # … nor in a file beside the database
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that begins to write late fails instead of waiting; writers say so at once.
    writing = connection.get_execution_options().get("writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


async def _empty_log(connection: AsyncConnection) -> bool:
    """Move SQLite's log into the database and truncate it; False while somebody still reads from it."""
    raw = (await connection.get_raw_connection()).driver_connection
    assert raw is not None
    await raw.execute("PRAGMA busy_timeout=0")
    try:
        async with raw.execute("PRAGMA wal_checkpoint(TRUNCATE)") as found:
            busy, *_pages = await found.fetchone()
    finally:
        await raw.execute(f"PRAGMA busy_timeout={_WAIT * 1000}")
    return not busy
