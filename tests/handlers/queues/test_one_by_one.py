"""A coordinator goes through her queue: each decision opens the next report."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.domain.tasks import TaskState
from bot.use_cases import reports
from storage import Storage
from storage.tasks import get_task
from tests.school_life import MONDAY, District, Office, told


async def file_reports(district: District, head: Person, count: int) -> list[int]:
    """Reports of the head, so confirmed at once; the first filed is the first in the queue."""
    tasks = []
    for n in range(count):
        # The latest filed has the nearest day: the queue goes by what waits longest.
        task = await district.task(date(2026, 9, 30 - n), number=f"1.{n + 1}")
        async with district.storage.begin() as tx:
            filing = await reports.begin(tx, head, task_id=task, now=district.clock())
            draft = filing.draft.id
            await reports.answer_outcome(
                tx, head, report_id=draft, outcome=Outcome.DONE, now=district.clock()
            )
            await reports.answer_words(tx, head, report_id=draft, raw="Провели", now=district.clock())
            await reports.skip(tx, head, report_id=draft, step=Step.PEOPLE, now=district.clock())
            await reports.finish_evidence(tx, head, report_id=draft, now=district.clock())
            await reports.send(tx, head, report_id=draft, replaced=0, now=district.clock())
        district.clock.advance(timedelta(minutes=1))
        tasks.append(task)
    return tasks


async def test_each_decision_opens_the_next_report(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    head, coordinator = await district.add(Role.HEAD), await district.add(Role.COORDINATOR)
    tasks = await file_reports(district, head, 4)
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(coordinator)
    assert (await chat.press("each:accept")).startswith("Отчёт 1 из 4 на приёмке\n\n<b>№ 1.1.")
    assert chat.screen is not None
    assert chat.screen.fresh
    stale = chat.buttons["Принять"]
    assert (await chat.press_label("Принять")).startswith("Отчёт 1 из 3 на приёмке\n\n<b>№ 1.2.")
    assert (await chat.press_label("Пропустить →")).startswith("Отчёт 2 из 3 на приёмке\n\n<b>№ 1.3.")
    await chat.press_label("Вернуть")
    assert (await chat.type(" ")).startswith("Нужен текст")
    assert (await chat.type("Нет протокола")).startswith(
        "Отчёт возвращён, автор уже знает почему.\n\nОтчёт 2 из 2 на приёмке\n\n<b>№ 1.4."
    )
    assert (await chat.press(stale)).startswith("Пока вы смотрели, здесь что-то изменилось.")
    await chat.press("each-next:accept:1")
    assert await chat.press_label("Принять") == "Это конец очереди. Пропущен 1 отчёт."
    assert (await chat.press_label("Сначала")).startswith("Отчёт 1 из 1 на приёмке\n\n<b>№ 1.2.")
    assert await chat.press_label("Принять") == "Всё разобрано: на приёмке ничего не осталось."
    async with sqlite_storage.read() as tx:
        states = [found.state for task in tasks if (found := await get_task(tx, task))]
    assert states == [TaskState.ACCEPTED, TaskState.ACCEPTED, TaskState.RETURNED, TaskState.ACCEPTED]
    assert [notice for _, notice, _ in await told(sqlite_storage)] == ["report-returned"]
