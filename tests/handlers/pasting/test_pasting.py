"""A plan comes as text: piece by piece, kept at once, read when she says that it is all."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import Storage
from tests.handlers.road_maps import ROWS, TITLE, Town, make_town, road_map

PIECES = road_map().decode().split("\n3\t")
WHOLE = [PIECES[0], "3\t" + PIECES[1]]


@pytest.fixture
async def town(sqlite_storage: Storage, tmp_path: Path) -> Town:
    return await make_town(sqlite_storage, tmp_path)


async def typed(town: Town, line: str) -> str:
    return (await town.chat.type(town.coordinator, line)).text


async def test_a_plan_in_two_pieces_is_read_as_one(town: Town) -> None:
    await town.press(f"plans:{town.district}")
    first = await town.chat.type(town.coordinator, WHOLE[0])
    assert first.text.startswith(f"Получена <b>1 часть</b>, {len(WHOLE[0])} знак")
    assert first.rows == (("Это всё",), ("Начать сначала",), ("⌂ Меню",))
    assert (await typed(town, WHOLE[1])).startswith("Получены <b>2 части</b>, ")
    summary = await town.press("paste-done")
    assert summary.startswith(f"<b>{TITLE}</b>")
    assert f"Мероприятий: {len(ROWS)}" in summary
    assert (await town.press("paste-done")).startswith("Это меню устарело")


async def test_a_plan_out_of_the_blue_is_a_plan_too(town: Town) -> None:
    assert (await typed(town, road_map().decode())).startswith("Получена <b>1 часть</b>")
    assert f"Мероприятий: {len(ROWS)}" in await town.press("paste-done")


async def test_a_word_is_no_plan(town: Town) -> None:
    assert "Получена" not in await typed(town, "привет")
    await town.press(f"plans:{town.district}")
    assert await typed(town, "привет") == (
        "Для плана это слишком мало. Пришлите его файлом или вставьте сюда таблицу целиком, вместе с шапкой."
    )
    assert (await typed(town, WHOLE[0])).startswith("Получена <b>1 часть</b>")  # it is still awaited


async def test_what_is_no_table_stays_and_may_be_begun_again(town: Town) -> None:
    await town.press(f"plans:{town.district}")
    await typed(town, "Просто письмо.\nБез таблицы.\nО погоде.")
    refused = await town.chat.press(town.coordinator, "paste-done")
    assert refused.text.startswith("В этом тексте не нашёл таблицы с мероприятиями.")
    assert refused.rows == (("Начать сначала",), ("⌂ Меню",))
    assert (await typed(town, "Ещё строка")).startswith("Получены <b>2 части</b>")
    assert (await town.press("paste-again")).startswith("Прежний текст убран.")
    assert (await typed(town, road_map().decode())).startswith("Получена <b>1 часть</b>")
    assert f"Мероприятий: {len(ROWS)}" in await town.press("paste-done")


async def test_a_plan_without_a_title_is_named_after_the_chat(town: Town) -> None:
    await typed(town, road_map().decode().partition("\n\n")[2])
    assert (await town.press("paste-done")).startswith("<b>План из чата</b>")


async def test_a_file_may_come_instead(town: Town) -> None:
    await typed(town, WHOLE[0])
    shown = await town.chat.send(town.coordinator, "plan.txt", road_map())
    assert f"Мероприятий: {len(ROWS)}" in shown.text


async def test_a_sticker_between_the_pieces_does_no_harm(town: Town) -> None:
    await typed(town, WHOLE[0])
    assert (await typed(town, "")).startswith("Здесь нет текста.")
    assert (await typed(town, WHOLE[1])).startswith("Получены <b>2 части</b>")


async def test_the_chat_is_not_for_books(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.pasting.routes.MAX_PIECES", 1)
    await typed(town, WHOLE[0])
    assert (await typed(town, WHOLE[1])).startswith("Текст слишком длинный для чата.")
