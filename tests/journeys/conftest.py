"""The real bot against the sandbox over HTTP, on a simulated clock; what must hold after every journey."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.tour.stage import Stage, open_stage
from storage import tables
from tests.journeys.town import Town

MONDAY = datetime(2026, 9, 7, 6, 0, tzinfo=UTC)  # nine in the morning in Moscow
# A button pressed twice shows what is shown already; whoever blocked the bot is not reached.
_ALLOWED = ("message is not modified", "bot was blocked by the user")


@pytest.fixture
async def stage(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "vekhi.db")
    async with open_stage(tmp_path, MONDAY, "Europe/Moscow") as opened:
        yield opened
        await opened.calm()
        assert wrong_calls(opened) == []
        assert await refused_notices(opened) == []
        assert await failed_updates(opened) == []


@pytest.fixture
async def town(stage: Stage) -> Town:
    """A district with its coordinator, and nothing else yet."""
    return await Town.found(stage)


def wrong_calls(stage: Stage) -> list[str]:
    """What the bot asked of Telegram and Telegram would not do."""
    entries = stage.sandbox.journal.entries
    failed = (e for e in entries if e.outcome != "ok" and not e.outcome.startswith("409"))
    return [f"{e.method}: {e.outcome}" for e in failed if not any(words in e.outcome for words in _ALLOWED)]


async def refused_notices(stage: Stage) -> list[tuple[str, str]]:
    o = tables.outbox.c
    async with stage.app.storage.read() as tx:
        rows = await tx.execute(select(o.notice, o.error).where(o.outcome == "refused"))
        return [(row.notice, row.error) for row in rows]


async def failed_updates(stage: Stage) -> list[str]:
    async with stage.app.storage.read() as tx:
        return list((await tx.execute(select(tables.failed_updates.c.error))).scalars())
