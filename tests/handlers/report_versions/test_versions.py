"""Every version of a report can be read; its author takes back what nobody has decided on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.tasks import TaskState
from bot.use_cases import decisions
from storage import Storage, tables
from storage.history import examine_chains
from storage.tasks import get_task
from tests.school_life import MONDAY, Chat, District, Office


class School:
    def __init__(self, district: District, people: dict[Role, Person], office: Office) -> None:
        self.district, self.people = district, people
        self.deputy, self.head = office.chat(people[Role.DEPUTY]), office.chat(people[Role.HEAD])

    async def file(self, chat: Chat, task: int, words: str) -> str:
        await chat.press(f"report:{task}")
        await chat.press_label("Сделано")
        await chat.type(words)
        await chat.press_label("Пропустить")
        await chat.send("Справка.txt", words.encode())
        await chat.press_label("Готово, файлы приложены")
        return await chat.press_label("Отправить отчёт")

    async def correct(self, chat: Chat, task: int, words: str) -> str:
        await chat.press(f"report:{task}")
        await chat.press_label("Что сделано")
        await chat.type(words)
        return await chat.press_label("Отправить отчёт")

    async def state(self, task: int) -> TaskState:
        async with self.district.storage.read() as tx:
            found = await get_task(tx, task)
        assert found is not None
        return found.state

    async def returned(self, task: int) -> None:
        async with self.district.storage.begin() as tx:
            head = self.people[Role.HEAD]
            await decisions.return_report(tx, head, task_id=task, version=1, reason="Нет подписи", now=MONDAY)


@pytest.fixture
async def school(sqlite_storage: Storage, tmp_path: Path) -> School:
    clock = SimulatedClock(MONDAY)
    district = await District(sqlite_storage, clock).found()
    people = {role: await district.add(role) for role in (Role.DEPUTY, Role.HEAD, Role.COORDINATOR)}
    return School(district, people, Office(sqlite_storage, tmp_path, clock))


async def test_the_words_and_files_of_every_version_stay(school: School) -> None:
    task = await school.district.task(date(2026, 9, 20))
    await school.file(school.deputy, task, "Первый")
    await school.correct(school.deputy, task, "Второй")
    await school.head.press(f"task:{task}")
    shown = await school.head.press_label("Все версии отчёта")
    assert [line for line in shown.split("\n") if "версия" in line or "«" in line] == [
        "<b>Отчёт, версия 2.</b> 7 сентября 2026, 11:00, deputy",
        "«Второй»",
        "<b>Отчёт, версия 1.</b> 7 сентября 2026, 11:00, deputy",
        "«Первый»",
    ]
    await school.head.press_label("Файлы версии 1")
    assert school.head.screen is not None
    assert [file.content() for file in school.head.screen.files] == ["Первый".encode()]


async def test_a_wrong_press_is_undone(school: School) -> None:
    task = await school.district.task(date(2026, 9, 20))
    await school.file(school.deputy, task, "Не та задача")
    await school.deputy.press(f"task:{task}")
    asked = await school.deputy.press_label("Отозвать отчёт")
    assert "Отозвать этот отчёт?" in asked
    assert "«Не та задача»" in asked
    card = await school.deputy.press_label("Да, отозвать")
    assert card.startswith("Отчёт отозван.")
    assert "Не та задача" not in card
    assert await school.state(task) is TaskState.OPEN
    assert "Вопрос 1 из 4" in await school.deputy.press(f"report:{task}")
    history = await school.deputy.press(f"task-history:{task}:0")
    assert "Отчёт отозван автором: отчёт на подтверждении → в работе" in history
    assert "Отозван автором, не учитывается." in await school.deputy.press_label("Все версии отчёта")
    async with school.district.storage.read() as tx:
        assert (await examine_chains(tx)).broken is None


async def test_the_task_stands_where_the_report_found_it(school: School) -> None:
    task = await school.district.task(date(2026, 9, 20))
    await school.file(school.deputy, task, "Первый")
    await school.returned(task)
    await school.correct(school.deputy, task, "Второй")
    await school.deputy.press(f"take-back-yes:{task}:2")
    card = await school.deputy.press(f"task:{task}")
    assert "Почему вернули: «Нет подписи»" in card
    assert "<b>Отчёт, версия 1.</b>" in card
    assert "Отозвать отчёт" not in school.deputy.buttons


async def test_what_was_decided_on_and_what_is_anothers_stays(school: School) -> None:
    task = await school.district.task(date(2026, 9, 20))
    await school.file(school.deputy, task, "Сделали")
    refused = await school.head.press(f"take-back-yes:{task}:1")
    assert refused == "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    await school.head.press(f"confirm:{task}:1")
    assert "Пока вы смотрели" in await school.deputy.press(f"take-back-yes:{task}:1")
    assert await school.state(task) is TaskState.CONFIRMED


async def test_what_counted_at_once_can_be_taken_back_for_a_day(school: School) -> None:
    task, late = [await school.district.task(date(2026, 9, 20)) for _ in range(2)]
    async with school.district.storage.begin() as tx:
        await tx.execute(update(tables.plans).values(head_confirms=False, coordinator_accepts=False))
    for each in (task, late):
        await school.file(school.deputy, each, "Не та задача")
        assert await school.state(each) is TaskState.ACCEPTED
    school.district.clock.move_to(MONDAY + timedelta(days=1, seconds=-1))
    await school.deputy.press(f"task:{task}")
    await school.deputy.press_label("Отозвать отчёт")
    assert (await school.deputy.press_label("Да, отозвать")).startswith("Отчёт отозван.")
    assert await school.state(task) is TaskState.OPEN
    assert "Отчёт отозван автором: принято → в работе" in await school.deputy.press(f"task-history:{task}:0")
    school.district.clock.move_to(MONDAY + timedelta(days=1))
    await school.deputy.press(f"task:{late}")
    assert "Отозвать отчёт" not in school.deputy.buttons
    assert "Пока вы смотрели" in await school.deputy.press(f"take-back-yes:{late}:1")


async def test_a_heads_own_report_is_theirs_until_it_is_accepted(school: School) -> None:
    task = await school.district.task(date(2026, 9, 20), state=TaskState.WAITING)
    await school.file(school.head, task, "Сделали")
    assert await school.state(task) is TaskState.CONFIRMED
    await school.head.press(f"take-back-yes:{task}:1")
    assert await school.state(task) is TaskState.WAITING
