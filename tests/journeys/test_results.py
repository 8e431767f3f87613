"""What a plan has reached: a target met by a report, a register filled by presses, problem subjects."""

from __future__ import annotations

import io
import re

import xlsxwriter
from PIL import Image

from tests.journeys.town import DISTRICT, SCHOOLS, Town, answer_report, open_task

HEADER = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
ROWS = (
    ("1", "Курсы для учителей", "до 18 сентября 2026", "ОО", "Курсы прошли 80 % учителей. Справка"),
    ("2", "Семинар", "до 25 сентября 2026", "РМК", "Участие не менее двух педагогов от каждой ОО"),
)


def wanting() -> bytes:
    """A road map whose results name numbers."""
    title = f"Дорожная карта. {DISTRICT}, 2026-2027 учебный год"
    return "\n".join([title, "", *("\t".join(row) for row in (HEADER, *ROWS))]).encode()


async def at_work(town: Town) -> None:
    await town.add_schools(*SCHOOLS)
    await town.send_plan(wanting())
    await town.approve()
    await town.launch()


async def test_a_share_is_counted_from_an_accepted_report(town: Town) -> None:
    await at_work(town)
    head = await town.invite("Мария Белова", "+ Директор")
    await open_task(head)
    await answer_report(head)
    await head.press("Отправить отчёт")
    await head.say("/start")
    for label in ("Результаты", "Показатели", "1 Курсы", "Записать, сколько всего"):
        await head.press(label)
    await head.say("15")
    assert "80 %, выполнено" in head.last.text
    coordinator = town.coordinator
    await coordinator.say("/start")
    for label in ("Результаты", "Показатели"):
        await coordinator.press(label)
    assert "Выполнено: 1 из 2. Не хватает: 0. Нет данных: 1." in coordinator.last.text
    for label in ("Результаты", "Подтверждения", "1 Курсы"):
        await coordinator.press(label)
    assert coordinator.last.text.endswith(f"Где не хватает:\n{SCHOOLS[1]}: нет")
    await coordinator.press("К подтверждениям")
    await coordinator.press("Таблица для Excel")
    assert coordinator.last.document is not None


async def test_a_register_is_filled_by_presses(town: Town) -> None:
    await at_work(town)
    coordinator = town.coordinator
    teachers = [await town.invite(name, "+ Учител") for name in ("Вера Котова", "Нина Ежова")]
    await coordinator.say("/start")
    for label in ("Результаты", "Мероприятия", "Новое мероприятие", "2 Семинар", "Сегодня"):
        await coordinator.press(label)
    card = coordinator.last.text
    link = re.search(r"https://t\.me/\S+", card)
    code = re.search(r"кодовое слово: (\w+ \d+)", card)
    assert link
    assert code
    await teachers[0].open_link(link[0])
    await teachers[0].press("Я был(а)")
    await teachers[1].say(code[1])
    await teachers[1].press("Я был(а)")
    assert "Вы отмечены" in teachers[1].last.text
    guest = town.stage.sandbox.persona("Гость")
    await guest.open_link(link[0])
    assert guest.last.text.startswith("Здравствуйте!")
    await coordinator.press("Закрыть отметку")
    assert "Отметились 2 человека" in coordinator.last.text
    await coordinator.press("Лист регистрации")
    assert coordinator.last.document is not None
    await coordinator.press("К мероприятию")
    await coordinator.press("Открыть отметку снова")
    await coordinator.press("Показать QR-код")
    assert coordinator.last.photo is not None
    assert Image.open(io.BytesIO(coordinator.last.photo)).size[0] > 300
    await coordinator.press("К мероприятию")
    await coordinator.press("Закрыть отметку")
    await coordinator.say("/start")
    for label in ("Результаты", "Показатели"):
        await coordinator.press(label)
    assert "Выполнено: 1 из 2. Не хватает: 0. Нет данных: 1." in coordinator.last.text


async def test_problem_subjects_are_typed_and_sent_as_a_sheet(town: Town) -> None:
    await at_work(town)
    head = await town.invite("Мария Белова", "+ Директор")
    await head.say("/start")
    for label in ("Результаты", "Оценка знаний", "← Полугодие раньше", "Записать данные"):
        await head.press(label)
    await head.say("(6А Алг. 55), (шестой Ист. 50)")
    assert "не понял: «шестой Ист. 50»" in head.last.text
    await head.press("Посмотреть")
    await head.press("Полугодие позже →")
    await head.press("Записать данные")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for place, row in enumerate((("Класс", "Алгебра", "Химия"), ("7А", 63, 52))):
            page.write_row(place, 0, row)
    await head.send_file("срез.xlsx", out.getvalue())
    await head.press("Посмотреть")
    assert any("7А, Алгебра: было 55 %, стало 63 %" in seen.text for seen in head.screen)
    assert any(seen.photo for seen in head.screen)
