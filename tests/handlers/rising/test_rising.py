"""A late task rises to the coordinator, the head and the authority, each step in its history."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.use_cases.mornings import send_mornings
from handlers.mornings import view
from storage import Storage
from storage.history import list_history
from storage.people import set_morning
from tests.factories import WORDS
from tests.school_life import MONDAY, District, Office, queued

DAY = timedelta(days=1)


async def live(district: District, days: int) -> list[tuple[int, int, list[str]]]:
    """(day, person, places of the tasks that rose to the authority) of each message of so many days."""
    told = []
    for _ in range(days):
        before = len(await queued(district.storage))
        async with district.storage.begin() as tx:
            await send_mornings(tx, district.clock())
        news = (await queued(district.storage))[before:]
        on = (district.clock() - MONDAY).days
        told += [(on, person, [task["place"] for task in args["risen"]]) for person, _, args in news]
        district.clock.advance(DAY)
    return told


async def moves(storage: Storage, task: int) -> list[str]:
    async with storage.read() as tx:
        return [line.move.value for line in await list_history(tx, task)]


async def at_eight(district: District, *people: Person) -> None:
    async with district.storage.begin() as tx:
        for person in people:
            await set_morning(tx, person.id, district.clock())


async def test_each_step_is_told_and_noted_once(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator, head = await district.add(Role.COORDINATOR), await district.add(Role.HEAD)
    methodist = await district.add(Role.METHODIST)
    await district.add(Role.DEPUTY)
    task = await district.task(MONDAY.date() - DAY)
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"ladder-after:{district.id}:authority")
    await chat.press_label("РМК")
    assert "✓ РМК" in chat.buttons
    await at_eight(district, coordinator, head, methodist)
    told = await live(district, 23)
    assert [(day, places) for day, person, places in told if person == methodist.id] == [
        (14, ["Школа № 1"]),
        (21, ["Школа № 1"]),
    ]
    assert await moves(sqlite_storage, task) == ["rise_to_coordinator", "rise_to_head", "rise_to_authority"]
    _, _, args = next(row for row in await queued(sqlite_storage) if row[0] == methodist.id)
    assert WORDS.html(view.morning(**args).text, "ru") == (
        "Доброе утро!\n\n<b>Район просит внимания: просрочено слишком давно</b>\n"
        "• № 1.2. Провести мониторинг (Школа № 1, 15 дней)"
    )


async def test_the_coordinator_holds_it_down(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator, head = await district.add(Role.COORDINATOR), await district.add(Role.HEAD)
    methodist = await district.add(Role.METHODIST)
    await district.add(Role.DEPUTY)
    task = await district.task(MONDAY.date() - 3 * DAY)
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"ladder-authority:{district.body}")
    await chat.press("digest")
    assert "просрочено: 3 дня" in await chat.press_label("Поднимаются выше (1)")
    stale = dict(chat.buttons)
    assert "Выше не поднимается." in await chat.press_label("1 · Не поднимать выше")
    assert "Пока вы смотрели" in await chat.press(stale["1 · Не поднимать выше"])
    await chat.press(f"task:{task}")
    assert "Выше координатора не поднимается." not in await chat.press_label("Поднимать снова")
    assert "Выше координатора не поднимается." in await chat.press_label("Не поднимать выше")
    other = Office(sqlite_storage, tmp_path, district.clock).chat(head)
    assert "не поднимается" not in await other.press(f"task:{task}")
    assert "Не поднимать выше" not in other.buttons
    await at_eight(district, head, methodist)
    assert [row for row in await live(district, 20) if row[1] == methodist.id] == []
    assert await moves(sqlite_storage, task) == ["hold_down", "let_rise", "hold_down"]
    await chat.press("rising:0")
    await chat.press_label("1 · Поднимать снова")
    await live(district, 8)
    assert await moves(sqlite_storage, task) == [
        *("hold_down", "let_rise", "hold_down"),
        *("let_rise", "rise_to_authority"),
    ]
