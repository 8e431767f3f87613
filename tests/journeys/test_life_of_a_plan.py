"""A plan lives on: corrected by a file and by hand, taken back, carried into a next year; a school's own."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.town import SCHOOLS, Town, answer_report, document, open_task


def corrected() -> bytes:
    """The town's road map with its first deadline moved, its second row out, and a new last row."""
    lines = document().decode().splitlines()
    lines = [line.replace("до 18 сентября 2026", "до 9 октября 2026") for line in lines]
    lines = [line for line in lines if not line.startswith("2\t")]
    return "\n".join([*lines, "5\tКруглый стол\tдо 30 октября 2026\tОО\tПротокол"]).encode()


async def steward(coordinator: Persona, *labels: str) -> None:
    """From the plan's page on."""
    await coordinator.say("/plan")
    for label in ("Управление планом", *labels):
        await coordinator.press(label)


async def test_a_correction_by_a_file_keeps_finished_work(town: Town) -> None:
    head, deputy = await town.at_work()
    await open_task(head)
    await answer_report(head, "Провели в трёх классах")
    await head.press("Отправить отчёт")
    coordinator = town.coordinator
    await steward(coordinator, "Исправить план", "Прислать новый файл")
    await coordinator.send_file("Исправленный план.txt", corrected())
    assert coordinator.last.text.startswith(
        "Исправление плана\nДорожная карта Заречного района на 2026-2027 учебный год\n\n"
        "Изменений: 3\n• новых строк: 1\n• изменено: 1\n• исключено: 1"
    )
    await coordinator.press("Смотреть по одному")
    while "Принять" in coordinator.last.labels:
        await coordinator.press("Принять")
    await coordinator.press("Принять все и применить")
    await coordinator.say("Приказ № 12 от 08.09.2026")
    assert coordinator.last.text.startswith("Исправление применено: 3 изменения, теперь это версия 2")
    await town.news()
    assert "1 Диагностика дефицитов: срок" not in head.last.text  # hers is done
    told = next(seen.text for seen in reversed(deputy.screen) if seen.text.startswith("План исправлен"))
    assert "• 5 Круглый стол: новая задача" in told
    await head.say("/tasks")
    assert "№ 5" in " ".join(head.last.labels)
    await coordinator.say("/start")
    await coordinator.press("На приёмке (1)")
    await coordinator.press("1) ")
    await coordinator.press("Принять")
    assert "Сейчас: принято" in coordinator.last.text
    await head.say("/plan")
    await head.press("История плана")
    assert "Приказ № 12 от 08.09.2026" in head.last.text


async def test_a_correction_of_one_row(town: Town) -> None:
    head, _ = await town.at_work()
    coordinator = town.coordinator
    await steward(coordinator, "Исправить план", "Править строки", "Строки исправления")
    await coordinator.press("Без раздела (4)")
    await coordinator.press("1 Диагностика дефицит…")
    await coordinator.press("Изменить строку")
    await coordinator.press("Срок")
    await coordinator.say("до 2 октября 2026")
    await steward(coordinator, "Продолжить исправление", "Смотреть по одному")
    assert "срок\nбыло: до 18 сентября 2026\nстало: до 2 октября 2026" in coordinator.last.text
    await coordinator.press("К списку отличий")
    await coordinator.press("Принять все и применить")
    await coordinator.press("Применить без пояснения")
    await town.news()
    assert "• 1 Диагностика дефицитов: срок 18 сентября 2026 → 2 октября 2026" in head.last.text
    await open_task(head)
    assert "2 октября 2026" in head.last.text


async def test_the_next_year_comes_to_life(town: Town, stage: Stage) -> None:
    head, _ = await town.at_work()
    coordinator = town.coordinator
    await stage.move_to(datetime(2027, 6, 1, 9, tzinfo=UTC))
    await steward(coordinator, "На следующий учебный год", "Перенести")
    assert coordinator.last.text.startswith("Дорожная карта Заречного района на 2027-2028 учебный год")
    await coordinator.press("Утвердить план")
    if "Оставить всё и утвердить" in coordinator.last.labels:
        await coordinator.press("Оставить всё и утвердить")
    await coordinator.press("Запустить план")
    assert coordinator.last.text.startswith("План запущен: ")
    await coordinator.say("/plan")
    assert coordinator.last.text.count("в работе") == 2
    await head.say("/plan")
    assert "2027-2028" in head.last.text
    assert "2026-2027" in head.last.text
    await coordinator.press("Дорожная карта Заречного райо…")
    await coordinator.press("Управление планом")
    await coordinator.press("План прошлого года")
    await coordinator.press("Управление планом")
    await coordinator.press("В архив")
    await coordinator.press("Да, в архив")
    await head.say("/tasks")
    assert "2026" not in head.last.text


async def test_a_launch_is_taken_back(town: Town) -> None:
    head, _ = await town.at_work()
    await head.say("/tasks")
    assert "№ 1" in " ".join(head.last.labels)
    await steward(town.coordinator, "Отменить запуск", "Да, отменить запуск")
    assert town.coordinator.last.text.startswith("Запуск отменён: ")
    await head.say("/tasks")
    assert "№ 1" not in " ".join(head.last.labels)
    await town.approve()
    await town.coordinator.press("Запустить план")
    assert town.coordinator.last.text.startswith("План запущен: ")


async def test_a_school_runs_a_plan_of_its_own(town: Town) -> None:
    head, deputy = await town.at_work()
    await deputy.say("/plan")
    await deputy.press("Все планы")
    await deputy.press("+ План школы")
    await deputy.send_file("План школы.txt", document("План школы на 2026-2027 учебный год"))
    assert deputy.last.text.startswith(f"План школы на 2026-2027 учебный год\n{SCHOOLS[0]}")
    await deputy.press("Утвердить план")
    if "Оставить всё и утвердить" in deputy.last.labels:
        await deputy.press("Оставить всё и утвердить")
    await deputy.press("Запустить план")
    assert deputy.last.text.startswith("План запущен: 4 задачи\n• для 1 школы")
    await head.say("/plan")
    assert "План школы на 2026-2027 учебный год" in head.last.text
