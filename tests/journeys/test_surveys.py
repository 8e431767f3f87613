"""Questionnaires over HTTP: a district's own, and a school's counts of its pupils."""

from __future__ import annotations

from tests.handlers.survey.test_kinds import PACK
from tests.journeys.town import SCHOOLS, Town


async def test_a_district_asks_its_own_questionnaire(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    teacher = await town.invite("Вера Орлова", "+ Учителя")
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Анкеты", "Прислать свою анкету"):
        await coordinator.press(label)
    await coordinator.send_file("анкета.yaml", PACK.replace("kind: share", "kind: доля").encode())
    assert "Строка 37: «доля»: нужно одно из" in coordinator.last.text
    await coordinator.send_file("анкета.yaml", PACK.encode())
    await coordinator.press("К описанию анкеты")
    await coordinator.press("Посмотреть анкету")
    assert "\n\nЧего не хватает?\n\n" in coordinator.last.text
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Начать самодиагностику", "Все виды", "Начать"):
        await coordinator.press(label)
    await town.news()
    await teacher.press("Открыть анкету")
    await teacher.press("Начать")
    await teacher.press("Материалов", double=True)
    await teacher.press("Дальше")
    await teacher.say("Карт")
    await town.stage.restart_bot()
    await teacher.say("/survey")
    assert "Вы уже начинали: 2 ответа сохранены. Продолжим с вопроса 3." in teacher.last.text
    await teacher.press("Продолжить")
    await teacher.press("а 2", double=True)
    await teacher.press("б 5", double=True)
    await teacher.say("много")
    assert teacher.last.text.startswith("Нужно целое число от 0 до 60")
    await teacher.say("12")
    await teacher.say("7 из 20")
    await teacher.press("Посмотреть ответы")
    assert "35 %" in teacher.last.text
    await teacher.press("К отправке")
    await teacher.press("Отправить", double=True)
    assert any(seen.text.startswith("Спасибо! Ответы отправлены") for seen in teacher.screen)


async def test_a_school_counts_its_pupils(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    head = await town.invite("Мария Белова", "+ Директор")
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Анкеты", "Десять факторов: ученики", "Бумажная форма (DOCX)"):
        await coordinator.press(label)
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Начать самодиагностику", "Десять факторов: ученики", "Начать"):
        await coordinator.press(label)
    await town.news()
    await head.press("Открыть анкету")
    assert "Числа школы не анонимны" in head.last.text
    await head.press("Начать")
    await head.say("20")
    await head.say("9 9 9 9 9")
    assert head.last.text.startswith("Получилось 45, а анкет собрано 20.")
    for _ in range(8):
        await head.say("1 2 3 4 10")
    await head.press("Отправить")
    assert head.last.text.startswith("Спасибо! Ответы школы отправлены")
    await coordinator.say("/start")
    await coordinator.press("Самодиагностика")
    await coordinator.press("Идёт с")
    assert "Прислали ответы: 1 из 1 школ." in coordinator.last.text
