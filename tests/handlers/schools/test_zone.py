"""A school with a time of its own: what «today» is for its tasks and its people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.local_time import next_local_hour
from bot.domain.people import Role
from bot.domain.tasks import TaskState
from bot.use_cases.mornings import send_mornings
from storage import Storage, tables
from storage.people import get_zone, set_morning
from storage.tasks import get_task
from tests.school_life import MONDAY, District, Office, queued

KAMCHATKA = "Asia/Kamchatka"
LAST = date(2026, 9, 8)


async def test_the_coordinator_chooses_a_schools_time(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator, deputy = await district.add(Role.COORDINATOR), await district.add(Role.DEPUTY)
    task = await district.task(LAST, start=date(2026, 9, 8), state=TaskState.PLANNED)
    done = await district.task(LAST, state=TaskState.ACCEPTED)
    async with sqlite_storage.begin() as tx:
        await set_morning(tx, deputy.id, next_local_hour(MONDAY, district.zone, 8))
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"staff:{district.school}")
    assert "Время, как в районе: Екатеринбург" in await chat.press_label("Время школы")
    assert "Своё время: Камчатка (МСК+9)" in await chat.press_label("Камчатка (МСК+9)")
    midnight = datetime(2026, 9, 8, 12, tzinfo=UTC)  # that ends the eighth in Kamchatka
    async with sqlite_storage.read() as tx:
        found, finished = await get_task(tx, task), await get_task(tx, done)
        assert found is not None
        assert finished is not None
        assert (found.zone, found.due_at) == (KAMCHATKA, midnight)
        assert found.opens_at == datetime(2026, 9, 7, 12, tzinfo=UTC)
        assert found.is_overdue(midnight)
        assert finished.due_at == datetime(2026, 9, 8, 19, tzinfo=UTC)  # what is over stays as it was
        assert [await get_zone(tx, p.id) for p in (deputy, coordinator)] == [KAMCHATKA, district.zone]
        p = tables.people.c
        woken = (await tx.execute(select(p.morning_at).where(p.id == deputy.id))).scalar_one()
        assert woken == datetime(2026, 9, 7, 20, tzinfo=UTC)  # eight there
    district.clock.now = woken
    async with sqlite_storage.begin() as tx:
        assert await send_mornings(tx, woken) == 1
    ((_, _, args),) = await queued(sqlite_storage)
    assert [task["days_left"] for task in args["tasks"]] == [0]  # the eighth there, still the seventh here
    await chat.press_label("Как в районе")
    async with sqlite_storage.read() as tx:
        found = await get_task(tx, task)
        assert found is not None
        assert (found.zone, found.due_at) == (district.zone, datetime(2026, 9, 8, 19, tzinfo=UTC))
