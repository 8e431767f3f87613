"""From the profile to the plan over HTTP: a gap is seen, filled in three lines, and is at work."""

from __future__ import annotations

from tests.journeys.town import Town


async def test_a_head_fills_a_gap_and_corrects_the_map(town: Town) -> None:
    head, deputy = await town.at_work()
    await head.say("/start")
    await head.press("Рисковый профиль")
    await head.press("План и факторы")
    assert "Без мероприятий 9 факторов из 10." in head.last.text
    assert (
        "3. Недостаточная предметная и методическая компетентность педагогов; 2 мероприятия" in head.last.text
    )
    await head.press("Не отвечают ни на что: 2")
    await head.press("1 Диагностика дефицитов")
    assert "Не отвечает ни на один фактор." in head.last.text
    await head.press("3. не относится")
    assert "Отвечает на факторы:\n3." in head.last.text
    await head.press("План и факторы")
    for spot, line in (("1", "Родительский клуб"), ("2", "Вечер сказок всей семьёй")):
        await head.say("/start")
        await head.press("Рисковый профиль")
        # From the profile to an activity at work: three presses and three lines, well under a minute.
        for label in ("План и факторы", "№ 10", "Добавить в план школы"):
            await head.press(label)
        await head.say(line)
        await head.say("когда-нибудь потом")
        assert "срок" in head.last.text.lower()
        await head.say(f"до {spot}5 декабря 2026")
        await head.say("не менее 60 % родителей пришли")
        assert "Добавлено в план школы" in head.last.text, head.last.text
    await head.press("Открыть план школы")
    assert "Антирисковые меры школы" in head.last.text
    await head.say("/tasks")
    assert "№ 2. Вечер сказок всей семьёй (до 25 декабря)" in head.last.text
    await head.say("/start")
    for label in ("Рисковый профиль", "План и факторы", "№ 10"):
        await head.press(label)
    assert head.last.text.count("План школы.") == 2
    coordinator = town.coordinator
    await coordinator.say("/start")
    await coordinator.press("Самодиагностика")
    await coordinator.press("Карта факторов района")
    assert "Выпущенных результатов пока нет." in coordinator.last.text
    await deputy.say("/start")
    for label in ("План и факторы", "№ 10"):
        await deputy.press(label)
    assert deputy.last.text.count("План школы.") == 2
