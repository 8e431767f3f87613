"""Impatient fingers and a bot that is restarted at the worst moment: everything happens once."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.town import SCHOOLS, Town, answer_report, link_in, open_queue, open_task

CHANGED = "Пока вы смотрели, здесь что-то изменилось. Вот как сейчас:"


async def twice(person: Persona, *labels: str) -> None:
    for label in labels:
        await person.press(label, double=True)


def notices(person: Persona, words: str) -> int:
    return sum(words in seen.text for seen in person.screen if seen.author == "bot")


async def test_every_press_of_a_report_comes_twice(town: Town) -> None:
    head, deputy = await town.at_work()
    await deputy.say("/tasks")
    await twice(deputy, "№ 1", "Отчитаться", "Сделано")
    await deputy.say("Провели")
    await twice(deputy, "Пропустить", "Без документа", "Отправить отчёт")
    await open_queue(head)
    await twice(head, "Подтвердить")
    coordinator = town.coordinator
    await coordinator.say("/start")
    await twice(coordinator, "На приёмке (1)", "1) ", "Принять", "История")
    lines = coordinator.last.text.splitlines()
    assert [line for line in lines if "Пётр Седов" in line or "Мария Белова" in line or "Анна Ильина" in line]
    assert sum("Пётр Седов" in line for line in lines) == 1
    assert sum("Мария Белова" in line for line in lines) == 1


async def test_old_menus_after_a_restart(town: Town, stage: Stage) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await answer_report(deputy)
    review = deputy.last
    await deputy.press("Отправить отчёт")
    await stage.restart_bot()
    await deputy.press(data="report-send:1:0", message=review)
    assert deputy.last.text.startswith(CHANGED)
    await open_queue(head)
    old = head.last
    await head.press("Подтвердить")
    await stage.restart_bot()
    await head.press(data="confirm:1:1", message=old)
    assert head.last.text.startswith(CHANGED)


async def test_restarted_while_a_district_is_created(stage: Stage) -> None:
    admin = stage.sandbox.persona("Ольга Лапина")
    link = await stage.app.admin_link()
    assert link is not None
    await admin.open_link(link)
    await stage.restart_bot()
    await admin.press("Согласен")
    await stage.restart_bot()
    await admin.press("Всё верно")
    for label in ("⌂ Меню", "Районы", "Создать район"):
        await admin.press(label)
    await stage.restart_bot()
    await admin.say("Заречный район")
    await stage.restart_bot()
    await admin.press("Москва")
    await stage.restart_bot()
    await admin.press("08:00")
    assert admin.last.text.startswith("Заречный район\nВремя: Москва (МСК)")


async def test_restarted_after_every_answer_of_a_report(town: Town, stage: Stage) -> None:
    _, deputy = await town.at_work()
    await open_task(deputy)
    await deputy.press("Отчитаться")
    await stage.restart_bot()
    await deputy.press("Сделано")
    await stage.restart_bot()
    await deputy.say("Провели")
    await stage.restart_bot()
    await deputy.say("много")
    assert deputy.last.text == "Нужно число, например: 25. Если не считали, нажмите «Пропустить»."
    await stage.restart_bot()
    await deputy.say("12")
    await stage.restart_bot()
    await deputy.send_file("Справка.txt", b"done")
    await stage.restart_bot()
    await open_task(deputy)
    await deputy.press("Продолжить отчёт")
    assert "Вопрос 4 из 4" in deputy.last.text
    assert "Приложено: 1\n• Справка.txt" in deputy.last.text


async def test_a_survey_twice_over_with_a_restart(town: Town, stage: Stage) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    teachers = [await town.invite(f"Учитель {n}", "+ Учителя") for n in range(5)]
    head = await town.invite("Мария Белова", "+ Директор")
    await coordinator.say("/start")
    await twice(coordinator, "Самодиагностика", "Начать самодиагностику", "Десять факторов риска", "Начать")
    await town.news()
    for number, teacher in enumerate(teachers):
        assert notices(teacher, "Десять факторов риска") == 1
        await twice(teacher, "Открыть анкету", "Начать")
        for _ in range(3):
            await answer(teacher, double=True)
        if number == 0:
            await stage.restart_bot()
            await teacher.say("/survey")
            await teacher.press("Продолжить")
            assert teacher.last.text.startswith("Вопрос 4 из 22")
        while "Отправить" not in teacher.last.labels:
            await answer(teacher, double=False)
        await twice(teacher, "Отправить")
    await coordinator.say("/start")
    await twice(coordinator, "Самодиагностика", "Идёт с", "Закрыть волну", "Да, закрыть")
    await twice(coordinator, "Выпустить результаты", "Да, выпустить")
    await town.news()
    assert notices(head, "профиль") == 1
    await head.say("/start")
    await head.press("Рисковый профиль")
    assert any("ответили 5 человек" in seen.text for seen in head.screen)


async def answer(teacher: Persona, *, double: bool) -> None:
    first = next(b for row in teacher.last.buttons for b in row if b.data.startswith("ans:"))
    await teacher.press(data=first.data, double=double)


async def test_one_link_opened_twice_and_joined_twice(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    coordinator = town.coordinator
    await coordinator.say("/start")
    await twice(coordinator, "Люди и ссылки", SCHOOLS[0])
    await coordinator.press("+ Заместитель")
    link = link_in(coordinator.last)
    deputy = town.stage.sandbox.persona("Пётр Седов")
    await deputy.open_link(link)
    await deputy.open_link(link)
    await twice(deputy, "Согласен", "Всё верно")
    await coordinator.say("/start")
    await coordinator.press("Люди и ссылки")
    await coordinator.press(SCHOOLS[0])
    assert coordinator.last.text.count("Пётр Седов") == 1
    await deputy.open_link(link)
    assert deputy.last.text.startswith("Эта ссылка уже использована")
