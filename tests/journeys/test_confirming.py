"""Whoever stands above decides: on many at once, in somebody's stead, and after somebody has left."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from tests.journeys.town import Town, answer_report, open_task


async def file(person: Persona, label: str) -> None:
    await open_task(person, label)
    await answer_report(person)
    await person.press("Отправить отчёт")


async def test_many_at_once_and_back_for_the_usual_reason(town: Town) -> None:
    head, deputy = await town.at_work()
    for label in ("№ 1", "№ 4"):
        await file(deputy, label)
    await head.say("/start")
    for label in ("На подтверждении (2)", "Все сразу"):
        await head.press(label)
    assert "1) № 1. Диагностика дефицитов (до 18 сентября)\nСделано · Пётр Седов" in head.last.text
    await head.press("Подтвердить все (2)")
    assert head.last.text == "Подтверждено 2 отчёта."
    coordinator = town.coordinator
    await coordinator.say("/start")
    for label in ("На приёмке (2)", "Все сразу", "МБОУ «Лесная", "По одному", "Вернуть"):
        await coordinator.press(label)
    await coordinator.say("Приложите протокол")
    assert "Отчёт 1 из 1 на приёмке" in coordinator.last.text
    await coordinator.press("Вернуть")
    await coordinator.press("Приложите протокол")
    assert coordinator.last.text.endswith("на приёмке ничего не осталось.")
    await town.news()
    assert deputy.last.text.count("«Приложите протокол»") == 2


async def test_somebody_stands_in_and_then_leaves(town: Town) -> None:
    head, deputy = await town.at_work()
    await head.say("/start")
    for label in ("Люди и ссылки", "И. о. директора", "Пётр Седов"):
        await head.press(label)
    await head.say("с 8 по 9 сентября 2026")
    assert "Будет и. о. Пётр Седов: с 8 сентября 2026 по 9 сентября 2026" in head.last.text
    await town.news()
    assert "Вы исполняете обязанности директора" in deputy.last.text
    await town.morning(8)
    await file(deputy, "№ 1")
    assert "Отчёт отправлен координатору." in deputy.last.text
    await deputy.press("К задаче")
    await deputy.press("История")
    assert "Пётр Седов (и. о.)\nОтправлен отчёт" in deputy.last.text
    await town.morning(10)
    await deputy.say("/start")
    assert not any(label.startswith("На подтверждении") for label in deputy.last.labels)

    await open_task(deputy, "№ 4")
    for label in ("Отчитаться", "Сделано"):
        await deputy.press(label)
    await deputy.say("Договорились о курсах")
    await head.say("/start")
    for label in ("Люди и ссылки", "Сотрудник уходит", "Пётр Седов", "Передать: Мария Белова"):
        await head.press(label)
    assert head.last.text.startswith("Готово: Пётр Седов больше не работает здесь")
    await open_task(head, "№ 4")
    await head.press("Продолжить отчёт")
    assert "Сколько" in head.last.text
    await deputy.say("/tasks")
    assert deputy.last.text.startswith("Вам это недоступно.")
    await town.news()
    assert deputy.last.text.startswith("Вы больше не записаны здесь")


async def test_a_plan_without_levels_asks_nobody(town: Town) -> None:
    _, deputy = await town.at_work()
    coordinator = town.coordinator
    await coordinator.say("/plan")
    for label in ("Управление планом", "Кто проверяет", "Без подтверждения", "Без приёмки"):
        await coordinator.press(label)
    await file(deputy, "№ 1")
    assert "принят" in deputy.last.text
    await deputy.press("К задаче")
    await deputy.press("История")
    assert "Без подтверждения: в этом плане" in deputy.last.text
    assert "Без приёмки: в этом плане" in deputy.last.text
