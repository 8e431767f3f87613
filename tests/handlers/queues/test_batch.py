"""All at once: the reports are shown first, and only what was shown is decided on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.clock import SimulatedClock
from bot.domain.evidence import EvidenceKind
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.domain.tasks import TaskState
from bot.use_cases import decisions, reports
from storage import Storage, tables
from storage.history import list_history
from storage.tasks import get_task
from tests.school_life import MONDAY, District, Office
from tests.use_cases.test_mornings import counted_queries


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def filed(
    district: District, author: Person, number: str, outcome: Outcome = Outcome.DONE, school: int = 0
) -> int:
    task = await district.task(
        date(2026, 9, 20), number=number, title="Мониторинг", place=f"s{school or district.school}"
    )
    async with district.storage.begin() as tx:
        draft = (await reports.begin(tx, author, task_id=task, now=MONDAY)).draft.id
        await reports.answer_outcome(tx, author, report_id=draft, outcome=outcome, now=MONDAY)
        await reports.answer_words(tx, author, report_id=draft, raw="Провели " * 40, now=MONDAY)
        for step in (Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, author, report_id=draft, step=step, now=MONDAY)
        await reports.send(tx, author, report_id=draft, replaced=0, now=MONDAY)
    return task


async def states(district: District, tasks: list[int]) -> list[TaskState]:
    async with district.storage.read() as tx:
        return [task.state for n in tasks if (task := await get_task(tx, n))]


async def test_a_head_confirms_what_was_shown_and_nothing_else(district: District, tmp_path: Path) -> None:
    deputy, head = await district.add(Role.DEPUTY, "Анна Завуч"), await district.add(Role.HEAD)
    tasks = [await filed(district, deputy, "1.1"), await filed(district, deputy, "1.2", Outcome.NOT_DONE)]
    chat = Office(district.storage, tmp_path, district.clock).chat(head)
    await chat.press("confirming:0")
    assert await chat.press_label("Все сразу") == (
        "<b>На подтверждении:</b> 2 отчёта.\nСделано: 1 · Не сделано: 1\n\n"
        "1) № 1.2. Мониторинг (до 20 сентября)\nНе сделано · Анна Завуч · без документов\n"
        f"«{'Провели ' * 19}Провели…»\n\n"
        "2) № 1.1. Мониторинг (до 20 сентября)\nСделано · Анна Завуч · без документов\n"
        f"«{'Провели ' * 19}Провели…»\n\n"
        "Целиком отчёт открывается по номеру. Вернуть можно оттуда же."
    )
    late = await filed(district, deputy, "1.3")
    assert (await chat.press_label("Подтвердить все (2)")).startswith("Пока вы смотрели, отчёты изменились")
    assert await states(district, [*tasks, late]) == [TaskState.REPORTED] * 3
    assert await chat.press_label("Подтвердить все (3)") == "Подтверждено 3 отчёта."
    assert await states(district, [*tasks, late]) == [TaskState.CONFIRMED] * 3
    async with district.storage.read() as tx:
        for task in tasks:
            assert [line.move.value for line in await list_history(tx, task)] == ["report", "confirm"]


async def test_a_coordinator_accepts_school_by_school(district: District, tmp_path: Path) -> None:
    other = await district.add_school("Школа № 2")
    heads = await district.add(Role.HEAD), await district.add(Role.HEAD, school=other)
    coordinator = await district.add(Role.COORDINATOR)
    first = [await filed(district, heads[0], "1.1"), await filed(district, heads[0], "1.2")]
    second = [await filed(district, heads[1], "1.1", school=other)]
    chat = Office(district.storage, tmp_path, district.clock).chat(coordinator)
    await chat.press("accepting:0")
    assert (await chat.press_label("Все сразу")).startswith("<b>На приёмке:</b> 3.")
    assert [*chat.buttons][:3] == ["Школа № 1 (2)", "Школа № 2 (1)", "Весь район (3)"]
    await chat.press_label("Школа № 1 (2)")
    assert await chat.press_label("Принять все (2)") == "Принято 2 отчёта."
    assert await states(district, first + second) == [TaskState.ACCEPTED] * 2 + [TaskState.CONFIRMED]


async def test_a_hundred_reports_cost_as_many_questions_as_two(district: District, tmp_path: Path) -> None:
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    chat = Office(district.storage, tmp_path, district.clock).chat(head)
    counts = []
    for more in (2, 10):
        for n in range(more):
            await filed(district, deputy, f"{more}.{n}")
        with counted_queries(district.storage) as asked:
            await chat.press("batch:confirm:all:0")
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert await chat.press_label("Подтвердить все (12)") == "Подтверждено 12 отчётов."


async def test_usual_words_are_learned_from_use(district: District, tmp_path: Path) -> None:
    other = await district.add_school("Школа № 2")
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    coordinator = await district.add(Role.COORDINATOR)
    deputy_there = await district.add(Role.DEPUTY, school=other)
    head_there = await district.add(Role.HEAD, school=other)
    office = Office(district.storage, tmp_path, district.clock)

    async def returned(why: str, *, there: bool = False) -> None:
        author, by = (deputy_there, head_there) if there else (deputy, head)
        task = await filed(district, author, "1.1", school=other if there else 0)
        async with district.storage.begin() as tx:
            await decisions.return_report(tx, by, task_id=task, version=1, reason=why, now=MONDAY)

    async def offered(person: Person, task: int) -> list[str]:
        chat = office.chat(person)
        await chat.press(f"return:{task}:1")
        return [*chat.buttons][:-1]

    await returned("Нет протокола")
    await returned("Иванова из 9А не подписала", there=True)
    task = await filed(district, deputy_there, "1.2", school=other)
    # What was said once elsewhere may speak of one school only; one's own words are one's own.
    assert await offered(head_there, task) == ["Иванова из 9А не подписала"]
    await returned("Нет протокола")
    assert await offered(head_there, task) == ["Нет протокола", "Иванова из 9А не подписала"]
    chat = office.chat(head_there)
    await chat.press(f"return:{task}:1")
    assert (await chat.press_label("Нет протокола")).startswith("Отчёт возвращён, автор уже знает почему.")
    # The same among reports opened one after another.
    await filed(district, head, "1.3")
    chat = office.chat(coordinator)
    await chat.press("each:accept")
    await chat.press_label("Вернуть")
    assert next(iter(chat.buttons)) == "Нет протокола"
    assert (await chat.press_label("Нет протокола")).endswith("на приёмке ничего не осталось.")


async def test_what_lacks_its_document_is_left_and_said(district: District, tmp_path: Path) -> None:
    head, coordinator = await district.add(Role.HEAD), await district.add(Role.COORDINATOR)
    tasks = [await filed(district, head, "1.1"), await filed(district, head, "1.2")]
    async with district.storage.begin() as tx:
        await tx.execute(update(tables.plans).values(proof_required=True))
        await tx.execute(
            update(tables.activities)
            .where(tables.activities.c.number == "1.2")
            .values(evidence_kind=EvidenceKind.MINUTES.value)
        )
    chat = Office(district.storage, tmp_path, district.clock).chat(coordinator)
    await chat.press("batch:accept:all:0")
    assert await chat.press_label("Принять все (2)") == (
        "Принят 1 отчёт.\n\nЕщё 1 отчёт ждёт: к нему не приложен документ, который требует план."
        "\n\n1) № 1.2. Мониторинг (до 20 сентября)"
    )
    assert await states(district, tasks) == [TaskState.ACCEPTED, TaskState.CONFIRMED]
    assert "Провели" in await chat.press_label("1")  # its card, to return it or to ask for the document
