"""Somebody leaves: what they had begun is gone on with by another, and their rights are over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.hands import Standing
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome
from bot.use_cases import reports
from storage import Storage
from storage.hands import get_standings, set_standing
from storage.people import get_person
from storage.reports import get_draft
from tests.school_life import MONDAY, District, Office, told


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def begun(district: District, author: Person, task: int, words: str) -> None:
    async with district.storage.begin() as tx:
        draft = (await reports.begin(tx, author, task_id=task, now=MONDAY)).draft.id
        await reports.answer_outcome(tx, author, report_id=draft, outcome=Outcome.DONE, now=MONDAY)
        await reports.answer_words(tx, author, report_id=draft, raw=words, now=MONDAY)


async def drafts(district: District, person: Person, tasks: list[int]) -> list[str]:
    async with district.storage.read() as tx:
        found = [await get_draft(tx, task_id=task, person_id=person.id) for task in tasks]
    return [draft.words if draft else "" for draft in found]


async def test_two_presses_hand_over_what_was_begun(district: District, tmp_path: Path) -> None:
    head, coordinator = await district.add(Role.HEAD, "Пётр"), await district.add(Role.COORDINATOR)
    anna, vera = await district.add(Role.DEPUTY, "Анна"), await district.add(Role.DEPUTY, "Вера")
    tasks = [await district.task(date(2026, 9, 20 + n)) for n in range(3)]
    await begun(district, anna, tasks[0], "Провели")
    await begun(district, anna, tasks[1], "Начали")
    await begun(district, vera, tasks[1], "У меня своё")
    async with district.storage.begin() as tx:
        for person, standing in ((anna, Standing.GIVEN), (vera, Standing.RELEASED)):
            await set_standing(tx, task_id=tasks[2], person_id=person.id, standing=standing, now=MONDAY)
    office = Office(district.storage, tmp_path, district.clock)
    chat = office.chat(head)
    await chat.press(f"staff:{district.school}")
    assert await chat.press_label("Сотрудник уходит") == (
        "<b>Кто уходит?</b> Школа № 1\n\n"
        "Анна, заместитель директора · начато 2 отчёта · 1 задача поручена лично\n"
        "Вера, заместитель директора · начат 1 отчёт"
    )
    await chat.press_label("Анна")
    assert [*chat.buttons][:3] == ["Передать: Пётр", "Передать: Вера", "Никому не передавать"]
    assert await chat.press_label("Передать: Вера") == (
        "Готово: Анна больше не работает здесь (Школа № 1).\n"
        "Дальше: Вера\nначат 1 отчёт · 1 задача поручена лично"
    )
    assert await drafts(district, vera, tasks) == ["Провели", "У меня своё", ""]
    assert await drafts(district, anna, tasks) == ["", "", ""]
    async with district.storage.read() as tx:
        assert await get_standings(tx, tasks[2]) == {vera.id: Standing.GIVEN}
        gone = await get_person(tx, anna.account_id)
    assert gone is not None
    assert gone.memberships == ()
    assert (await office.chat(anna).press(f"task:{tasks[0]}")).startswith("Вам это недоступно.")
    ours = {anna.id, vera.id, coordinator.id}
    assert [(person, notice) for person, notice, _ in await told(district.storage) if person in ours] == [
        (anna.id, "left"),
        (vera.id, "handed-over"),
        (coordinator.id, "left-known"),
    ]


async def test_a_head_is_let_go_by_the_coordinator_and_what_was_begun_may_stay(
    district: District, tmp_path: Path
) -> None:
    head, deputy = await district.add(Role.HEAD, "Пётр"), await district.add(Role.DEPUTY, "Анна")
    task = await district.task(date(2026, 9, 20))
    await begun(district, head, task, "Провели")
    office = Office(district.storage, tmp_path, district.clock)
    other = office.chat(await district.add(Role.HEAD, "Иван"))
    assert "Пётр" not in await other.press(f"leaving:s{district.school}:0")
    assert (await other.press(f"leave-yes:s{district.school}:{head.id}:0")).startswith("Вам это недоступно.")
    chat = office.chat(await district.add(Role.COORDINATOR))
    await chat.press(f"leave:s{district.school}:{head.id}:0")
    assert (await chat.press_label("Никому не передавать")).startswith("Готово: Пётр больше не работает")
    assert await drafts(district, head, [task]) == ["Провели"]
    await chat.press(f"leave:s{district.school}:{deputy.id}:0")
    assert next(iter(chat.buttons)) == "Да, уходит"


async def test_an_organisation_loses_a_methodist(district: District, tmp_path: Path) -> None:
    first, second = await district.add(Role.METHODIST, "Ольга"), await district.add(Role.METHODIST, "Нина")
    task = await district.task(date(2026, 9, 20), place=f"o{district.body}")
    await begun(district, first, task, "Семинар")
    chat = Office(district.storage, tmp_path, district.clock).chat(await district.add(Role.COORDINATOR))
    await chat.press(f"staff-body:{district.body}")
    await chat.press_label("Сотрудник уходит")
    await chat.press_label("Ольга")
    await chat.press_label("Передать: Нина")
    assert await drafts(district, second, [task]) == ["Семинар"]
