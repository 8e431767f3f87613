"""A coordinator imports a plan, walks through what needs a look, searches, edits, splits, joins, approves."""

from __future__ import annotations

from sqlalchemy import select

from storage import tables
from tests.journeys.town import SCHOOLS, Town, open_task

_ROWS = (
    ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат"),
    ("1.1", "Диагностика дефицитов. Разработка школьных планов", "до 18 сентября 2026", "ОО", "Справка"),
    ("1.2", "Семинар для завучей", "до 25 сентября 2026", "РМК", "Листы регистрации"),
    ("1.2", "и учителей-предметников", "до 9 октября 2026", "РМК", ""),
    ("1.3", "Сводка по району", "Март 2027 - декабрь 2026", "Муниципальный координатор", "Отчёт"),
)
REMARK = "Замечания к строке (1)"
TITLE = "Дорожная карта Заречного района на 2026-2027 учебный год"
PLAN = "\n".join([TITLE, "", *("\t".join(row) for row in _ROWS)]).encode()


async def titles(town: Town) -> list[str]:
    a = tables.activities.c
    async with town.stage.app.storage.read() as tx:
        found = await tx.execute(select(a.number, a.title).order_by(a.position))
        return [f"{row.number} {row.title}" for row in found]


async def test_a_draft_is_put_right_in_chat_and_approved(town: Town) -> None:
    coordinator = town.coordinator
    await town.add_schools(*SCHOOLS)
    await town.send_plan(PLAN)
    # Only what needs a look: the deadline that ends before it begins.
    await coordinator.press("Что требует взгляда")
    while "Изменить: срок" not in coordinator.last.labels:
        await coordinator.press("Дальше →")
    await coordinator.press("Изменить: срок")
    await coordinator.say("до 1 декабря 2026")
    assert "Исправлено." in coordinator.last.text
    # What looks like one row in two lines is found by a word and joined.
    await coordinator.press("К сводке")
    await coordinator.press("Строки плана")
    await coordinator.press("Найти строку")
    await coordinator.say("семинары")
    await coordinator.press("1.2 Семинар для завучей")
    await coordinator.press("Изменить строку")
    await coordinator.press("Соединить со следующей")
    await coordinator.press("Да, соединить")
    await coordinator.press("Разъединить обратно")
    assert (await titles(town))[1:3] == ["1.2 Семинар для завучей", "1.2 и учителей-предметников"]
    await coordinator.press("Изменить строку")
    await coordinator.press("Соединить со следующей")
    await coordinator.press("Да, соединить")
    await coordinator.press("К строке")
    await coordinator.press("Назад к поиску")
    assert "нашлась 1 строка" in coordinator.last.text
    # One row of two matters is split at its sentence, and the second half gets its own words.
    await coordinator.say("1.1")
    await coordinator.press("1.1 Диагностика")
    await coordinator.press("Изменить строку")
    await coordinator.press("Разделить")
    await coordinator.press("✂ Разработка школьных планов")
    await coordinator.press("Ко второй строке")
    assert REMARK in coordinator.last.labels  # two rows have one number now
    for field, words in (("Номер", "1.1а"), ("Результат", "План школы"), ("Срок", "до 30 сентября 2026")):
        await coordinator.press("Изменить строку")
        await coordinator.press(field)
        await coordinator.say(words)
        await coordinator.press("К строке")
        assert REMARK not in coordinator.last.labels
    await coordinator.press("Изменить строку")
    await coordinator.press("Подтверждение")
    await coordinator.press("План")
    assert "Нужен план" in coordinator.last.text
    assert await titles(town) == [
        "1.1 Диагностика дефицитов.",
        "1.1а Разработка школьных планов",
        "1.2 Семинар для завучей и учителей-предметников",
        "1.3 Сводка по району",
    ]
    await town.approve()
    await town.launch()
    head = await town.invite("Мария Белова", "+ Директор")
    await open_task(head, "№ 1.1а")
    assert "Нужен план" in head.last.text
    await head.press("Отчитаться")
    await head.press("Сделано")
    await head.say("Разработали")
    await head.say("3")
    assert "Нужен план" in head.last.text
