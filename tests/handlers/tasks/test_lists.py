"""Lists, the card's other buttons, dates for what waits for one, putting off."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.domain.tasks import Move, TaskState
from storage import Storage, tables
from storage.history import NewLine, append_lines
from storage.tasks import get_task
from tests.school_life import MONDAY, Chat, District, Office
from tests.use_cases.test_mornings import counted_queries


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


@pytest.fixture
async def deputy(district: District, tmp_path: Path) -> Chat:
    office = Office(district.storage, tmp_path, district.clock)
    return office.chat(await district.add(Role.DEPUTY))


async def test_my_tasks_stand_by_urgency(district: District, deputy: Chat) -> None:
    await district.task(None, state=TaskState.WAITING, number="5")
    await district.task(date(2026, 10, 1), number="4.1", state=TaskState.PLANNED)
    await district.task(date(2026, 9, 10), number="3")
    await district.task(date(2026, 9, 9), number="2", state=TaskState.RETURNED)
    await district.task(date(2026, 9, 7), number="2.1")
    await district.task(date(2026, 9, 1), number="", title="Собрать методический совет района")
    await district.task(date(2026, 9, 1), state=TaskState.REPORTED)
    await district.task(date(2026, 9, 1), state=TaskState.ACCEPTED)
    assert await deputy.command("tasks") == (
        "<b>Мои задачи</b>\n\n"
        "<b>Просрочено:</b> 1\nСобрать методический совет района (до 1 сентября)\n\n"
        "<b>Вернули на доработку:</b> 1\n№ 2. Провести мониторинг (до 9 сентября)\n\n"
        "<b>Сегодня:</b> 1\n№ 2.1. Провести мониторинг (до 7 сентября)\n\n"
        "<b>На этой неделе:</b> 1\n№ 3. Провести мониторинг (до 10 сентября)\n\n"
        "<b>Позже:</b> 1\n№ 4.1. Провести мониторинг (до 1 октября)\n\n"
        "<b>Ждут даты:</b> 1\n№ 5. Провести мониторинг\n\n"
        "Отправлено, ждёт подтверждения: 1\nОтчёт подтверждён или принят: 1"
    )
    assert list(deputy.buttons)[:-3] == [
        "Собрать мет… · до 1 сентября",
        "№ 2 · до 9 сентября",
        "№ 2.1 · до 7 сентября",
        "№ 3 · до 10 сентября",
        "№ 4.1 · до 1 октября",
        "№ 5 · ждёт даты",
    ]


async def test_thirty_tasks_are_paged_and_cost_the_queries_of_one(district: District, deputy: Chat) -> None:
    costs = set()
    for total in (1, 30):
        for n in range(total):
            await district.task(date(2026, 9, 20), number=str(n), title="Очень длинное название " * 20)
        with counted_queries(district.storage) as seen:
            await deputy.press("tasks:0")
        costs.add(len(seen))
    assert len(costs) == 1
    await deputy.press("tasks:99")
    assert list(deputy.buttons.items())[-3:] == [
        ("← Назад", "tasks:3"),
        ("Отметить несколько", "several:0"),
        ("⌂ Меню", "home"),
    ]
    assert len(deputy.buttons) == 3 + 3


async def test_what_was_sent_is_listed_the_latest_first_at_the_price_of_one(
    district: District, deputy: Chat
) -> None:
    costs = set()
    for total in (1, 29):
        for n in range(total):
            district.clock.advance(timedelta(minutes=1))
            await district.task(date(2026, 9, 20), number=f"{total}.{n}", state=TaskState.REPORTED)
        with counted_queries(district.storage) as seen:
            shown = await deputy.press("tasks-sent:0")
        costs.add(len(seen))
    assert len(costs) == 1
    assert shown.split("\n\n")[:2] == [
        "<b>Отправленные и сделанные:</b> 30, последние сверху",
        "№ 29.28. Провести мониторинг (Школа № 1 · до 20 сентября)\nСейчас: отчёт на подтверждении",
    ]
    # A list that has shrunk since it was shown answers with its last page.
    assert (await deputy.press("tasks-sent:99")).endswith(
        "№ 1.0. Провести мониторинг (Школа № 1 · до 20 сентября)\nСейчас: отчёт на подтверждении"
    )
    assert list(deputy.buttons.values())[-3:] == ["tasks-sent:3", "tasks:0", "home"]


async def test_nothing_to_do_is_said_plainly(deputy: Chat) -> None:
    assert await deputy.press("tasks:0") == "<b>Мои задачи.</b> Сейчас делать нечего."


async def test_a_waiting_task_is_given_its_date_in_words(
    district: District, deputy: Chat, tmp_path: Path
) -> None:
    coordinator = Office(district.storage, tmp_path, district.clock).chat(
        await district.add(Role.COORDINATOR)
    )
    task = await district.task(None, state=TaskState.WAITING)
    assert "Срок: ждёт даты" in await coordinator.press(f"task:{task}")
    await coordinator.press_label("Назначить срок")
    for phrase, refusal in (
        ("октябрь, март", "Здесь нужен один срок"),
        ("ежемесячно", "Здесь нужен один срок"),
        ("когда получится", "Срок не понятен"),
        ("1 сентября 2026", "Этот день уже прошёл"),
    ):
        assert refusal in await coordinator.type(phrase), phrase
    assert await coordinator.type("с 1 по 15 марта") == (
        "Срок назначен.\n\n<b>№ 1.2. Провести мониторинг</b>\n\n"
        "Отвечает: Школа № 1\nВ плане записано: Школа, РМК\nЧто должно получиться: Справка\n"
        "Срок: с 1 марта 2027 по 15 марта 2027\nСейчас: впереди"
    )
    assert await deputy.press(f"task-date:{task}") == (
        "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    )
    assert "с 1 по 15 марта»" in await coordinator.press_label("История")


async def test_a_reminder_is_put_off_for_one_person(district: District, deputy: Chat) -> None:
    task = await district.task(date(2026, 9, 20))
    await deputy.press(f"put-off:{task}")
    assert "напомню 8 сентября" in await deputy.press_label("Завтра")
    await deputy.press(f"put-off:{task}")
    await deputy.press_label("Выбрать день")
    assert "Отложить можно" in await deputy.type("1 сентября 2026")
    assert "напомню 15 сентября" in await deputy.type("15 сентября")
    assert "Отложить можно" in await deputy.press(f"put-off-days:{task}:0")
    async with district.storage.read() as tx:
        rows = await tx.execute(select(tables.snoozes.c.task_id, tables.snoozes.c.until_on))
        assert rows.all() == [(task, date(2026, 9, 15))]


async def note_returns(district: District, task: int, reasons: list[str]) -> None:
    async with district.storage.begin() as tx:
        found = await get_task(tx, task)
        assert found is not None
        lines = [
            NewLine(found.plan_id, task, Move.RETURN, TaskState.REPORTED, TaskState.RETURNED, why)
            for why in reasons
        ]
        await append_lines(tx, lines, person_id=None, now=MONDAY)


async def test_a_long_history_is_paged_the_latest_first(district: District, deputy: Chat) -> None:
    task = await district.task(date(2026, 9, 20))
    await note_returns(district, task, [str(n) for n in range(9)])
    shown = await deputy.press(f"task-history:{task}:0")
    assert shown.startswith(
        "<b>История.</b> № 1.2. Провести мониторинг\n\n"
        "7 сентября 2026, 11:00 · по календарю\n"
        "Отчёт возвращён: отчёт на подтверждении → возвращено на доработку\n«8»"
    )
    assert "«1»" in await deputy.press_label("Дальше →")


async def test_the_fullest_screens_fit_a_phone(district: District, deputy: Chat) -> None:
    task = await district.task(date(2026, 9, 20), title="Название " * 300, number="1.10.100.1000.")
    await deputy.press(f"report:{task}")
    await deputy.press_label("Сделано")
    await deputy.type("Слова " * 166)
    await deputy.type("100000")
    for n in range(10):
        await deputy.send(f"{n}" * 200, b"%d" % n)
    assert "не больше 10 файлов" in await deputy.send("лишний.txt", b"-")
    await deputy.press(f"report:{task}")
    await deputy.press_label("Готово, файлы приложены")
    await deputy.press_label("Отправить отчёт")
    await deputy.press(f"task:{task}")  # the chat itself measures what it is shown
    await note_returns(district, task, ["Причина " * 37] * 9)
    await deputy.press(f"task-history:{task}:0")
