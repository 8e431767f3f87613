"""Scores typed and sent as a sheet; what a school, its neighbours and the coordinator see."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter

from bot.charts.dynamics import DynamicsChart
from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage
from tests.school_life import MONDAY, District, Office


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


def sheet(*rows: tuple[str | float, ...]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
    return out.getvalue()


async def test_a_school_sees_its_problems_and_what_became_of_them(district: District, tmp_path: Path) -> None:
    chat = Office(district.storage, tmp_path, district.clock).chat(await district.add(Role.DEPUTY))
    await chat.command("start")
    await chat.press_label("Результаты")
    assert (await chat.press_label("Оценка знаний")).endswith("За это полугодие данных ещё нет.")
    await chat.press_label("← Полугодие раньше")
    assert "второе полугодие 2025/2026" in await chat.press_label("Записать данные")
    assert (await chat.type("Алгебра плохо")).startswith("Не нашёл ни одной тройки")
    assert await chat.type("(6А Алг. 55), (6А Рус.яз. 70), (шестой Ист. 50)") == (
        "Записано: 2 (второе полугодие 2025/2026).\n\n"
        "Не понял, остальное записал. Исправьте и пришлите только это:\n"
        "не понял: «шестой Ист. 50»\n\nПроблемных предметов: 1."
    )
    assert (await chat.type("6Б История 50")).startswith("Записано: 1 (")

    await chat.press(f"scores-add:{district.school}:2026:1")
    rows = (("Предмет", "Класс", "% освоения"), ("Алгебра", "7А", 63), ("Русский язык", "7А", 58))
    assert (await chat.send("срез.xlsx", sheet(*rows))).startswith(
        "Записано: 2 (первое полугодие 2026/2027)."
    )
    assert await chat.press_label("Посмотреть") == (
        "<b>Оценка знаний.</b> Школа № 1, первое полугодие 2026/2027\n"
        "Проблемный предмет: класс освоил меньше 60 %.\n\n"
        "Проблемных предметов: 1, в прошлом полугодии было 2.\n\n"
        "7А, Алгебра: было 55 %, стало 63 %\n"
        "7А, Русский язык: было 70 %, стало 58 %\n"
        "7Б, История: было 50 %, нового нет"
    )
    assert chat.screen is not None
    assert chat.screen.chart is not None
    chart = chat.screen.chart.data
    assert isinstance(chart, DynamicsChart)
    assert [row.points for row in chart.rows] == [(55, 63), (70, 58), (50, None)]
    assert chart.threshold == 60


async def test_the_median_is_shown_and_no_rank(district: District, tmp_path: Path) -> None:
    schools = [district.school, *[await district.add_school(name) for name in ("Школа № 2", "Школа № 3")]]
    office = Office(district.storage, tmp_path, district.clock)
    heads = [office.chat(await district.add(Role.HEAD, f"Директор {s}", s)) for s in schools]
    own = f"scores-subjects:{schools[0]}:2026:1"
    for head, school, percent in zip(heads, schools, (50, 70, 65), strict=True):
        await head.press(f"scores-add:{school}:2026:1")
        await head.type(f"7А Алг. {percent}")
        told = await heads[0].press(own)
        median = "Алгебра: школа 50 %, медиана района 65 %"
        assert told.endswith(median if school == schools[-1] else "Алгебра: школа 50 %")
    assert (await heads[0].press(f"scores-half:{schools[1]}:2026:1:0")).startswith("Вам это недоступно")
    coordinator = office.chat(await district.add(Role.COORDINATOR))
    assert (await coordinator.press(f"scores-all:{district.id}")).endswith(
        "Школа № 1: 1 из 1\nШкола № 2: 0 из 1\nШкола № 3: 0 из 1"
    )


async def test_a_photo_and_a_sheet_of_something_else(district: District, tmp_path: Path) -> None:
    chat = Office(district.storage, tmp_path, district.clock).chat(await district.add(Role.HEAD))
    await chat.press(f"scores-add:{district.school}:2026:1")
    photo = await chat.send("фото.jpg", b"\xff\xd8\xff", "photo")
    assert photo.startswith("По фото и по голосу данные не прочитать.")
    assert (await chat.send("план.xlsx", sheet(("№", "Дело"), (1, "Семинар")))).startswith("Не нашёл")
    assert (
        await chat.send("срез.csv", "Класс;Предмет;Процент\n7А;Алгебра;58\n8А;Физика;64\n".encode())
    ).startswith("Записано: 2")
