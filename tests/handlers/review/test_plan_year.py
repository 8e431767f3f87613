"""A plan whose document names no year is given one in the chat."""

from __future__ import annotations

from pathlib import Path

from bot.domain.deadlines import deadline_to_json
from bot.reading.plan_reader import read_plan
from bot.use_cases import plans as imports
from storage import Storage, plans
from tests.factories import NOW, WORDS
from tests.handlers.road_maps import TITLE, Town, make_town, road_map, with_plan

ROWS = (
    ("1", "Диагностика дефицитов", "сентябрь", "РМК", "Справка"),
    ("2", "Отчёты школ", "до 15 марта", "РМК", "Отчёты"),
    ("3", "Семинар", "20.11.2026", "РМК", "Протокол"),
)


async def undated(storage: Storage, town: Town) -> int:
    document = road_map(*ROWS).replace(TITLE.encode(), "Дорожная карта Берёзовского района".encode())
    async with storage.begin() as tx:
        draft = read_plan(document, "plan.txt")
        return await imports.import_plan(
            tx, town.coordinator, district_id=town.district, draft=draft, file_name="plan.txt", now=NOW
        )


async def windows(storage: Storage, plan: int) -> list[list[tuple[str | None, str | None]]]:
    async with storage.read() as tx:
        found = [deadline_to_json(row.deadline) for row in await plans.list_activities(tx, plan)]
    return [[(w["start"], w["end"]) for w in deadline["windows"]] for deadline in found]


async def test_deadlines_are_read_by_the_year_that_is_chosen(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await undated(sqlite_storage, town)
    exact = [("2026-11-20", "2026-11-20")]
    assert await windows(sqlite_storage, plan) == [[("--09-01", "--09-30")], [(None, "--03-15")], exact]
    shown = await town.chat.press(town.coordinator, f"doubts:{plan}")
    assert "Какой это год?" in shown.text  # before the rows that hang on it
    asked = shown.presses
    done = await town.chat.press(town.coordinator, asked["2026/27 уч. год"])
    assert done.screen.toast
    assert WORDS.plain(done.screen.toast, "ru") == "Год плана поставлен, по нему прочитаны 2 срока."
    assert "Сомнений не осталось" in done.text
    first = [("2026-09-01", "2026-09-30")]
    assert await windows(sqlite_storage, plan) == [first, [(None, "2027-03-15")], exact]
    await town.chat.press(town.coordinator, asked["2026 год"])  # another may be chosen
    assert await windows(sqlite_storage, plan) == [first, [(None, "2026-03-15")], exact]


async def test_the_year_of_a_document_is_not_chosen(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await with_plan(sqlite_storage, town, *ROWS)
    assert (await town.press(f"plan-year:{plan}:2026-2027")).startswith("Год этого плана назван в документе.")
    assert (await town.press(f"plan-year:{plan}:вчера")).startswith("Это меню устарело")
