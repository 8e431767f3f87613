"""What schools and the method office do together, over HTTP."""

from __future__ import annotations

import io

from docx import Document

from bot.sandbox.persona import Persona
from tests.journeys.town import Town, answer_report, open_task


async def open_method_work(person: Persona, part: str) -> None:
    await person.say("/start")
    await person.press("Методическая работа")
    await person.press(part)


async def test_an_accepted_report_becomes_a_practice_that_a_teacher_finds(town: Town) -> None:
    head, deputy = await town.at_work()
    teacher = await town.invite("Вера Зорина", "+ Учителя")
    await open_task(deputy)
    await answer_report(deputy, "Провели диагностику с наставниками")
    await deputy.press("Отправить")
    await head.say("/start")
    await head.press("На подтверждении (1)")
    await head.press("1) ")
    await head.press("Подтвердить")
    coordinator = town.coordinator
    await coordinator.say("/start")
    await coordinator.press("На приёмке (1)")
    await coordinator.press("1) ")
    await coordinator.press("Принять")
    await coordinator.press("В банк практик")
    await coordinator.press("3")
    await coordinator.say("Учителя знают, чему учиться")
    assert "Спросил автора отчёта" in coordinator.last.text
    await town.news()
    assert "Ваш отчёт «Диагностика дефицитов» предлагают в банк практик" in deputy.last.text
    await deputy.press("Посмотреть и решить")
    await deputy.press("Согласен, только текст")
    await open_method_work(teacher, "Банк практик")
    await teacher.press("Найти по словам")
    await teacher.say("наставник")
    assert "нашлась 1 практика" in teacher.last.text
    await teacher.press("Диагностика дефицитов")
    assert "Что это дало: Учителя знают, чему учиться" in teacher.last.text


async def test_a_teacher_books_a_consultation_and_it_stands_in_the_schedule(town: Town) -> None:
    await town.at_work()
    teacher = await town.invite("Вера Зорина", "+ Учителя")
    coordinator = town.coordinator
    await open_method_work(coordinator, "Консультации")
    await coordinator.press("+ Консультация")
    await coordinator.press("6")
    for line in ("15 октября в 15:00", "РМК, кабинет 3"):
        await coordinator.say(line)
    await coordinator.press("3")
    await open_method_work(teacher, "Консультации")
    await teacher.press("15 октября, 15:00 · фактор 6")
    await teacher.press("Записаться")
    assert teacher.last.text.startswith("Готово, место за вами.")
    await town.morning(14, month=10)
    assert "Консультация 15 октября 2026, 15:00: Низкая учебная мотивация" in teacher.last.text
    await coordinator.say("/start")
    await coordinator.press("Документы")
    await coordinator.press("График консультаций")
    sent = next(seen.document for seen in coordinator.newest_first() if seen.document)
    rows = [[cell.text for cell in row.cells] for row in Document(io.BytesIO(sent[1])).tables[0].rows]
    assert ["15.10.2026, 15:00", "", "Низкая учебная мотивация", "РМК, кабинет 3"] in [
        row[:4] for row in rows
    ]
    assert "записались: 1 из 3" in rows[-1]


async def test_two_schools_become_partners_and_note_an_event(town: Town) -> None:
    head, _ = await town.at_work()
    coordinator = town.coordinator
    await open_method_work(coordinator, "Школы-партнёры")
    for label in ("+ Пара школ", "МБОУ «Горная ООШ»", "МБОУ «Лесная СОШ»"):
        await coordinator.press(label)
    await coordinator.say("до 15 октября 2026")
    assert coordinator.last.text.startswith("Пара создана.")
    await open_method_work(head, "Школы-партнёры")
    await head.press("МБОУ «Лесная СОШ»")
    await head.press("+ Совместное дело")
    await head.say("25 сентября: Взаимные уроки")
    assert "• 25 сентября 2026: Взаимные уроки" in head.last.text
    await town.morning(8, month=10)
    assert "Договор школ-партнёров заканчивается 15 октября" in head.last.text


async def test_a_meeting_decides_and_its_decision_becomes_a_task(town: Town) -> None:
    await town.at_work()
    await town.morning(30)
    coordinator = town.coordinator
    await open_method_work(coordinator, "Совещания")
    await coordinator.press("+ Совещание")
    await coordinator.say("2 октября")
    assert "№ 1. Диагностика дефицитов: просрочено 2" in coordinator.last.text
    await coordinator.press("+ Решение")
    await coordinator.say("Помочь школам с диагностикой; до 30 октября 2026; Муниципальный координатор")
    await coordinator.press("Внести решения в план")
    assert "новых строк: 1" in coordinator.last.text
    await coordinator.press("Принять все и применить")
    await coordinator.press("Применить без пояснения")
    await coordinator.say("/tasks")
    assert "Помочь школам с диагностикой" in coordinator.last.text
