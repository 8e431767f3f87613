"""The workbook: the plan's own order and numbers, with what was reported."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import insert, update

from bot.words import Words
from handlers.plan.paper import workbook
from storage import Storage
from storage.tables import evidence, reports, tasks
from tests.factories import NOW
from tests.handlers.road_maps import SCHOOLS, launched, make_town
from tests.papers.big_district import big_record

ROWS = (
    ("1.1", "Диагностика", "до 15 октября 2026", "ОО", "Справка"),
    ("1.2", "=Курсы", "по графику", "Муниципальный координатор", ""),
)


async def test_the_last_sent_report_is_the_mark(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    async with sqlite_storage.begin() as tx:
        report = {"task_id": 1, "person_id": town.coordinator.id, "step": "review", "touched_at": NOW}
        for version, words in ((1, "первый"), (2, "Проведена во всех классах"), (None, "черновик")):
            sent = NOW + timedelta(days=30) if version else None
            row = {"version": version, "outcome": "done", "words": words, "people_count": 12, "sent_at": sent}
            await tx.execute(insert(reports).values(**report, **row))
        file = {"content_hash": "0" * 64, "name": "справка.pdf", "kind": "document", "size": 1}
        await tx.execute(insert(evidence).values(report_id=2, **file))
        await tx.execute(update(tasks).where(tasks.c.id == 1).values(state="accepted"))
    shown = await town.chat.press(town.coordinator, f"plan-export:{plan}")
    (file_sent,) = shown.screen.files
    book = load_workbook(io.BytesIO(file_sent.content()))
    cells = [[c.value for c in row] for row in book["План"].iter_rows()]
    who = town.coordinator.name
    assert file_sent.name == "План 2026-09-01.xlsx"
    assert cells[1][0] == "Заречный район, 1 сентября 2026. Выполнено 1 из 3."
    assert cells[4:] == [
        [
            *("1.1", "Диагностика", "до 15 октября 2026", "ОО", "Справка"),
            "МБОУ «Лесная СОШ», до 15 октября 2026: сделано, 1 октября 2026 (принято)\n"
            "Проведена во всех классах\nУчастников: 12\nДокументы: справка.pdf",
            "выполнено 1 из 2",
        ],
        ["1.2", "=Курсы", "по графику", "Муниципальный координатор", None, None, "выполнено 0 из 1"],
    ]
    assert [[c.value for c in row][:7] for row in book["Поручения"].iter_rows(min_row=2)] == [
        ["1.1", "Диагностика", None, "до 15 октября 2026", "МБОУ «Горная ООШ»", "впереди", None],
        ["1.1", "Диагностика", None, "до 15 октября 2026", "МБОУ «Лесная СОШ»", "принято", who],
        ["1.2", "=Курсы", None, "без даты", "координатор", "ждёт даты", None],
    ]


def test_of_many_reports_a_row_tells_the_numbers() -> None:
    file = workbook(big_record(schools=14, rows=10), lambda words: Words().plain(words, "ru"))
    rows = load_workbook(io.BytesIO(file.content()))["План"].iter_rows(min_row=5, values_only=True)
    assert next(iter(rows))[5] == (
        "Отчётов: 6\nУчастников: 24\nДокументов: 0\nПоследний отчёт: 5 октября 2026\n"
        "Каждый отчёт стоит на листе «Поручения»."
    )
