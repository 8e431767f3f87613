"""Questionnaires over HTTP: a district's own, and a school's counts of its pupils."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from tests.handlers.survey.test_kinds import PACK
from tests.journeys.town import SCHOOLS, Town, join, link_in


async def test_a_district_asks_its_own_questionnaire(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    teacher = await town.invite("Вера Орлова", "+ Учителя")
    head = await town.invite("Мария Белова", "+ Директор")
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
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Идёт с", "Закрыть волну", "Да, закрыть"):
        await coordinator.press(label)
    for label in ("Выпустить результаты", "Да, выпустить"):
        await coordinator.press(label)
    await town.news()
    await head.press("Почему и что можно сделать")
    assert "Ответил 1 человек, не хватает ещё 4 ответов." in head.last.text
    assert "координатор может начать следующую волну с «Маленькие школы вместе»" in head.last.text


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


SERVICE = "Методическая служба"


async def start_wave(town: Town, title: str) -> None:
    await town.coordinator.say("/start")
    for label in ("Самодиагностика", "Начать самодиагностику", title, "Начать"):
        await town.coordinator.press(label)
    await town.news()


async def rate_the_service(teacher: Persona) -> None:
    """Never been there; the rest as it comes."""
    for label in ("Открыть анкету", "Начать", "Ни разу", "Не было времени", "Дальше"):
        await teacher.press(label)
    for label in ("Скорее не так", "Скорее не так", "Скорее так", "Оценивание", "Дальше"):
        await teacher.press(label)
    await teacher.say("Присылайте планы заранее")
    await teacher.press("Отправить")


async def test_a_district_asks_about_its_method_service_and_reads_the_answers(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    head = await town.invite("Мария Белова", "+ Директор")
    teachers = [await town.invite(f"Учитель {number}", "+ Учителя") for number in range(5)]
    await start_wave(town, SERVICE)
    for teacher in teachers:
        await rate_the_service(teacher)
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Идёт с", "Закрыть волну", "Да, закрыть", "Участие по школам"):
        await coordinator.press(label)
    assert any("Лесная СОШ»: 5 из 5" in seen.text for seen in coordinator.screen)
    for label in ("К волне", "Выпустить результаты", "Да, выпустить", "Ответы по вопросам"):
        await coordinator.press(label)
    told = "«Совсем не так», «Скорее не так»: больше двух третей"
    assert any(told in seen.text for seen in coordinator.screen)
    await town.news()
    await head.press("Посмотреть ответы")
    assert "для этого вопроса не хватает ещё 5 ответивших" in head.last.text
    await town.stage.restart_bot()
    await head.press("Таблица (XLSX)")
    assert [seen.document[0] for seen in head.screen if seen.document] == [f"{SERVICE}, 07.09.2026.xlsx"]


async def test_a_head_of_two_schools_states_for_each(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    head = await town.invite("Мария Белова", "+ Директор")
    await coordinator.say("/start")
    for label in ("Люди и ссылки", SCHOOLS[1], "+ Директор"):
        await coordinator.press(label)
    await join(head, link_in(coordinator.last))
    await start_wave(town, "Десять факторов: ученики")
    for school, sheets in ((SCHOOLS[1], "9"), (SCHOOLS[0], "20")):
        await head.say("/survey")
        for label in (school, "Начать"):
            await head.press(label)
        await head.say(sheets)
        for _ in range(8):
            await head.press("Пропустить")
        await head.press("Отправить")
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Идёт с"):
        await coordinator.press(label)
    assert "Прислали ответы: 2 из 2 школ." in coordinator.last.text
