"""A live plan that is corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.people import Person, Role
from storage import Storage, tables
from storage.districts import list_schools
from tests.factories import Shown, make_person, show
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, reported, road_map

ROWS = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "до 20 октября 2026", "ОО", "Протокол"),
    ("3", "Сверка планов", "до 25 октября 2026", "Муниципальный координатор", "Акт"),
)
CORRECTED = (
    ("1.1", "Диагностика дефицитов", "до 30 октября 2026", "ОО", "Справка"),
    ("1.2", "Новое дело", "до 1 декабря 2026", "ОО", "Приказ"),
    ("3", "Сверка планов", "до 25 октября 2026", "Муниципальный координатор", "Акт сверки"),
)


@dataclass
class Scene:
    """A live plan of three rows; the head of the first school has reported on the first."""

    storage: Storage
    town: Town
    plan: int
    head: Person  # of the first school in the alphabet
    other: Person  # the head of the second

    async def press(self, value: str) -> Shown:
        shown = await self.town.chat.press(self.town.coordinator, value)
        assert len(shown.text) <= 4000
        show(shown.screen, "en")  # the other catalogue has every word too
        return shown

    async def send(self, *rows: tuple[str, ...]) -> Shown:
        await self.press(f"correct-file:{self.plan}")
        return await self.town.chat.send(self.town.coordinator, "new.txt", road_map(*rows))

    async def tasks(self) -> list[tuple[str, str, str, date | None]]:
        """(number of the row, place, state, last day) of every task."""
        t, a = tables.tasks.c, tables.activities.c
        query = select(a.number, t.place, t.state, t.window_end).join(
            tables.activities, a.id == t.activity_id
        )
        async with self.storage.read() as tx:
            return [tuple(row) for row in await tx.execute(query.order_by(t.id))]

    async def reports(self) -> list[tuple[Any, ...]]:
        r, e = tables.reports, tables.evidence
        async with self.storage.read() as tx:
            found = await tx.execute(select(r, e).join(e, e.c.report_id == r.c.id).order_by(r.c.id))
            return [tuple(row) for row in found]

    @property
    def places(self) -> tuple[str, str]:
        return f"s{self.head.memberships[0].school_id}", f"s{self.other.memberships[0].school_id}"


@pytest.fixture
async def scene(sqlite_storage: Storage, tmp_path: Path) -> Scene:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    t = tables.tasks.c
    async with sqlite_storage.begin() as tx:
        first, second = await list_schools(tx, town.district)
        head = await make_person(tx, Role.HEAD, town.district, first.id)
        other = await make_person(tx, Role.HEAD, town.district, second.id)
        task = (
            (await tx.execute(select(t.id).where(t.school_id == first.id).order_by(t.id))).scalars().first()
        )
    assert task is not None
    await reported(town, head, task)
    return Scene(sqlite_storage, town, plan, head, other)
