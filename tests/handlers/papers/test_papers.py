"""«Документы»: from the menu to a file, by who may have it, and read by another program."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from bot.domain.people import Person, Role
from bot.screen import Screen
from storage import Storage
from tests.factories import make_person
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, reported

ROWS = (
    ("1.1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("1.2", "Консультации учителей", "ноябрь 2026", "Муниципальный координатор", "График консультаций"),
)


async def staffed(storage: Storage, folder: Path) -> tuple[Town, int, Person]:
    """A launched plan, and the head of the first school, who has reported."""
    town = await make_town(storage, folder, *SCHOOLS)
    plan = await launched(storage, town, *ROWS)
    async with storage.begin() as tx:
        head = await make_person(tx, Role.HEAD, town.district, 1)
    await reported(town, head, 1)
    return town, plan, head


def tables(screen: Screen) -> list[list[list[str]]]:
    (file,) = screen.files
    document = docx.Document(io.BytesIO(file.content()))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


async def test_the_coordinator_has_the_whole_plan_with_marks(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, _ = await staffed(sqlite_storage, tmp_path)
    menu = await town.chat.press(town.coordinator, "home")
    shelf = await town.chat.press(town.coordinator, menu.presses["Документы"])
    assert shelf.text.startswith("<b>Документы. Заречный район</b>")
    shown = await town.chat.press(town.coordinator, shelf.presses["План с отметками"])
    assert shown.text == "План с отметками: Заречный район. Файл придёт через несколько секунд."
    assert shown.screen.files[0].name == "План с отметками 2026-09-01.docx"
    assert [row[5] for row in tables(shown.screen)[0]] == [
        "Отметка о выполнении, документ, дата",
        "МБОУ «Лесная СОШ», сделано, справка.txt, 01.09.2026",
        "",
    ]
    assert plan == 1


async def test_a_head_has_the_own_schools_part(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, head = await staffed(sqlite_storage, tmp_path)
    menu = await town.chat.press(head, "home")
    shelf = await town.chat.press(head, menu.presses["Документы"])
    shown = await town.chat.press(head, shelf.presses["План с отметками"])
    assert [row[1] for row in tables(shown.screen)[0]] == ["Мероприятие", "Диагностика дефицитов"]
    refused = await town.chat.press(head, f"paper:plan:{plan}:0:-:docx")
    assert refused.text == "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    assert (await town.chat.press(head, f"paper:plan:{plan}:1:x-y:docx")).text.startswith("Это меню устарело")
