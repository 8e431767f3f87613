"""Lists people live in, over HTTP: narrowed step by step, left for a card and come back to, searched."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from tests.journeys.town import SCHOOLS, Town, answer_report, open_queue, open_task


async def go(person: Persona, *labels: str) -> str:
    for label in labels:
        await person.press(label)
    return person.last.text


async def test_a_filter_stays_in_force_on_the_way_to_a_card_and_back(town: Town) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await answer_report(deputy)
    await deputy.press("Отправить отчёт")
    await open_queue(head)
    await head.press("Подтвердить")
    coordinator = town.coordinator
    await coordinator.say("/plan")
    assert "Нашлось 6 задач" in await go(coordinator, "Задачи с отбором")
    await go(coordinator, "Месяц", "сентябрь 2026 (4)", "Школа", f"{SCHOOLS[0]} (1)")
    await go(coordinator, "Ответственный", "ОО (1)", "Раздел", "Без раздела (1)")
    narrowed = await go(coordinator, "Состояние", "подтверждено, ждёт приёмки (1)")
    assert narrowed.splitlines()[1:] == [
        "Раздел: Без раздела",
        "Месяц: сентябрь 2026",
        f"Школа: {SCHOOLS[0]}",
        "Ответственный: ОО",
        "Состояние: подтверждено, ждёт приёмки",
        "Нашлась 1 задача",
        "",
        f"№ 1. Диагностика дефицитов ({SCHOOLS[0]} · до 18 сентября)",
        "Сейчас: подтверждено, ждёт приёмки",
    ]
    await go(coordinator, "№ 1")
    assert await go(coordinator, "История", "К задаче", "Назад к отбору") == narrowed
    await go(coordinator, "№ 1")
    assert "Сейчас: принято" in await go(coordinator, "Принять")
    # The one that was there is accepted, and the filter says so in words.
    assert "По такому отбору задач нет" in await go(coordinator, "Назад к отбору")
    assert "Нашлось 6 задач" in await go(coordinator, "Снять отбор")
    # A head's own page of the same plan; nobody's filter is anybody else's.
    await head.say("/plan")
    assert "Нашлись 2 задачи" in await go(head, "Задачи с отбором")


async def test_a_plan_is_searched_and_a_school_seen_at_one_look(town: Town) -> None:
    await town.at_work()
    coordinator = town.coordinator
    await coordinator.say("/plan")
    await go(coordinator, "Строки плана", "Найти строку")
    for words, found in (("2", "Семинар для завучей"), ("диагностикой", "Диагностика дефицитов")):
        await coordinator.say(words)
        assert f"«{words}»: нашлась 1 строка" in coordinator.last.text
        assert found in coordinator.last.text
    await coordinator.press("1 Диагностика")
    assert "«диагностикой»: нашлась 1 строка" in await go(coordinator, "Назад к поиску")
    await coordinator.say("/start")
    card = await go(coordinator, "Школы", SCHOOLS[0])
    assert card.splitlines()[:4] == [
        SCHOOLS[0],
        "",
        "Люди",
        "• директор: Мария Белова",
    ]
    assert "Сделано 0 из 2" in card
