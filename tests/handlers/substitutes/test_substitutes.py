"""A deputy has the head's rights on the named days, the history says so, and then it is over by itself."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.jobs.ticks import tick
from bot.use_cases import reports
from bot.use_cases.substitutes import keep_substitutes
from storage import Storage
from storage.people import get_person
from storage.substitutes import list_substitutions
from tests.school_life import MONDAY, District, Office, told


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def filed(district: District, author: Person) -> int:
    task = await district.task(date(2026, 9, 20))
    now = district.clock()
    async with district.storage.begin() as tx:
        draft = (await reports.begin(tx, author, task_id=task, now=now)).draft.id
        await reports.answer_outcome(tx, author, report_id=draft, outcome=Outcome.DONE, now=now)
        for step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, author, report_id=draft, step=step, now=now)
        await reports.send(tx, author, report_id=draft, replaced=0, now=now)
    return task


async def test_rights_come_and_go_by_the_day(district: District, tmp_path: Path) -> None:
    head, deputy = await district.add(Role.HEAD, "Пётр Директор"), await district.add(Role.DEPUTY, "Анна")
    teacher = await district.add(Role.TEACHER, "Вера")
    office = Office(district.storage, tmp_path, district.clock)
    chat, stand_in = office.chat(head), office.chat(teacher)
    await chat.press(f"staff:{district.school}")
    assert (await chat.press_label("И. о. директора")).startswith(
        "<b>Кто замещает директора.</b> Школа № 1\n\nСейчас никто не назначен."
    )
    await chat.press_label("Вера")
    assert "уже прошли" in await chat.type("с 1 по 4 сентября 2026")
    await chat.press(f"substitute:{district.school}:{teacher.id}")
    assert "Будет и. о. Вера: с 14 сентября 2026 по 18 сентября 2026" in await chat.type(
        "с 14 по 18 сентября 2026"
    )
    await chat.press(f"substitute:{district.school}:{deputy.id}")
    assert "уже есть и. о.: Вера, по 18 сентября 2026" in await chat.type("с 18 по 25 сентября 2026")
    assert [(person, notice) for person, notice, _ in await told(district.storage)] == [
        (teacher.id, "substitute-named")
    ]

    task = await filed(district, deputy)
    assert (await stand_in.press(f"confirm:{task}:1")).startswith("Вам это недоступно.")
    # The local midnight at which it begins, and the one at which it ends.
    district.clock.advance(timedelta(days=6, hours=12, minutes=59))
    async with district.storage.begin() as tx:
        await keep_substitutes(tx, district.clock())
    assert (await get(district, teacher)).roles == {Role.TEACHER}
    district.clock.advance(timedelta(minutes=1))
    await tick(district.storage, district.clock())
    await tick(district.storage, district.clock())
    assert (await get(district, teacher)).roles == {Role.TEACHER, Role.HEAD}
    await stand_in.press("batch:confirm:all:0")
    assert await stand_in.press_label("Подтвердить все (1)") == "Подтверждён 1 отчёт."
    assert "Вера (и. о.)\nОтчёт подтверждён" in await chat.press(f"task-history:{task}:0")
    assert "• Вера, и. о. директора" in await chat.press(f"staff:{district.school}")
    assert "попросите координатора" in await stand_in.press(f"substitutes:{district.school}:0")

    # The very moment counts, even before the clock's next beat.
    other = await filed(district, deputy)
    district.clock.advance(timedelta(days=5))
    assert (await stand_in.press(f"confirm:{other}:1")).startswith("Вам это недоступно.")
    await tick(district.storage, district.clock())
    assert (await get(district, teacher)).roles == {Role.TEACHER}
    async with district.storage.read() as tx:
        assert await list_substitutions(tx, district.school) == []
    assert "Отчёт подтверждён" not in await chat.press(f"task-history:{other}:0")


async def get(district: District, person: Person) -> Person:
    async with district.storage.read() as tx:
        found = await get_person(tx, person.account_id)
    assert found is not None
    return found


async def test_a_coordinator_names_and_takes_back(district: District, tmp_path: Path) -> None:
    head, deputy = await district.add(Role.HEAD), await district.add(Role.DEPUTY, "Анна")
    coordinator = await district.add(Role.COORDINATOR)
    chat = Office(district.storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"substitutes:{district.school}:0")
    await chat.press_label("Анна")
    assert "И. о. Анна: с 7 сентября 2026 по 9 сентября 2026" in await chat.type("до 9 сентября 2026")
    assert (await get(district, deputy)).roles == {Role.DEPUTY, Role.HEAD}
    assert {(person, notice) for person, notice, _ in await told(district.storage)} == {
        (deputy.id, "substitute-named"),
        (head.id, "substitute-known"),
    }
    assert (await chat.press_label("Отменить: Анна")).startswith("Отменено.")
    assert (await get(district, deputy)).roles == {Role.DEPUTY}
