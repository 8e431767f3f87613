"""A row's fields are asked for, typed, cleared and put back in chat; every screen fits a phone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert, update

from bot.domain.deadlines import Deadline, DeadlineKind, Window, deadline_to_json
from bot.domain.doubt_codes import CODES
from bot.domain.rows import Field
from bot.domain.school_year import SchoolYear
from storage import Storage, tables
from tests.factories import show
from tests.handlers.road_maps import SCHOOLS, launched, make_town, with_plan


async def test_a_field_is_asked_typed_cleared_and_put_back(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    await with_plan(sqlite_storage, town)
    menu = await town.chat.press(town.coordinator, "row-edit:2")
    asked = await town.chat.press(town.coordinator, menu.presses["Результат"])
    assert asked.text == (
        "<b>2 Разбор работ учеников</b>: результат\n\nСейчас: <code>Протокол</code>\n\n"
        "Пришлите новый текст. Прежний можно скопировать нажатием."
    )
    typed = await town.chat.type(town.coordinator, "Справка\n и <план>")
    assert "Результат: Справка\nи &lt;план&gt;\n" in typed.text
    asked = await town.chat.press(town.coordinator, "field:2:result")
    assert "Было в документе: Протокол" in asked.text
    cleared = await town.chat.press(town.coordinator, asked.presses["Очистить"])
    assert "Результат" not in cleared.text.replace("(результат)", "")
    back = await town.chat.press(town.coordinator, "field-back:2:result")
    assert "Результат: Протокол\n" in back.text
    assert "Было в документе" not in back.text
    undone = await town.chat.press(town.coordinator, back.presses["Отменить правку"])
    assert "Было в документе (результат): Протокол" in undone.text
    long = await town.chat.press(town.coordinator, "field:2:number")
    assert "Вернуть как в документе" not in long.presses
    refused = await town.chat.type(town.coordinator, "1" * 41)
    assert refused.text == "Слишком длинно: 41 из 40 знаков. Сократите и пришлите ещё раз."
    assert "<b>2.1 Разбор" in (await town.chat.type(town.coordinator, "2.1")).text  # still asked


async def test_a_section_is_chosen_or_typed(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    await with_plan(sqlite_storage, town)
    menu = await town.chat.press(town.coordinator, "row-edit:2")
    await town.chat.press(town.coordinator, menu.presses["Раздел"])
    assert "<i>Кадры</i>" in (await town.chat.type(town.coordinator, "Кадры")).text
    choice = await town.chat.press(town.coordinator, "row-sections:3:0")
    assert "<i>Кадры</i>" in (await town.chat.press(town.coordinator, choice.presses["Кадры"])).text


async def test_evidence_is_chosen_in_a_live_plan_too(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town)
    card = await town.chat.press(town.coordinator, "activity:1")
    assert "Нужна справка" in card.text
    asked = await town.chat.press(town.coordinator, card.presses["Чем подтвердить"])
    assert "Нужно фото" in (await town.chat.press(town.coordinator, asked.presses["Фото"])).text
    task = next(press for press in card.presses.values() if press.startswith("task:"))
    assert "Нужно фото" in await town.press(task)
    await town.press("evidence-set:1:none")
    assert "Нужн" not in await town.press(task)


async def test_the_fullest_row_fits_one_message(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    plan = await with_plan(sqlite_storage, town)
    start = SchoolYear(2026).start
    windows = tuple(Window(start.replace(day=i + 1), start.replace(day=i + 2), "я" * 90) for i in range(20))
    endless = "Я" * 3000
    full = Deadline(endless, DeadlineKind.PERIODS, windows)
    words = dict.fromkeys(
        ("title", "problem", "result", "responsible_text", "deadline_phrase"), endless + "ю"
    )
    written = dict.fromkeys((field.value for field in Field), endless)
    async with sqlite_storage.begin() as tx:
        row = tables.activities
        values = {**words, "number": "9" * 40, "deadline": deadline_to_json(full), "as_written": written}
        await tx.execute(update(row).where(row.c.id.in_((1, 2))).values(**values))
        await tx.execute(update(tables.sections).values(title=endless))
        doubt = {"plan_id": plan, "activity_id": 1, "position": 0, "message": f"Что-то: «{endless}»"}
        await tx.execute(insert(tables.doubts), [{**doubt, "code": code} for code in CODES])
    presses = [f"field:1:{field.value}" for field in Field]
    presses += ["activity:1", "row-edit:1", "row-doubts:1", "row-join:1", "row-split:1", "row-remove:1"]
    presses += ["evidence:1", "row-sections:1:0", "row-add:1", f"edits:{plan}:0", "field-clear:1:result"]
    for press in presses:
        screen = (await town.chat.press(town.coordinator, press)).screen
        for language in ("ru", "en"):
            shown = show(screen, language)
            assert len(shown.text) <= 4000, press
            assert all(len(label) <= 30 for row in shown.rows for label in row), (press, shown.rows)
