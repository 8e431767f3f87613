"""What schools and the method office do together, over HTTP."""

from __future__ import annotations

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
