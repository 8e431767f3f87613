"""The migrations make exactly the schema of the tables, and can be taken back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import make_url

from storage import Storage, sqlite_url
from storage.migrate import downgrade, upgrade
from storage.tables import metadata


@pytest.fixture(params=["sqlite", "postgres"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of its own with nothing in it."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "bare.db")
    server: str = request.getfixturevalue("postgres_server")
    asyncio.run(_create_database(server, "bare"))
    return make_url(server).set(database="bare").render_as_string(hide_password=False)


async def _create_database(server: str, name: str) -> None:
    storage = Storage(server)
    async with storage.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await storage.close()


@pytest.fixture
async def bare(bare_url: str) -> AsyncIterator[Storage]:
    storage = Storage(bare_url)
    yield storage
    await storage.close()


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_migrations_go_up_down_and_up(bare: Storage) -> None:
    await upgrade(bare)
    await downgrade(bare)
    async with bare.read() as tx:
        assert await tx.run_sync(_tables) == set()
    await upgrade(bare)
    await upgrade(bare)
    async with bare.read() as tx:
        assert await tx.run_sync(_tables) == set(metadata.tables)
        assert await tx.run_sync(_differences) == []
