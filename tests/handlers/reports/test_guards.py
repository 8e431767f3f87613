"""What is said before a report leaves: a lacking proof, a pupil's name; and the one line of what goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage, tables
from tests.school_life import MONDAY, Chat, District, Office


class Scene:
    def __init__(self, district: District, chats: dict[Role, Chat]) -> None:
        self.district = district
        self.deputy, self.head, self.coordinator = (
            chats[role] for role in (Role.DEPUTY, Role.HEAD, Role.COORDINATOR)
        )

    async def task(self, **activity: Any) -> int:
        task = await self.district.task(date(2026, 9, 20))
        if activity:
            await self.change(tables.activities, **activity)
        return task

    async def change(self, table: Any, **values: Any) -> None:
        async with self.district.storage.begin() as tx:
            await tx.execute(update(table).values(**values))


@pytest.fixture
async def scene(sqlite_storage: Storage, tmp_path: Path) -> Scene:
    clock = SimulatedClock(MONDAY)
    district = await District(sqlite_storage, clock).found()
    office = Office(sqlite_storage, tmp_path, clock)
    roles = (Role.DEPUTY, Role.HEAD, Role.COORDINATOR)
    return Scene(district, {role: office.chat(await district.add(role)) for role in roles})


async def review(chat: Chat, task: int, *, words: str = "Провели", outcome: str = "Сделано") -> str:
    await chat.press(f"report:{task}")
    await chat.press_label(outcome)
    await chat.type(words)
    await chat.press_label("Пропустить")
    return await chat.press_label("Без документа")


async def test_a_lacking_proof_is_said_and_holds_the_report_back(scene: Scene) -> None:
    task = await scene.task(evidence_kind="minutes")
    said = "Нужен протокол. К отчёту ничего подходящего не приложено."
    assert said in await review(scene.deputy, task)
    await scene.change(tables.plans, proof_required=True)
    assert "принят он будет только с подтверждением" in await scene.deputy.press(f"report:{task}")
    await scene.deputy.press_label("Отправить отчёт")
    await scene.head.press(f"confirm:{task}:1")
    refused = "По этому плану отчёт без подтверждения не принимается."
    assert refused in await scene.coordinator.press(f"accept:{task}:1")
    await scene.deputy.press(f"report:{task}")
    await scene.deputy.press_label("Файлы")
    assert "https://rmk.ru/1" in await scene.deputy.type("Вот: https://rmk.ru/1")
    assert said not in await scene.deputy.press_label("Готово, файлы приложены")
    await scene.deputy.press_label("Отправить отчёт")
    await scene.head.press(f"confirm:{task}:2")
    assert "Сейчас: принято" in await scene.coordinator.press(f"accept:{task}:2")


async def test_what_was_not_done_needs_no_proof(scene: Scene) -> None:
    task = await scene.task(evidence_kind="minutes")
    await scene.change(tables.plans, proof_required=True)
    assert "не приложено" not in await review(scene.deputy, task, outcome="Не сделано")


async def test_a_pupils_name_is_pointed_out_before_it_leaves(scene: Scene) -> None:
    task = await scene.task()
    await review(scene.deputy, task, words="Беседа с учеником 7А Ивановым Петей")
    warned = await scene.deputy.press_label("Отправить отчёт")
    assert "• имя: «Ивановым Петей»" in warned
    await scene.deputy.press_label("Что сделано")
    await scene.deputy.type("Беседа с учеником 7А")
    assert "Отчёт отправлен" in await scene.deputy.press_label("Отправить отчёт")


async def test_the_author_may_know_better(scene: Scene) -> None:
    task = await scene.task()
    await review(scene.deputy, task, words="Приезжал Иванов Пётр")
    await scene.deputy.press_label("Отправить отчёт")
    assert "Отчёт отправлен" in await scene.deputy.press_label("Это не ученик, отправить")


async def test_what_goes_on_all_the_time_asks_one_line(scene: Scene) -> None:
    first = await scene.task()
    await scene.change(tables.tasks, checkpoint=True)
    asked = await scene.deputy.press(f"report:{first}")
    assert "Хватит одной строки" in asked
    assert "В прошлый раз" not in asked
    assert "«Занятия идут»" in await scene.deputy.type("Занятия идут")
    await scene.deputy.press_label("Отправить отчёт")
    async with scene.district.storage.begin() as tx:
        t = tables.tasks.c
        row = (await tx.execute(tables.tasks.select().where(t.id == first))).one()._asdict()
        again = {**row, "occurrence": row["occurrence"] + 1, "state": "open"}
        del again["id"]
        second = (await tx.execute(tables.tasks.insert().values(again).returning(t.id))).scalar_one()
    assert "В прошлый раз: «Занятия идут»" in await scene.deputy.press(f"report:{second}")
    assert "Сделано\n«Занятия идут»" in await scene.deputy.press_label("Как в прошлый раз")
    assert "Отчёт отправлен" in await scene.deputy.press_label("Отправить отчёт")
