"""«Лестница напоминаний» as a coordinator presses it, and the mornings that come of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.domain.tasks import TaskState
from bot.use_cases.mornings import send_mornings
from storage import Storage
from storage.people import set_morning
from tests.school_life import MONDAY, District, Office, queued

DAY = timedelta(days=1)


async def test_a_coordinator_changes_the_ladder_and_takes_it_back(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(await district.add(Role.COORDINATOR))
    await chat.command("start")
    await chat.press_label("Каникулы и выходные")
    usual = await chat.press_label("Лестница напоминаний")
    assert "• <b>Регулярно:</b> за 3 дн., последний день, через 1 дн., через 3 дн." in usual
    assert "Вернуть как обычно" not in chat.buttons
    await chat.press_label("Регулярно")
    shown = await chat.press_label("✓ за 3 дн.")
    assert shown.startswith("<b>Регулярно.</b> Напоминать: последний день, через 1 дн.")
    await chat.press_label("за 3 дн.: нет")
    await chat.press_label("✓ через 14 дн.")
    await chat.press_label("К лестнице")
    await chat.press_label("Директору")
    changed = await chat.press_label("5 дн.")
    assert "Директор узнаёт о просрочке заместителя через 5 дней." in changed
    assert "• <b>Регулярно:</b> за 3 дн., последний день, через 1 дн., через 3 дн., через 7 дн.\n" in changed
    assert await chat.press_label("Вернуть как обычно") == usual


async def test_the_morning_follows_the_districts_ladder(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator, deputy = await district.add(Role.COORDINATOR), await district.add(Role.DEPUTY)
    await district.task(MONDAY.date() + 7 * DAY, number="1.")
    await district.task(MONDAY.date() + 3 * DAY, number="2.")
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"ladder-turn:{district.id}:day:open")
    await chat.press(f"ladder-turn:{district.id}:day:-7")
    async with sqlite_storage.begin() as tx:
        await set_morning(tx, deputy.id, district.clock())
        await send_mornings(tx, district.clock())
    ((_, _, args),) = await queued(sqlite_storage)
    assert [task["number"] for task in args["tasks"]] == ["2."]


async def test_a_report_that_waits_too_long_is_named_so(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    head = await district.add(Role.HEAD)
    async with sqlite_storage.begin() as tx:
        await set_morning(tx, head.id, district.clock())
    await district.task(date(2026, 12, 1), start=date(2026, 9, 1), state=TaskState.REPORTED)
    told: list[tuple[int, int]] = []
    for day in range(15):
        async with sqlite_storage.begin() as tx:
            await send_mornings(tx, district.clock())
        told += [(day, args["confirm_waits"]) for _, _, args in (await queued(sqlite_storage))[len(told) :]]
        district.clock.advance(DAY)
    # The week of Mondays speaks of it, too; the sixth is a Sunday.
    assert told == [(0, 0), (1, 0), (3, 3), (7, 7), (14, 14)]
