"""Rows are found by number or by words in any form, and what was found stays at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.people import Role
from storage import Storage
from tests.factories import make_person
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, with_plan

ROWS = (
    ("1.1", "Проведение мониторинга дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2.3", "Семинары для завучей", "октябрь 2026", "РМК", "Листы регистрации"),
    ("2.3.1", "Зачётное занятие", "ноябрь 2026", "РМК", "Журнал"),
    ("2.30", "Отчёт о семинаре", "май 2027", "Муниципальный координатор", "Отчёт"),
)


async def begin(storage: Storage, folder: Path, *rows: tuple[str, ...]) -> tuple[Town, int]:
    town = await make_town(storage, folder)
    return town, await with_plan(storage, town, *(rows or ROWS))


async def find(town: Town, words: str) -> list[str]:
    """Numbers of what is found."""
    shown = await town.chat.type(town.coordinator, words)
    return [line.split("</b>")[0][3:] for line in shown.text.splitlines()[1:] if line.startswith("<b>")]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("2.3", ["2.3", "2.3.1"]),  # not 2.30
        ("№ 2.30", ["2.30"]),
        ("2", ["2.3", "2.3.1", "2.30"]),
        ("мониторингом", ["1.1"]),
        ("Семинар", ["2.3", "2.30"]),
        ("завучи семинаром", ["2.3"]),  # every word, in any order and form
        ("зачетных", ["2.3.1"]),  # ё or not
        ("отчеты", ["2.30"]),
        ("рмк", ["2.3", "2.3.1"]),
        ("координ", ["2.30"]),  # the beginning of a word
        ("мая", ["2.30"]),
        ("слон", []),
    ],
)
async def test_what_is_found(sqlite_storage: Storage, tmp_path: Path, words: str, numbers: list[str]) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    await town.press(f"search:{plan}")
    assert await find(town, words) == numbers


async def test_one_search_follows_another_until_something_else_is_begun(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    await town.press(f"search:{plan}")
    assert (await town.chat.type(town.coordinator, "?")).text.startswith("Напишите номер строки")
    assert await find(town, "мониторинг") == ["1.1"]
    await town.press("activity:2")  # who looks at a row goes on searching
    assert await find(town, "семинар") == ["2.3", "2.30"]
    await town.press("home")
    assert await find(town, "семинар") == []


async def test_the_way_back_leads_to_the_page_one_came_from(sqlite_storage: Storage, tmp_path: Path) -> None:
    many = [(str(i), f"Семинар {i}", "май 2027", "РМК", "Журнал") for i in range(1, 21)]
    town, plan = await begin(sqlite_storage, tmp_path, *many)
    await town.press(f"search:{plan}")
    first = await town.chat.type(town.coordinator, "семинары")
    assert first.text.startswith("<b>«семинары»</b>: нашлось 20 строк.")
    second = await town.chat.press(town.coordinator, first.presses["Дальше →"])
    card = await town.chat.press(town.coordinator, second.presses["9 Семинар 9"])
    edited = await town.chat.press(town.coordinator, card.presses["Изменить строку"])
    again = await town.chat.press(town.coordinator, edited.presses["К строке"])
    back = await town.chat.press(town.coordinator, again.presses["Назад к поиску"])
    assert (back.text, back.rows) == (second.text, second.rows)


async def test_readers_search_a_live_plan_each_for_themselves(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    async with sqlite_storage.begin() as tx:
        head = await make_person(tx, Role.HEAD, town.district)
    await town.chat.press(head, f"search:{plan}")
    found = await town.chat.type(head, "завуч")
    card = await town.chat.press(head, next(p for p in found.presses.values() if p.startswith("activity:")))
    assert "Назад к поиску" in card.presses
    assert "Изменить строку" not in card.presses
    own = await town.chat.press(town.coordinator, "activity:2")
    assert "Назад к поиску" not in own.presses
