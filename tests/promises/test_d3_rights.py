"""D3: every act × every kind of person × own, foreign and absent objects; one link, fifty people at once.

The table is that of ``tests/architecture``, where ``make test`` tries all of it. Here the short run tries
some rows by chance, the long one all of them, and what went wrong is counted by its kind.
"""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain import access
from bot.domain.people import Membership, Role
from bot.incoming import Kind
from handlers.conversations import CONVERSATIONS
from storage import Storage
from storage.invites import add_invite
from tests.architecture.rights.build import build_world
from tests.architecture.rights.row import Row
from tests.architecture.rights.stage import Stage, first_key, incoming_act
from tests.architecture.rights.table import ROWS
from tests.architecture.rights.world import NOW
from tests.architecture.test_rights import ROUTES, try_row
from tests.factories import Chat, make_district
from tests.promises.options import LONG, SABOTAGE, SEED, report

TRIED = len(ROWS) if LONG else 25  # rows
AT_ONCE = 50  # people with one personal link


@dataclass
class Figures:
    rows: int = 0
    cases: int = 0
    leaks: int = 0  # somebody was shown, or could do, what is not theirs
    changes: int = 0  # somebody was refused, and the database is changed all the same
    locked_out: int = 0  # somebody was refused what is theirs
    unclassified: int = 0  # routes that stand in no row
    winners: int = 0


class Stages:
    """A stage for each world that a row asks for, built when the first one does."""

    def __init__(self, migrated: Path, folder: Path) -> None:
        self._migrated = migrated
        self._folder = folder
        self._built: dict[str, Stage] = {}

    async def of(self, status: str) -> Stage:
        if status not in self._built:
            file = Path(shutil.copy(self._migrated, self._folder / f"{status}.db"))
            self._built[status] = Stage(await build_world(file, status))
        return self._built[status]

    async def close(self) -> None:
        for stage in self._built.values():
            await stage.storage.close()


@pytest.fixture
async def stages(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Stages]:
    found = Stages(migrated_sqlite, tmp_path)
    yield found
    await found.close()


async def _try(stages: Stages, rows: list[Row]) -> Figures:
    figures = Figures(rows=len(rows))
    figures.unclassified = len({f"{kind.value} {key}" for kind, key in ROUTES} - {row.route for row in ROWS})
    for row in rows:
        wrong = await try_row(await stages.of(row.world), row)
        figures.cases += sum(1 for _ in row.cases())
        figures.changes += sum("the database is changed" in line for line in wrong)
        figures.locked_out += sum("was to be let in" in line for line in wrong)
        figures.leaks += sum("was to be refused" in line or "outdated, but" in line for line in wrong)
    return figures


async def _open_one_link(storage: Storage, folder: Path) -> int:
    """How many of those who open one personal link at once get in."""
    async with storage.begin() as tx:
        district = await make_district(tx)
        token = await add_invite(tx, Membership(Role.COORDINATOR, district), created_by=None, now=NOW)
    desk = Chat(storage, CONVERSATIONS, lambda: NOW, folder).desk
    acts = [incoming_act(Kind.COMMAND, "start inv", token, account) for account in range(1, AT_ONCE + 1)]
    answers = await asyncio.gather(*(desk.answer(act) for act in acts))
    return Counter(first_key(a.screen.text) for a in answers if a.screen)["join-invited"]


def _reaches_everywhere(*_args: object) -> bool:
    return True


def _some_rows(count: int) -> list[Row]:
    return random.Random(SEED).sample(ROWS, count)


async def test_nobody_reads_or_does_what_is_not_theirs(
    stages: Stages,
    sqlite_storage: Storage,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if SABOTAGE:
        monkeypatch.setattr(access, "_reaches", _reaches_everywhere)
    figures = await _try(stages, _some_rows(TRIED))
    figures.winners = await _open_one_link(sqlite_storage, tmp_path)
    report(capsys, "D3", figures)
    broken = (figures.leaks, figures.changes, figures.locked_out, figures.unclassified)
    assert (broken, figures.winners) == ((0, 0, 0, 0), 1), f"SEED={SEED}"


async def test_the_test_sees_rights_that_reach_everywhere(
    stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_reaches", _reaches_everywhere)
    assert (await _try(stages, [row for row in ROWS if row.route == "press task"])).leaks > 0
