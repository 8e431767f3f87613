"""«Когда писать мне» as a deputy presses it, and the mornings that follow."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.use_cases.mornings import send_mornings
from storage import Storage
from tests.school_life import MONDAY, District, Office

HOUR = timedelta(hours=1)


async def hours_of_mornings(district: District, days: int) -> list[str]:
    """Local day and hour of each message of the day."""
    told = []
    end = district.clock() + timedelta(days=days)
    while district.clock() < end:
        async with district.storage.begin() as tx:
            if await send_mornings(tx, district.clock()):
                told.append(f"{district.clock().astimezone(ZoneInfo(district.zone)):%a %H}")
        district.clock.advance(HOUR)
    return told


async def test_the_chosen_hour_and_days(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(await district.add(Role.DEPUTY))
    await chat.command("start")
    assert "В 08:00 по местному времени, в эти дни: пн, вт, ср, чт, пт, сб." in await chat.press_label(
        "Когда писать мне"
    )
    await chat.press_label("Час: 08:00")
    await chat.press_label("17:00")
    await chat.press_label("ср: да")
    assert "В 17:00 по местному времени, в эти дни: пн, вт, чт, пт, сб." in await chat.press_label(
        "сб: да"
    ) + (await chat.press_label("сб: нет"))
    # Steps of two tasks on every day of the week.
    for day in range(7, 14):
        await district.task(date(2026, 9, day))
    assert await hours_of_mornings(district, 7) == ["Mon 17", "Tue 17", "Thu 17", "Fri 17", "Sat 17"]


async def test_the_last_day_stays(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(await district.add(Role.HEAD))
    for day in range(1, 6):
        await chat.press(f"habits-day:{day}")
    assert (await chat.press("habits-day:6")).startswith("Пусть останется хотя бы один день.")
    assert (await chat.press("habits-day:7")).startswith("Это меню устарело")


async def test_a_leave_holds_all_until_the_day(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    office = Office(sqlite_storage, tmp_path, district.clock)
    deputy = office.chat(await district.add(Role.DEPUTY, "Ольга"))
    coordinator = office.chat(await district.add(Role.COORDINATOR))
    await deputy.press("habits-hour:8")
    await deputy.press("habits-pause")
    assert (await deputy.type("1 сентября")).startswith("Этот день должен быть впереди")
    await deputy.press("habits-pause")
    assert (await deputy.type("11 сентября")).endswith(
        "На паузе до 11 сентября 2026: в этот день придёт всё, что накопится, одним сообщением."
    )
    assert "• Ольга, заместитель директора, на паузе до 11 сентября 2026" in await coordinator.press(
        f"staff:{district.school}"
    )
    await district.task(date(2026, 9, 9))
    assert await hours_of_mornings(district, 5) == ["Fri 08", "Sat 08"]
    assert "на паузе" not in await coordinator.press(f"staff:{district.school}")


async def test_a_head_stands_in_for_a_deputy_on_leave(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    office = Office(sqlite_storage, tmp_path, district.clock)
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    await office.chat(head).press("habits-hour:8")
    await district.task(date(2026, 9, 9))
    assert await hours_of_mornings(district, 1) == []
    await office.chat(deputy).press("habits-pause")
    await office.chat(deputy).type("20 сентября")
    assert await hours_of_mornings(district, 2) == ["Wed 08", "Thu 08"]
