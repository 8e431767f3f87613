"""The tour tells its story to the end, and shows what it promises."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.tour.cast import COORDINATOR, DEPUTIES, HEADS, TEACHERS
from bot.tour.story import SAMPLE, play

TWO_MONTHS = timedelta(days=60)


async def test_the_story_from_the_first_link_to_the_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await play(SAMPLE.with_suffix(".docx"), tmp_path, TWO_MONTHS)
    printed = capsys.readouterr().out
    told = [
        f"Чат: {COORDINATOR}",
        "План запущен",
        "Доброе утро!",
        "Отчёт отправлен.",
        "отчёт возвращён на доработку",
        "Срок назначен.",
        "Продолжить с вопроса 5",
        "Рисковый профиль",
        "История.",
        "Export the plan (XLSX)",
    ]
    assert [words for words in told if words not in printed] == []
    chats = {file.stem for file in (tmp_path / "chats").iterdir()}
    assert {COORDINATOR, HEADS[0], DEPUTIES[0], TEACHERS[0]} <= chats
    pictures = list((tmp_path / "files").glob("*.png"))
    assert len(pictures) == 3
    assert max(picture.stat().st_size for picture in pictures) <= 150 * 1024
    (workbook,) = (tmp_path / "files").glob("*.xlsx")
    marks = [row[5].value for row in load_workbook(workbook).worksheets[0].iter_rows() if row[5].value]
    assert any("замечаний нет" in str(mark) for mark in marks)
