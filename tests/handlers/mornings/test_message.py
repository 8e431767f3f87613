"""The message of the day as a person reads and presses it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.tasks import TaskState
from bot.screen import Screen
from bot.use_cases.mornings import send_mornings
from handlers.mornings import view
from storage import Storage
from storage.people import set_morning
from tests.factories import WORDS
from tests.school_life import MONDAY, District, Office, queued


async def morning_of(district: District, person: Person) -> Screen:
    async with district.storage.begin() as tx:
        await set_morning(tx, person.id, district.clock())
        await send_mornings(tx, district.clock())
    _, _, args = (await queued(district.storage))[-1]
    return view.morning(**args)


async def test_a_deputy_reports_from_the_message(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    late = await district.task(date(2026, 9, 4), number="1.1", state=TaskState.RETURNED)
    await district.task(date(2026, 9, 7), number="1.2")
    await district.task(date(2026, 9, 8), number="")
    screen = await morning_of(district, deputy)
    assert WORDS.html(screen.text, "ru") == (
        "Доброе утро!\n\n<b>Ваши задачи</b>\n"
        "1. № 1.1. Провести мониторинг (просрочено на 3 дня · вернули на доработку)\n"
        "2. № 1.2. Провести мониторинг (сегодня последний день)\n"
        "3. Провести мониторинг (до 8 сентября, остался 1 день)"
    )
    assert [[WORDS.plain(b.label, "ru") for b in row] for row in screen.rows] == [
        ["1 · Отчитаться", "Отложить", "Не моё"],
        ["2 · Отчитаться", "Отложить", "Не моё"],
        ["3 · Отчитаться", "Отложить", "Не моё"],
        ["Все мои задачи"],
    ]
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(deputy)
    for press, begins in (
        (screen.rows[0][0].press, "<b>Отчёт.</b> № 1.1"),
        (screen.rows[0][1].press, "Когда напомнить снова?"),
        (screen.rows[-1][0].press, "<b>Мои задачи</b>"),
        (f"due-task:{late}", "<b>№ 1.1."),
    ):
        assert (await chat.press(press)).startswith(begins)
        assert chat.screen is not None
        assert chat.screen.fresh  # the list above stays in sight


async def test_a_head_hears_of_reports_to_confirm_and_of_a_late_deputy(sqlite_storage: Storage) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    await district.add(Role.DEPUTY)
    head = await district.add(Role.HEAD)
    await district.task(date(2026, 9, 4), number="1.1")
    await district.task(date(2026, 9, 6), number="1.2")
    await district.task(date(2026, 9, 4), state=TaskState.REPORTED)
    district.clock.advance(timedelta(days=1))
    screen = await morning_of(district, head)
    assert WORDS.html(screen.text, "ru") == (
        "Доброе утро!\n\n<b>Ваши задачи</b>\n"
        "1. № 1.1. Провести мониторинг (Школа № 1 · просрочено на 4 дня · делает заместитель)\n\n"
        "Ждёт вашего подтверждения: 1 отчёт."
    )
    assert [[WORDS.plain(b.label, "ru") for b in row] for row in screen.rows] == [
        ["1 · № 1.1"],
        ["На подтверждении (1)"],
        ["Все мои задачи"],
    ]


async def test_a_digest_is_one_screen(sqlite_storage: Storage) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator = await district.add(Role.COORDINATOR)
    schools = [await district.add_school(f"Школа № {n}") for n in range(2, 11)]
    for n, school in enumerate(schools, 1):
        for _ in range(n):
            await district.task(date(2026, 9, 4), place=f"s{school}")
    await district.task(date(2026, 9, 7))
    await district.task(date(2026, 8, 20), place=f"s{schools[0]}")
    await district.task(date(2026, 9, 4), state=TaskState.REPORTED)
    district.clock.advance(timedelta(hours=1))
    await district.task(date(2026, 9, 4), state=TaskState.CONFIRMED)
    screen = await morning_of(district, coordinator)
    assert WORDS.html(screen.text, "ru") == (
        "Доброе утро!\n\n<b>Сводка по району</b>\n\n"
        "<b>Кому позвонить сегодня</b>\n"
        "• Школа № 2: просрочены 2 задачи (дольше всего 18 дней)\n"
        "• Школа № 10: просрочено 9 задач (дольше всего 3 дня)\n"
        "• Школа № 9: просрочено 8 задач (дольше всего 3 дня)\n\n"
        "Срок сегодня: 1\n• Школа № 1: 1 задача\n\n"
        "Просрочено: 46\n• Школа № 10: 9 задач\n• Школа № 9: 8 задач\n• Школа № 8: 7 задач\n"
        "…и ещё: 6\n\n"
        "Слишком давно просрочена 1 задача: пора решать её вместе с управлением образования.\n\n"
        "Отчёты ждут подтверждения директора:\n• Школа № 1: с сегодняшнего дня\n\n"
        "На приёмку: 1 новый отчёт"
    )
    assert WORDS.plain(screen.rows[0][0].label, "ru") == "На приёмке (1)"


async def test_the_fullest_message_fits_a_phone_in_both_languages(sqlite_storage: Storage) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    coordinator = await district.add(Role.COORDINATOR)
    for n in range(20):
        school = await district.add_school(f"Муниципальное бюджетное общеобразовательное учреждение {n} " * 2)
        title = "Провести <методический> совет & " * 20
        await district.task(date(2026, 9, 4), place="c", title=title, number="1.10.100.1000.")
        for state in (TaskState.REPORTED, TaskState.CONFIRMED, TaskState.OPEN):
            await district.task(date(2026, 9, 4), place=f"s{school}", state=state)
        await district.task(date(2026, 9, 7), place=f"s{school}")
    screen = await morning_of(district, coordinator)
    for language in ("ru", "en"):
        assert 2000 < len(WORDS.plain(screen.text, language)) <= 4000
        assert max(len(WORDS.plain(b.label, language)) for row in screen.rows for b in row) <= 30
