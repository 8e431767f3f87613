"""From what is late to an agenda, to decisions, to a protocol, to tasks."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from sqlalchemy import select

from handlers.conversations import CONVERSATIONS
from storage import Storage, tables
from storage.plans import list_activities
from tests.factories import Chat, Shown
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town
from tests.use_cases.test_mornings import counted_queries

ROWS = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "до 20 ноября 2026", "РМК", "Протокол"),
)
LATER = datetime(2026, 10, 19, 6, tzinfo=UTC)
DECISION = "Провести сверку планов; до 15 декабря 2026; РМК"


async def begin(storage: Storage, folder: Path) -> tuple[Town, int]:
    """The town in October, its diagnosis late at both schools."""
    town = await make_town(storage, folder, *SCHOOLS)
    plan = await launched(storage, town, *ROWS)
    return replace(town, chat=Chat(storage, CONVERSATIONS, lambda: LATER, folder)), plan


async def call(town: Town) -> Shown:
    await town.press(f"meeting-new:{town.district}")
    return await town.chat.type(town.coordinator, "22 октября")


async def test_an_agenda_is_proposed_and_written_down(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, _ = await begin(sqlite_storage, tmp_path)
    called = await call(town)
    assert called.text.endswith(
        "<b>Совещание 22 октября 2026</b>\n\n"
        "<b>Повестка</b>\n1. № 1. Диагностика дефицитов: просрочено 2, возвращено 0"
    )
    await town.chat.press(town.coordinator, called.presses["+ Решение"])
    assert (await town.chat.type(town.coordinator, "Сверка")).text.startswith("Нужны три части")
    await town.chat.type(town.coordinator, DECISION)
    second = await town.chat.type(town.coordinator, "Помочь школам\nпостоянно\nОО")
    assert second.text.endswith(
        "<b>Решили</b>, всего: 2\n"
        "1. Провести сверку планов · до 15 декабря 2026 · РМК (ещё не в плане)\n"
        "2. Помочь школам · постоянно · ОО (ещё не в плане)"
    )
    sent = await town.chat.press(town.coordinator, second.presses["Протокол (DOCX)"])
    (file,) = sent.screen.files
    agenda, decided = Document(io.BytesIO(file.content())).tables
    assert file.name == "Протокол совещания 2026-10-22.docx"
    assert [cell.text for cell in agenda.rows[1].cells] == ["1", "1 Диагностика дефицитов", "просрочено: 2"]
    assert [cell.text for cell in decided.rows[1].cells] == ["1", *DECISION.split("; ")]


async def test_decisions_become_tasks_by_a_correction(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    called = await call(town)
    await town.chat.press(town.coordinator, called.presses["+ Решение"])
    noted = await town.chat.type(town.coordinator, DECISION)
    correction = await town.chat.press(town.coordinator, noted.presses["Внести решения в план"])
    assert "новых строк: 1" in correction.text
    again = await town.chat.press(town.coordinator, "meeting:1")
    assert "(в исправлении плана)" in again.text
    assert "Внести решения в план" not in again.presses
    stale = await town.chat.press(town.coordinator, noted.presses["Внести решения в план"])
    assert stale.text == "Это меню устарело. Откройте свежее: кнопка ниже."
    await town.press(f"correction-apply-yes:{plan}")
    assert "(в плане)" in await town.press("meeting:1")
    other = await call(town)
    await town.chat.press(town.coordinator, other.presses["+ Решение"])
    same = await town.chat.type(town.coordinator, DECISION)
    assert "(ещё не в плане)" in same.text  # the other meeting's row is not its own
    async with sqlite_storage.read() as tx:
        added = (await list_activities(tx, plan))[-1]
        t = tables.tasks.c
        due = (await tx.execute(select(t.window_end).where(t.activity_id == added.id))).scalars().all()
    assert (added.section, added.title) == ("Решения совещаний", "Провести сверку планов")
    assert [day.isoformat() for day in due] == ["2026-12-15"]


async def test_thirty_meetings_cost_the_queries_of_one(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, _ = await begin(sqlite_storage, tmp_path)
    costs = set()
    for total in (1, 29):
        for _ in range(total):
            await call(town)
        with counted_queries(sqlite_storage) as seen:
            shown = await town.press(f"meetings:{town.district}:0")
        costs.add(len(seen))
    assert (len(costs), shown) == (1, "<b>Совещания:</b> 30, последние сверху")
