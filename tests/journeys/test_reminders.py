"""When people are written to, and what of: days off, hours, the ladder, «не моё», news within minutes."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.town import SCHOOLS, Town, answer_report, document, open_queue, open_task


def mornings(person: Persona) -> list[str]:
    return [seen.text for seen in person.screen if seen.text.startswith("Доброе утро!")]


async def presses(person: Persona, *labels: str) -> str:
    """From the menu on; what the last of them shows."""
    await person.say("/start")
    for label in labels:
        await person.press(label)
    return person.last.text


async def test_days_off_are_quiet_and_then_told_in_one_message(town: Town) -> None:
    _, deputy = await town.at_work()
    await presses(town.coordinator, "Каникулы и выходные", "Добавить дни")
    await town.coordinator.say("с 10 по 15 сентября: осенние дни")
    assert "• 10 сентября – 15 сентября: осенние дни" in town.coordinator.last.text
    await town.morning(9)
    before = len(mornings(deputy))
    for day in range(10, 16):
        await town.morning(day)
    assert len(mornings(deputy)) == before
    await town.morning(16)
    assert len(mornings(deputy)) == before + 1
    assert "до 18 сентября, осталось 2 дня" in mornings(deputy)[-1]


async def test_a_person_chooses_the_hour_and_goes_on_leave(town: Town, stage: Stage) -> None:
    _, deputy = await town.at_work()
    assert "В 11:00 по местному времени" in await presses(deputy, "Когда писать мне", "Час: 08:00", "11:00")
    before = len(mornings(deputy))
    await town.morning(11)  # eight o'clock: too early now
    assert len(mornings(deputy)) == before
    await stage.move_to(stage.clock().replace(hour=8))
    assert len(mornings(deputy)) == before + 1
    await presses(deputy, "Когда писать мне", "Отпуск до…")
    await deputy.say("21 сентября")
    for day in (15, 17, 18, 19):
        await stage.move_to(stage.clock().replace(day=day))
    assert len(mornings(deputy)) == before + 1
    await stage.move_to(stage.clock().replace(day=21))
    assert "просрочено на 3 дня" in mornings(deputy)[-1]


async def test_the_ladder_of_a_district(town: Town) -> None:
    _, deputy = await town.at_work()
    await town.morning(8)
    shown = await presses(
        town.coordinator,
        "Каникулы и выходные",
        "Лестница напоминаний",
        "К одному дню",
        "✓ за 7 дн.",
        "✓ за 3 дн.",
        "К лестнице",
    )
    assert "• К одному дню: начало срока, за 14 дн., за 1 дн., последний день" in shown
    before = len(mornings(deputy))
    for day in (11, 15, 16):
        await town.morning(day)
    assert len(mornings(deputy)) == before
    await town.morning(17)
    assert "остался 1 день" in mornings(deputy)[-1]
    await town.coordinator.press("Вернуть как обычно")
    assert "начало срока, за 14 дн., за 7 дн., за 3 дн." in town.coordinator.last.text


async def test_not_mine_goes_to_the_head_and_to_another_deputy(town: Town) -> None:
    head, deputy = await town.at_work()
    other = await town.invite("Анна Ветрова", "+ Заместитель")
    await town.morning(11)
    await deputy.press("Не моё")
    await deputy.say("Этим занимается Анна")
    assert "больше не напоминаю" in deputy.last.text
    await town.morning(12)
    assert "Пётр Седов, МБОУ «Лесная СОШ»: «Этим занимается Анна»" in head.last.text
    await head.press("1 · Передать…")
    await head.press("Анна Ветрова")
    assert head.last.text.startswith("Задача передана: Анна Ветрова.")
    before = len(mornings(deputy))
    await town.morning(14)
    assert "№ 1. Диагностика дефицитов" in mornings(other)[-1]
    for day in (15, 17, 18):
        await town.morning(day)
    assert len(mornings(deputy)) == before
    await open_task(deputy)
    await deputy.press("История")
    assert "Передана человеку: в работе\n«Анна Ветрова»" in deputy.last.text


async def test_news_within_minutes_is_one_message(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    await town.send_plan(document().replace("РМК".encode(), "ОО".encode()))
    await town.approve()
    await town.launch()
    head = await town.invite("Мария Белова", "+ Директор")
    deputy = await town.invite("Пётр Седов", "+ Заместитель")
    for number in (1, 2):
        await open_task(deputy, f"№ {number}")
        await answer_report(deputy)
        await deputy.press("Отправить отчёт")
    for n in (2, 1):
        await open_queue(head, f"На подтверждении ({n})")
        await head.press("Вернуть")
        await head.say(f"Нет подписи {n}")
    before = len(deputy.screen)
    await town.news()
    (told,) = (seen for seen in deputy.screen[before:] if seen.author == "bot")
    assert told.text.startswith("2 новости\n\n1. Мария Белова: отчёт возвращён на доработку.")
    assert ("Нет подписи 2" in told.text, "Нет подписи 1" in told.text) == (True, True)
    await deputy.press("2 · Исправить отчёт")
    assert deputy.last.text.startswith("Отчёт. № 2")


async def test_a_night_is_quiet_and_the_morning_brings_its_news(town: Town, stage: Stage) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await answer_report(deputy)
    await deputy.press("Отправить отчёт")
    await stage.move_to(stage.clock().replace(hour=19))  # ten in the evening in Moscow
    before = len(deputy.screen)
    await open_queue(head)
    await head.press("Вернуть")
    await head.say("Нет справки")
    await town.news()
    assert len(deputy.screen) == before
    await town.morning(8)
    (told,) = deputy.screen[before:]
    assert told.text.startswith("Доброе утро!\n\nМария Белова: отчёт возвращён на доработку.")
