"""The main story against an emulator by other people: its rules find nothing to forbid."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from bot.clock import SimulatedClock
from tests.journeys.conftest import MONDAY
from tests.journeys.emulated import Emulator, emulated_stage
from tests.journeys.town import Town, answer_report, open_queue, open_task


async def test_from_the_first_link_to_the_plan_with_its_marks(migrated_sqlite: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "vekhi.db")
    emulator = Emulator()
    async with emulated_stage(emulator, tmp_path / "data", SimulatedClock(MONDAY)) as emulated:
        stage: Any = emulated
        town = await Town.found(stage)
        head, deputy = await town.at_work()
        coordinator = town.coordinator
        await town.morning(8)
        assert deputy.last.text.startswith("Доброе утро!")
        await open_task(deputy)
        await answer_report(deputy, "Провели <b>в трёх</b> классах & одной группе")
        await deputy.press("Отправить отчёт")
        await open_queue(head)
        await head.press("Подтвердить")
        await coordinator.say("/start")
        for label in ("На приёмке (1)", "1) ", "Принять"):
            await coordinator.press(label)
        assert "Сейчас: принято" in coordinator.last.text
        await coordinator.say("/chart")
        assert any(shown.photo for shown in coordinator.screen)
        await coordinator.say("/plan")
        await coordinator.press("Выгрузить план (XLSX)")
        await stage.calm()
        sent = next(shown.document for shown in reversed(coordinator.screen) if shown.document)
        book = load_workbook(io.BytesIO(sent[1]))
        words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
        assert any("Провели <b>в трёх</b> классах & одной группе" in word for word in words)
    assert emulator.refused == []
    used = {type(request).__name__ for request in emulator.requests}
    assert used >= {"SendMessage", "EditMessageText", "AnswerCallbackQuery", "SendPhoto", "SendDocument"}
