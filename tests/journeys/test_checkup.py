"""A teacher has a plan checked before it is signed, and takes the marked copy home."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.journeys.town import SCHOOLS, Town

_ROWS = (
    ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат"),
    ("1", "Диагностика дефицитов", "до 18 сентября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "до 25 сентября 2026", "", "Протокол"),
    ("4", "Итоги годового плана", "Март 2027 - декабрь 2026", "РМК", ""),
)
PLAN = "\n".join(["План школы на 2026-2027 учебный год", "", *("\t".join(row) for row in _ROWS)]).encode()


async def test_a_teacher_checks_a_file_and_downloads_the_copy(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    teacher = await town.invite("Вера Зорина", "+ Учителя")
    await teacher.say("/start")
    assert teacher.last.labels == ["Анкета", "Методическая работа", "Проверить план"]
    await teacher.press("Проверить план")
    await teacher.send_file("План школы.txt", PLAN)
    summary, sent = teacher.screen[-2:]
    assert "Ошибок: 2\nЗамечаний: 2" in summary.text
    assert sent.document is not None
    name, data = sent.document
    assert name == "Проверка План школы.xlsx"
    sheet = load_workbook(io.BytesIO(data))["План"]
    assert [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=4)] == [
        [cell or None for cell in row[:4]] for row in _ROWS[1:]
    ]
    await teacher.press("Список замечаний (4)")
    listed = teacher.screen[-2].text.splitlines()  # the list takes the summary's place, above the copy
    assert [line.split(".")[0] for line in listed if line.startswith("№")] == [
        "№ 2 · Ошибка",
        "№ 4 · Замечание",
        "№ 4 · Замечание",
        "№ 4 · Ошибка",
    ]
    # Nothing was imported: the coordinator has no plan.
    await town.coordinator.say("/plan")
    assert "План школы" not in town.coordinator.last.text


async def test_a_closed_check_says_so_and_opens_again(town: Town) -> None:
    coordinator = town.coordinator
    await coordinator.say("/start")
    await coordinator.press("Проверить план")
    await coordinator.send_file("План.txt", PLAN)
    summary = coordinator.screen[-2]
    await coordinator.say("/start")
    await coordinator.press("Список замечаний (4)", message=summary)
    assert coordinator.last.text.startswith("Эта проверка уже закрыта.")
    await coordinator.press("Проверить другой файл", message=summary)
    await coordinator.send_file("План.docx", b"not a zip")
    assert coordinator.last.text.startswith("Файл повреждён и не открывается.")
    await coordinator.send_file("План.txt", PLAN)
    assert coordinator.screen[-2].text.startswith("Проверка плана")
