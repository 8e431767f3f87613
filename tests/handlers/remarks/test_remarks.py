"""A curator reads the reports of their schools and says something; the report goes its way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.domain.tasks import TaskState
from bot.use_cases import reports
from storage import Storage
from storage.tasks import get_task
from tests.school_life import MONDAY, District, Office, told


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def filed(district: District, author: Person, number: str, school: int) -> int:
    task = await district.task(date(2026, 9, 20), number=number, place=f"s{school}")
    async with district.storage.begin() as tx:
        draft = (await reports.begin(tx, author, task_id=task, now=MONDAY)).draft.id
        await reports.answer_outcome(tx, author, report_id=draft, outcome=Outcome.DONE, now=MONDAY)
        for step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, author, report_id=draft, step=step, now=MONDAY)
        await reports.send(tx, author, report_id=draft, replaced=0, now=MONDAY)
    return task


async def test_a_curator_sees_their_schools_and_says_what_they_see(
    district: District, tmp_path: Path
) -> None:
    other = await district.add_school("Школа № 2")
    deputy = await district.add(Role.DEPUTY)
    curator, expert = await district.add(Role.CURATOR, "Инна"), await district.add(Role.EXPERT)
    task = await filed(district, deputy, "1.1", district.school)
    await filed(district, await district.add(Role.HEAD, school=other), "1.2", other)
    office = Office(district.storage, tmp_path, district.clock)
    chat = office.chat(curator)
    await chat.command("start")
    assert await chat.press_label("Отчёты школ") == (
        "<b>Отчёты школ:</b> 1 отчёт, последние сверху.\n"
        "1) № 1.1. Провести мониторинг (Школа № 1 · до 20 сентября)"
    )
    await chat.press_label("1) № 1.1")
    assert (await chat.press_label("Замечания (0)")).startswith("<b>Замечаний нет.</b> № 1.1.")
    await chat.press_label("Написать замечание")
    assert await chat.type("Приложите <протокол>") == (
        "Замечание записано, автор отчёта его получит.\n\n"
        "<b>Замечания.</b> № 1.1. Провести мониторинг\n\n"
        "7 сентября 2026, 11:00 · Инна, к версии 1\n«Приложите &lt;протокол&gt;»"
    )
    assert [(person, notice) for person, notice, _ in await told(district.storage)] == [(deputy.id, "remark")]
    author = office.chat(deputy)
    await author.press(f"task:{task}")
    assert "Приложите" in await author.press_label("Замечания (1)")
    assert "Написать замечание" not in author.buttons
    assert (await office.chat(expert).press("reported:0")).startswith("<b>Отчёты школ:</b> 2 отчёта")
    async with district.storage.read() as tx:
        found = await get_task(tx, task)
    assert found is not None
    assert found.state is TaskState.REPORTED
