"""A school's team agrees on levels over HTTP: alone first, then together, then a note."""

from __future__ import annotations

from tests.journeys.town import Town


async def test_a_team_agrees_on_a_level(town: Town) -> None:
    head, deputy = await town.at_work()
    await head.say("/start")
    for label in ("Рисковый профиль", "Согласовать уровни", "Начать обсуждение", "7. не указан"):
        await head.press(label)
    assert "школьного благополучия: низкий" in head.last.text
    await town.news()
    await deputy.press("Оценить факторы")
    assert "Оценили все факторы: 0 из 2." in deputy.last.text
    assert "школьного благополучия: не указан" in deputy.last.text
    for level in ("не указан", "низкий", "средний"):
        await deputy.press(f"7. {level}")
    await head.press("Закрыть и показать мнения")
    assert "благополучия: низкий 1, высокий 1 — мнения разошлись, обсудите" in head.last.text
    await head.press("7. не указан")
    await head.press("7. низкий")
    await head.press("Записать пояснение")
    await head.say("травля была в одном классе")
    assert "Напишите номер фактора" in head.last.text
    await head.say("7: травля была в одном классе")
    assert "→ согласовано: средний\n→ травля была в одном классе" in head.last.text
    await deputy.press("7. высокий")
    assert "меню устарело" in deputy.last.text
