"""From a wave to the programme over HTTP: the school's own data, its profile, the district's map."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from tests.journeys.town import SCHOOLS, Town


def words(person: Persona) -> str:
    """The last message that says something: a picture comes after its words."""
    return next(seen.text for seen in reversed(person.screen) if seen.text)


async def test_a_school_s_data_become_a_profile_a_map_and_a_programme(town: Town) -> None:
    head, _ = await town.at_work()
    coordinator = town.coordinator
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Начать самодиагностику", "Десять факторов: данные школы", "Начать"):
        await coordinator.press(label)
    await town.news()
    await head.press("Открыть анкету")
    await head.press("Начать")
    while "Отправить" not in head.last.labels:
        if "русский язык не родной" in words(head):
            await head.say("40")
        else:
            await head.press("Пропустить")
    await head.press("Отправить")
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Идёт с", "Закрыть волну", "Да, закрыть"):
        await coordinator.press(label)
    for label in ("Выпустить результаты", "Да, выпустить"):
        await coordinator.press(label)
    await town.news()
    await head.press("Посмотреть профиль")
    assert "Данные школы: входная волна с 7 сентября 2026" in words(head)
    assert "барьеры: высокий риск, 100 %, 1 из 2 показателей" in words(head)
    await head.press("№ 5")
    assert "доля учеников с другим родным языком: 100 % (данные школы 100 %)" in words(head)
    await head.say("/start")
    await head.press("Рисковый профиль")
    await head.press("Программа (DOCX)")
    assert "1 фактор высокого или среднего риска" in words(head)
    assert "Без мероприятий 1" in words(head)
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Карта факторов района"):
        await coordinator.press(label)
    assert f"{SCHOOLS[0]}: высокий риск — 5; недостаточно данных — 1, 2," in words(coordinator)
    assert f"{SCHOOLS[1]}: скрыто или нет ответов" in words(coordinator)
    await coordinator.press("№ 5")
    assert f"высокий риск: {SCHOOLS[0]}" in words(coordinator)
    await coordinator.press("Что отвечает в плане")
    assert "Нет ни одного мероприятия." in words(coordinator)
    await coordinator.say("/start")
    for label in ("Самодиагностика", "Карта факторов района"):
        await coordinator.press(label)
    # From a factor of the map to an hour in the schedule: three presses and two lines.
    await coordinator.press("№ 5")
    await coordinator.press("Назначить консультацию")
    await coordinator.say("15 декабря в 15:00")
    await coordinator.say("Кабинет 5")
    await coordinator.press("10")
    assert "Консультация в расписании" in words(coordinator)
    assert "Фактор: 5. Языковые и культурные барьеры" in words(coordinator)
