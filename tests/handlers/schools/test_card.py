"""A school at one look, for whoever follows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.domain.tasks import TaskState
from storage import Storage
from tests.school_life import MONDAY, District, Office
from tests.use_cases.test_mornings import counted_queries


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def test_a_school_at_one_look(district: District, tmp_path: Path) -> None:
    office = Office(district.storage, tmp_path, district.clock)
    curator = office.chat(await district.add(Role.CURATOR, "Ирина Лебедева"))
    assert (await curator.press(f"school:{district.school}")).endswith("Задач у школы пока нет.")
    await district.add(Role.HEAD, "Мария Белова")
    for _ in range(2):
        await district.add(Role.TEACHER)
    late = [await district.task(date(2026, 9, day), number=f"{day}") for day in (4, 2, 3, 1)]
    sent = await district.task(date(2026, 9, 1), number="7", state=TaskState.REPORTED)
    await district.task(date(2026, 9, 1), place="c", state=TaskState.ACCEPTED)  # the coordinator's own
    assert await curator.press(f"school:{district.school}") == (
        "<b>Школа № 1</b>\n\n"
        "<b>Люди</b>\n• директор: Мария Белова\n• куратор школы: Ирина Лебедева\n• учителей в боте: 2\n\n"
        "<b>Сделано 0 из 5</b> (0 %)\n• просрочено: 4\n• на проверке: 1\n\n"
        "<b>Просрочено</b>\n№ 1. Провести мониторинг (до 1 сентября)\n"
        "№ 2. Провести мониторинг (до 2 сентября)\n№ 3. Провести мониторинг (до 3 сентября)\nи ещё 1\n\n"
        "<b>Последние отчёты</b>\n№ 7. Провести мониторинг (до 1 сентября)\n"
        "Сейчас: отчёт на подтверждении"
    )
    opened = [f"task:{task}" for task in (late[3], late[1], late[2], sent)]
    assert list(curator.buttons.values()) == [*opened, "home"]


async def test_thirty_tasks_cost_the_queries_of_one(district: District, tmp_path: Path) -> None:
    head = Office(district.storage, tmp_path, district.clock).chat(await district.add(Role.HEAD))
    costs = set()
    for total in (1, 29):
        for n in range(total):
            await district.task(date(2026, 9, 1), number=str(n))
            await district.task(date(2026, 9, 1), number=str(n), state=TaskState.REPORTED)
        with counted_queries(district.storage) as seen:
            await head.press(f"school:{district.school}")
        costs.add(len(seen))
    assert len(costs) == 1
