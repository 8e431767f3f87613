"""Several rows ticked, one outcome and one sentence for all; what asks for a proof is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage, tables
from tests.school_life import MONDAY, Chat, District, Office
from tests.use_cases.test_mornings import counted_queries


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


@pytest.fixture
async def deputy(district: District, tmp_path: Path) -> Chat:
    return Office(district.storage, tmp_path, district.clock).chat(await district.add(Role.DEPUTY))


async def tick_all(deputy: Chat, tasks: list[int]) -> None:
    for task in tasks:
        await deputy.press(f"several-tick:{task}:0")
    await deputy.press("several-next")


async def require_proof(district: District, task: int) -> None:
    t, a = tables.tasks.c, tables.activities.c
    of_task = a.id.in_(select(t.activity_id).where(t.id == task))
    async with district.storage.begin() as tx:
        await tx.execute(update(tables.activities).where(of_task).values(evidence_kind="memo"))
        await tx.execute(update(tables.plans).values(proof_required=True, coordinator_accepts=False))
        await tx.execute(update(tables.plans).values(head_confirms=False))


async def reported(district: District) -> list[tuple[int, int, str, str]]:
    r = tables.reports.c
    async with district.storage.read() as tx:
        rows = await tx.execute(select(r.task_id, r.version, r.outcome, r.words).order_by(r.task_id))
        return [(row.task_id, row.version, row.outcome, row.words) for row in rows]


async def test_one_sentence_for_all_of_them(district: District, deputy: Chat) -> None:
    tasks = [await district.task(date(2026, 9, 20 + n)) for n in range(3)]
    await tick_all(deputy, tasks)
    await deputy.press_label("Частично")
    shown = await deputy.type("  Идёт по плану ")
    assert "Отчётов: 3\n\nСделано частично\n«Идёт по плану»\n\nДокумент не нужен (3):" in shown
    assert "Отправлено 3 отчёта." in await deputy.press_label("Отправить все (3)")
    assert await reported(district) == [(task, 1, "partly", "Идёт по плану") for task in tasks]
    assert "нет" in await deputy.press("several:0")


async def test_what_may_not_go_unproved_stays(district: District, deputy: Chat) -> None:
    tasks = [await district.task(date(2026, 9, 20 + n)) for n in range(2)]
    await require_proof(district, tasks[1])
    await tick_all(deputy, tasks)
    await deputy.press_label("Сделано")
    assert "Не отправятся, по этому плану нужно подтверждение (1):" in await deputy.press_label(
        "Без пояснений"
    )
    assert "Остались отмеченными (1)" in await deputy.press_label("Отправить все (1)")
    assert await reported(district) == [(tasks[0], 1, "done", "")]
    # What was not done needs no proof.
    await deputy.press("several-next")
    await deputy.press_label("Не сделано")
    await deputy.press_label("Без пояснений")
    assert "Отправлен 1 отчёт." in await deputy.press_label("Отправить все (1)")


async def test_a_pupils_name_is_pointed_out(district: District, deputy: Chat) -> None:
    await tick_all(deputy, [await district.task(date(2026, 9, 20))])
    await deputy.press_label("Сделано")
    assert "имя: «Иванова Петю»" in await deputy.type("Вызвали Иванова Петю")


async def test_what_is_begun_or_foreign_cannot_be_ticked(district: District, deputy: Chat) -> None:
    begun = await district.task(date(2026, 9, 20))
    foreign = await district.task(date(2026, 9, 20), place=f"s{await district.add_school('Школа № 2')}")
    await deputy.press(f"report:{begun}")
    assert "Вам это недоступно" in await deputy.press(f"several-tick:{foreign}:0")
    assert "нет" in await deputy.press(f"several-tick:{begun}:0")
    assert "Сначала отметьте задачи" in await deputy.press("several-wordless:done")


async def test_words_of_long_ago_are_asked_anew(district: District, deputy: Chat) -> None:
    await tick_all(deputy, [await district.task(date(2026, 9, 20))])
    await deputy.press_label("Сделано")
    await deputy.type("Провели")
    send = deputy.buttons["Отправить все (1)"]
    await deputy.press("tasks:0")
    assert "Что с отмеченной задачей" in await deputy.press(send)
    assert await reported(district) == []


async def test_thirty_rows_cost_as_many_queries_as_one(district: District, deputy: Chat) -> None:
    tasks = [await district.task(date(2026, 9, 20))]
    with counted_queries(district.storage) as one:
        await deputy.press("several:0")
    tasks += [await district.task(date(2026, 9, 21)) for _ in range(29)]
    with counted_queries(district.storage) as thirty:
        await deputy.press("several:1")
    assert len(thirty) == len(one)
    assert "Дальше →" in deputy.buttons
