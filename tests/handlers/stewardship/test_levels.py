"""Who checks the reports is said plan by plan; what waited at a level taken out goes on at once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.clock import SimulatedClock
from bot.domain.errors import DomainError
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person, Role
from bot.domain.plan import PlanStatus
from bot.domain.reports import Outcome, Step
from bot.domain.tasks import Task, TaskState
from bot.use_cases import decisions, reports
from storage import Storage, tables
from storage.history import list_history
from storage.tasks import get_task, open_due_tasks
from tests.school_life import MONDAY, District, Office


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def filed(district: District, author: Person, task: int) -> Task:
    async with district.storage.begin() as tx:
        draft = (await reports.begin(tx, author, task_id=task, now=MONDAY)).draft.id
        await reports.answer_outcome(tx, author, report_id=draft, outcome=Outcome.DONE, now=MONDAY)
        for step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, author, report_id=draft, step=step, now=MONDAY)
        sent = await reports.send(tx, author, report_id=draft, replaced=0, now=MONDAY)
        assert sent == await get_task(tx, task)
    return sent


async def moves(district: District, task: int) -> list[str]:
    async with district.storage.read() as tx:
        return [line.move.value for line in await list_history(tx, task)]


async def test_a_level_is_taken_out_and_put_back(district: District, tmp_path: Path) -> None:
    deputy, coordinator = await district.add(Role.DEPUTY), await district.add(Role.COORDINATOR)
    tasks = [await district.task(date(2026, 9, 20 + n)) for n in range(3)]
    waiting = await filed(district, deputy, tasks[0])
    assert waiting.state is TaskState.REPORTED
    chat = Office(district.storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"steward:{waiting.plan_id}")
    assert await chat.press_label("Кто проверяет отчёты") == (
        "<b>Кто проверяет отчёты</b>\nДорожная карта\n\n"
        "Директор: подтверждает каждый отчёт школы.\n"
        "Координатор: принимает подтверждённые отчёты.\n"
        "Подтверждение: отчёт можно принять и без документа."
    )
    assert (await chat.press_label("Без подтверждения директора")).endswith(
        "Дальше пошёл 1 отчёт, который здесь ждал. В истории задачи это записано."
    )
    assert (await filed(district, deputy, tasks[1])).state is TaskState.CONFIRMED
    await chat.press_label("Без приёмки координатором")
    assert (await filed(district, deputy, tasks[2])).state is TaskState.ACCEPTED
    assert [await moves(district, task) for task in tasks] == [
        ["report", "without_confirm", "without_accept"],
        ["report", "without_confirm", "without_accept"],
        ["report", "without_confirm", "without_accept"],
    ]
    assert "Без приёмки: в этом плане" in await chat.press(f"task-history:{tasks[2]}:0")
    await chat.press(f"levels:{waiting.plan_id}")
    assert "Директор: подтверждает" in await chat.press_label("С подтверждением директора")


async def test_a_level_left_out_accepts_nothing_unproved(district: District, tmp_path: Path) -> None:
    head, coordinator = await district.add(Role.HEAD), await district.add(Role.COORDINATOR)
    tasks = [await district.task(date(2026, 9, 20 + n), number=f"1.{n}") for n in range(2)]
    async with district.storage.begin() as tx:
        await tx.execute(update(tables.plans).values(proof_required=True))
        minutes = update(tables.activities).where(tables.activities.c.number == "1.1")
        await tx.execute(minutes.values(evidence_kind=EvidenceKind.MINUTES.value))
    waiting = [await filed(district, head, task) for task in tasks]
    chat = Office(district.storage, tmp_path, district.clock).chat(coordinator)
    await chat.press(f"levels:{waiting[0].plan_id}")
    assert (await chat.press_label("Без приёмки координатором")).endswith(
        "Дальше пошёл 1 отчёт, который здесь ждал. В истории задачи это записано.\n\n"
        "Ещё 1 отчёт остался ждать: к нему не приложен документ, который требует план. "
        "Приложить документ или вернуть отчёт можно как обычно."
    )
    async with district.storage.begin() as tx:
        (left,) = await decisions.list_to_accept(tx, coordinator)
        assert left.id == tasks[1]
        with pytest.raises(DomainError, match="error-proof-missing"):
            await decisions.accept(tx, coordinator, task_id=left.id, version=1, now=MONDAY)
        await decisions.return_report(
            tx, coordinator, task_id=left.id, version=1, reason="Нет протокола", now=MONDAY
        )


async def test_of_a_schools_own_plan_the_head_has_the_last_word(district: District, tmp_path: Path) -> None:
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    coordinator = await district.add(Role.COORDINATOR)
    task = await district.task(date(2026, 9, 20))
    async with district.storage.begin() as tx:
        await tx.execute(update(tables.plans).values(school_id=district.school))
    plan = (await filed(district, deputy, task)).plan_id
    async with district.storage.begin() as tx:
        await decisions.confirm(tx, head, task_id=task, version=1, now=MONDAY)
        assert await decisions.list_to_accept(tx, coordinator) == []
    assert await moves(district, task) == ["report", "confirm", "without_accept"]
    office = Office(district.storage, tmp_path, district.clock)
    assert "\nПлан школы координатор не принимает: последнее слово за директором.\n" in (
        await office.chat(head).press(f"levels:{plan}")
    )


async def test_what_is_in_the_archive_does_not_open_any_more(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    task = await district.task(date(2026, 9, 20), start=date(2026, 9, 8), state=TaskState.PLANNED)
    later = MONDAY + timedelta(days=7)
    async with storage.begin() as tx:
        await tx.execute(update(tables.plans).values(status=PlanStatus.ARCHIVED.value))
        assert await open_due_tasks(tx, now=later) == 0
        found = await get_task(tx, task)
        assert found is not None
        assert found.state is TaskState.PLANNED
        await tx.execute(update(tables.plans).values(status=PlanStatus.LIVE.value))
        assert await open_due_tasks(tx, now=later) == 1
