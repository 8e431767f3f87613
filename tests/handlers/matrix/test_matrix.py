"""The matrix of proofs on the screen and as a workbook."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import select

from bot.domain.people import Role
from storage import Storage, tables
from tests.factories import make_person
from tests.handlers.road_maps import launched, make_town, reported

SCHOOLS = ("Школа № 1", "Школа № 2")
ROWS = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Семинар", "до 15 октября 2026", "РМК", "Протокол"),
)


async def test_holes_are_shown(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    t, s = tables.tasks.c, tables.schools.c
    async with sqlite_storage.begin() as tx:
        query = select(t.id, s.id).join(tables.schools, s.id == t.school_id).where(s.name == SCHOOLS[0])
        task, school = (await tx.execute(query)).one()
        head = await make_person(tx, Role.HEAD, town.district, school)
    await reported(town, head, task)
    draft = (await town.chat.press(head, f"report:{task}")).presses
    await town.chat.press(head, next(press for press in draft.values() if press.startswith("report-send")))

    shown = await town.chat.press(town.coordinator, f"matrix:{plan}:0:0")
    assert shown.text == (
        "<b>Подтверждающие документы.</b> Заречный район\nПолностью подтверждено строк: 0 из 2.\n\n"
        "<b>1</b> Диагностика дефицитов (Справка)\nесть у 1 из 2\n\n"
        "<b>2</b> Семинар (Протокол)\nесть у 0 из 1"
    )
    assert (await town.press(shown.presses["1 Диагностика дефицитов"])).endswith(
        "есть у 1 из 2\n\nГде не хватает:\nШкола № 2: нет"
    )
    own = await town.chat.press(head, f"matrix:{plan}:{school}:0")
    assert own.text.endswith("<b>1</b> Диагностика дефицитов (Справка)\nесть")

    sent = await town.chat.press(town.coordinator, f"matrix-sheet:{plan}:0")
    sheet = load_workbook(io.BytesIO(sent.screen.files[0].content())).active
    assert sheet is not None
    written = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert [row for row in written if len(row) > 1] == [
        ["№", "Мероприятие", "Документ", "Есть", "Школа № 1", "Школа № 2", "РМК"],
        ["1", "Диагностика дефицитов", "Справка", "1 из 2", "есть", "нет"],
        ["2", "Семинар", "Протокол", "0 из 1", "нет"],
    ]
