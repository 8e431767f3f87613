"""Brings a database to the current schema. ``python -m storage.migrate "message"`` writes the next step."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection

from storage.engine import Storage, sqlite_url
from storage.guards import set_guards

MIGRATIONS = Path(__file__).parent / "migrations"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


async def upgrade(storage: Storage) -> None:
    """Apply every missing migration; a current database is left as it is."""
    async with storage.begin() as connection:
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), "head"))
        await set_guards(connection)


async def downgrade(storage: Storage, revision: str = "base") -> None:
    async with storage.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), revision))


async def _write_revision(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        storage = Storage(sqlite_url(Path(folder) / "schema.db"))
        number = f"{len(list((MIGRATIONS / 'versions').glob('[0-9]*.py'))) + 1:04}"
        async with storage.begin() as connection:
            await connection.run_sync(lambda sync: command.upgrade(_config(sync), "head"))
            await connection.run_sync(
                lambda sync: command.revision(_config(sync), message, autogenerate=True, rev_id=number)
            )
        await storage.close()


if __name__ == "__main__":
    asyncio.run(_write_revision(sys.argv[1]))
