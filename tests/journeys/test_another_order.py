"""The main story, told in another order: schools and people first, then the plan; a head works alone."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

import bot.sandbox
from bot.tour.stage import Stage
from tests.journeys.town import Town, answer_report, open_task

SAMPLE = Path(bot.sandbox.__file__).parent / "samples" / "roadmap.docx"
NOT_YET = "План района ещё готовится. Когда координатор его запустит, он появится здесь."
SCHOOL = "МБОУ «Ключевская СОШ»"


async def test_schools_and_people_come_before_the_plan(town: Town) -> None:
    coordinator = town.coordinator
    await town.add_schools(SCHOOL, "МБОУ «Озёрная ООШ»")
    head = await town.invite("Мария Белова", "+ Директор", SCHOOL)
    await head.say("/tasks")
    assert head.last.text.startswith("Мои задачи")
    await head.say("/plan")
    assert head.last.text == NOT_YET

    summary = await town.send_plan(SAMPLE.read_bytes(), SAMPLE.name)
    assert "Разделов: 4\nМероприятий: 29" in summary.text
    await head.say("/plan")  # a draft is nobody's but hers
    assert head.last.text == NOT_YET
    await town.approve()
    await coordinator.press("Связать ответственных")
    await coordinator.press("✓ Всё верно")
    while "Запустить план" not in coordinator.last.labels:
        await coordinator.press("Координатор")
    await coordinator.press("Запустить план")
    assert coordinator.last.text.startswith("План запущен")

    await town.morning(8)
    assert head.last.text.startswith("Доброе утро!\n\nВаши задачи\n1. ")
    await open_task(head, "№ 1.2")
    await answer_report(head)
    await head.press("Отправить отчёт")
    assert head.last.text == (
        "Отчёт. № 1.2. Разработка школьных планов перехода в эффективный режим работы\n\n"
        "Отчёт отправлен координатору. До приёмки его можно исправить."
    )

    await coordinator.say("/start")
    await coordinator.press("На приёмке (1)")
    await coordinator.press("1) ")
    await coordinator.press("Принять")
    assert "Сейчас: принято" in coordinator.last.text
    await coordinator.press("История")
    assert "Мария Белова" in coordinator.last.text


async def test_the_plan_goes_out_with_its_marks(town: Town, stage: Stage) -> None:
    head, _ = await town.at_work()
    await open_task(head)
    await answer_report(head, "Провели в трёх классах")
    await head.press("Отправить отчёт")
    coordinator = town.coordinator
    await coordinator.say("/plan")
    await coordinator.press("Выгрузить план (XLSX)")
    sent = next(s for s in reversed(coordinator.screen) if s.document)
    assert sent.document is not None
    book = load_workbook(io.BytesIO(sent.document[1]))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    marked = next(row for row in rows if row[1] == "Диагностика дефицитов")
    assert "Провели в трёх классах" in str(marked)
    await coordinator.say("/chart")
    assert next(s for s in reversed(coordinator.screen) if s.photo).photo is not None
