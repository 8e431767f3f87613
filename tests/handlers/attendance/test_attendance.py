"""A register that fills itself: a code word, a link, one press, and the list to sign."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage
from storage.districts import list_schools
from tests.factories import make_person
from tests.handlers.road_maps import launched, make_town
from tests.school_life import MONDAY, District, Office


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


def code_in(words: str) -> str:
    found = re.search(r"кодовое слово: <b>(.+?)</b>", words)
    assert found
    return found[1]


async def test_one_press_however_often_and_the_list_to_sign(district: District, tmp_path: Path) -> None:
    office = Office(district.storage, tmp_path, district.clock)
    holder = office.chat(await district.add(Role.METHODIST, "Ольга Методист"))
    teacher = office.chat(await district.add(Role.TEACHER, "Вера Учитель"))
    head = office.chat(await district.add(Role.HEAD, "Мария Директор"))
    await holder.command("start")
    await holder.press_label("Мероприятия")
    await holder.press_label("Новое мероприятие")
    await holder.press_label("Другое: напишу название")
    await holder.type("Семинар <b>для всех</b>")
    card = await holder.press_label("Сегодня")
    assert card.startswith(
        "<b>Семинар &lt;b&gt;для всех&lt;/b&gt;</b>\n7 сентября 2026. Отметились 0 человек."
    )
    code, own = code_in(card), holder.buttons
    assert "Организатор увидит ваше имя" in await teacher.type(code.upper().replace(" ", "  "))
    here = teacher.buttons["Я был(а)"]
    for _ in range(2):
        assert "Вы отмечены" in await teacher.press(here)
    link = re.search(r"start=at_(\S+)", card)
    assert link
    assert here == f"event-here:{link[1]}"
    assert "Вы отмечены" in await head.press(here)
    await head.press_label("Меня не было")
    assert "Вы отмечены" in await head.press_label("Я был(а)")
    assert (await holder.press(own["Кто отметился"])).endswith(
        "1) Вера Учитель, учитель, Школа № 1\n2) Мария Директор, директор, Школа № 1"
    )
    await holder.press(own["Лист регистрации"])
    assert holder.screen is not None
    paper = Document(io.BytesIO(holder.screen.files[0].content()))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"Вера Учитель, учитель, Школа № 1", "Мария Директор, директор, Школа № 1"} <= cells
    await holder.press(own["Показать QR-код"])
    assert holder.screen.files[0].content().startswith(b"\x89PNG")

    await holder.press(own["Закрыть отметку"])
    assert (await teacher.press(here)).startswith("Отметка уже закрыта.")
    assert "Семинар" not in await teacher.type(code)
    assert code_in(await holder.press_label("Открыть отметку снова"))


async def test_a_strangers_district_is_closed(district: District, tmp_path: Path) -> None:
    office = Office(district.storage, tmp_path, district.clock)
    holder = office.chat(await district.add(Role.COORDINATOR))
    await holder.press(f"event-free:{district.id}")
    await holder.type("Семинар")
    assert (await holder.type("через сто лет")).startswith("Срок не понятен")
    card = await holder.type("15 октября 2026")
    assert "15 октября 2026" in card
    other = await District(district.storage, district.clock).found("Другой район")
    guest = office.chat(await other.add(Role.TEACHER))
    link = re.search(r"start=at_(\S+)", card)
    assert link
    assert (await guest.press(f"event-here:{link[1]}")).startswith("Вам это недоступно")


async def test_a_closed_register_counts_for_the_target(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, "Школа № 1")
    row = ("2.3", "Семинар", "до 15 октября 2026", "РМК", "Участие не менее двух учителей от каждой ОО")
    plan = await launched(sqlite_storage, town, row)
    shown = await town.chat.press(town.coordinator, f"event-new:{town.district}:0")
    await town.press(shown.presses["2.3 Семинар"])
    card = await town.chat.press(town.coordinator, "event-today")
    token = re.search(r"start=at_(\S+)", card.text)
    assert token
    async with sqlite_storage.begin() as tx:
        (school,) = await list_schools(tx, town.district)
        teachers = [await make_person(tx, Role.TEACHER, town.district, school.id) for _ in range(2)]
    for teacher in teachers:
        await town.chat.press(teacher, f"event-here:{token[1]}")
    assert "Нет данных: 1." in await town.press(f"targets:{plan}:0:0")
    await town.press(card.presses["Закрыть отметку"])
    assert "Выполнено: 1 из 1." in await town.press(f"targets:{plan}:0:0")
