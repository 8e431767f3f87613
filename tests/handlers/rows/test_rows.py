"""Rows are joined, split, added and taken out in chat, and each time there is a way back."""

from __future__ import annotations

from pathlib import Path

from storage import Storage, plans
from tests.factories import Shown
from tests.handlers.road_maps import Town, make_town, with_plan

ROWS = (
    ("1", "Диагностика дефицитов. Разработка плана", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "октябрь 2026", "РМК", "Листы регистрации"),
    ("3", "и учителей", "ноябрь 2026", "РМК, ОО", "Журнал"),
)
OUTDATED = "Это меню устарело. Откройте свежее: кнопка ниже."


async def begin(storage: Storage, folder: Path) -> tuple[Town, int]:
    town = await make_town(storage, folder)
    return town, await with_plan(storage, town, *ROWS)


async def go(town: Town, shown: Shown, *labels: str) -> Shown:
    for label in labels:
        shown = await town.chat.press(town.coordinator, shown.presses[label])
    return shown


async def titles(storage: Storage, plan: int) -> list[str]:
    async with storage.read() as tx:
        return [f"{a.number} {a.title}" for a in await plans.list_activities(tx, plan)]


async def test_a_join_is_shown_done_and_parted_again(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    before = await titles(sqlite_storage, plan)
    row = await town.chat.press(town.coordinator, "activity:2")
    asked = await go(town, row, "Изменить строку", "Соединить со следующей")
    assert asked.text == (
        "Соединить две строки в одну?\n• 2 Семинар для завучей\n• 3 и учителей\nВот что получится:\n\n"
        "<i>Без раздела</i>\n<b>2 Семинар для завучей и учителей</b>\nРезультат: Листы регистрации\nЖурнал\n"
        "Ответственные: РМК\nРМК, ОО\nСрок словами: октябрь 2026, ноябрь 2026\n"
        "Понято так: 1 октября 2026 – 31 октября 2026; 1 ноября 2026 – 30 ноября 2026\n"
        "Нужен лист регистрации"
    )
    assert await titles(sqlite_storage, plan) == before
    joined = await go(town, asked, "Да, соединить")
    assert await titles(sqlite_storage, plan) == [before[0], "2 Семинар для завучей и учителей"]
    assert await town.press(asked.presses["Да, соединить"]) != joined.text  # nothing is joined twice
    again = await town.chat.press(town.coordinator, "activity:2")
    undone = await go(town, again, "Разъединить обратно")
    assert undone.text.startswith("Правка отменена.")
    assert await titles(sqlite_storage, plan) == before
    last = await town.press("row-join:3")
    assert last == "Это последняя строка, соединять её не с чем."


async def test_a_row_is_split_at_a_sentence_or_by_a_typed_title(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    asked = await town.chat.press(town.coordinator, "row-split:1")
    split = await go(town, asked, "✂ Разработка плана")
    assert (await titles(sqlite_storage, plan))[:2] == ["1 Диагностика дефицитов.", "1 Разработка плана"]
    assert await town.press(asked.presses["✂ Разработка плана"]) == OUTDATED
    second = await go(town, split, "Ко второй строке")
    assert "Было в документе (название): Диагностика дефицитов. Разработка плана" in second.text
    await go(town, split, "Соединить обратно")
    assert await titles(sqlite_storage, plan) == [f"{number} {title}" for number, title, *_ in ROWS]
    await town.chat.press(town.coordinator, "row-split:3")
    await town.chat.type(town.coordinator, "Консультации")
    assert (await titles(sqlite_storage, plan))[2:] == ["3 и учителей", "3 Консультации"]


async def test_a_row_is_added_step_by_step(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    asked = await town.chat.press(town.coordinator, "row-add:2")
    assert "Шаг 1 из 4." in asked.text
    await town.chat.type(town.coordinator, "2.1")
    assert await town.press("row-add-skip:title") == OUTDATED
    assert "Шаг 3 из 4." in (await town.chat.type(town.coordinator, "Совещание  директоров")).text
    sure = await town.chat.type(town.coordinator, "до 1 мая 2027")
    sure = await go(town, sure, "Пропустить")
    assert sure.text == (
        "Добавить строку после «2 Семинар для завучей»?\n\n• номер: 2.1\n• название: Совещание директоров\n"
        "• срок: до 1 мая 2027\n• ответственные: —"
    )
    added = await go(town, sure, "Добавить строку")
    assert "Строка добавлена вручную, в документе её нет." in added.text
    assert "Нужен протокол" in added.text
    assert (await titles(sqlite_storage, plan))[2] == "2.1 Совещание директоров"
    assert await town.press(sure.presses["Добавить строку"]) == OUTDATED
    await go(town, added, "Убрать добавленную строку")
    assert len(await titles(sqlite_storage, plan)) == 3


async def test_a_removed_row_comes_back_from_the_list_of_edits(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan = await begin(sqlite_storage, tmp_path)
    before = await titles(sqlite_storage, plan)
    gone = await go(town, await town.chat.press(town.coordinator, "row-remove:2"), "Да, удалить строку")
    assert gone.text == "Строка удалена: 2 Семинар для завучей"
    assert await titles(sqlite_storage, plan) == [before[0], before[2]]
    listed = await go(town, gone, "Правки черновика")
    assert listed.text.splitlines()[-1] == "• удалена: 2 Семинар для завучей"
    await go(town, listed, "↩ 2 Семинар для завучей")
    assert await titles(sqlite_storage, plan) == before
    assert await town.press(f"edits:{plan}:0") == "Правок в черновике нет."
