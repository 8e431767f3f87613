from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TypedDict

import pytest
from openpyxl import load_workbook

from bot.charts.shares import ShareChart
from bot.domain.people import Person
from bot.domain.surveys import ItemKind
from bot.use_cases import surveys
from handlers.question_results.routes import routes
from handlers.waves.routes import routes as waves
from storage import Storage, Transaction
from tests.factories import NOW, Chat
from tests.use_cases.district import District, close_and_release, make_asked_district, start

CODE = "method-service"
BRANCH = "→ скрыто: вопрос видели не все, его число выдало бы прежний ответ"


class _Of(TypedDict):
    wave_id: int
    item_id: str
    now: datetime


async def answer_and_send(tx: Transaction, teacher: Person, wave: int, place: int, words: str) -> None:
    """The option at ``place`` of every question, or the first where there are fewer."""
    while item := (await surveys.open_survey(tx, teacher, wave, now=NOW)).gap:
        option = str(place if place <= len(item.options) else 1)
        of = _Of(wave_id=wave, item_id=item.id, now=NOW)
        if item.kind is ItemKind.TEXT:
            await surveys.write_line(tx, teacher, line=words, **of)
        elif item.kind is ItemKind.MANY:
            await surveys.pick(tx, teacher, option=option, picked=True, **of)
        else:
            await surveys.answer_item(tx, teacher, value=option, **of)
    await surveys.send_survey(tx, teacher, wave, now=NOW)


async def released(storage: Storage) -> tuple[District, int]:
    """Twelve answered in the first school, six in the second, two in the third."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=12, Вторая=6, Третья=2)
        wave = await start(tx, district, code=CODE)
        for teachers in district.teachers.values():
            for number, teacher in enumerate(teachers):
                await answer_and_send(tx, teacher, wave, 1 + number % 2, f"Пожелание {number:02}")
        await close_and_release(tx, district, wave)
    return district, wave


@pytest.fixture
def chat(sqlite_storage: Storage, tmp_path: Path) -> Chat:
    return Chat(sqlite_storage, [waves, routes], lambda: NOW, tmp_path)


async def test_a_coordinator_goes_from_the_wave_to_the_answers(sqlite_storage: Storage, chat: Chat) -> None:
    district, wave = await released(sqlite_storage)
    coordinator = district.coordinator
    shown = await chat.press(coordinator, f"wave:{wave}")
    assert shown.rows[:3] == (("Вторая",), ("Первая",), ("Третья (скрыт)",))
    hidden = await chat.press(coordinator, shown.presses["Третья (скрыт)"])
    assert hidden.text.endswith(
        "Третья: результаты скрыты. Ответили 2 человека, не хватает ещё 3 ответов. Показывается то, на что "
        "ответили не меньше 5 человек, чтобы никого нельзя было узнать.\nВ школе приглашены всего 2 учителя: "
        "одной ей 5 ответов не набрать. Чтобы результат был виден, координатор может начать следующую волну "
        "с «Маленькие школы вместе»."
    )
    shown = await chat.press(coordinator, shown.presses["Ответы по вопросам"])
    heading, first, branch, *_ = shown.text.split("\n\n")
    assert heading.splitlines()[2:] == [
        "Показаны вместе 2 школы.",
        "Ещё 1 школа скрыта: ответов слишком мало. В этих числах её нет.",
        "Ответили 18 человек.",
    ]
    assert first.endswith("\n→ чаще всего «Ни разу», «Один раз»: 41–75 %")
    assert branch.endswith(f"\n{BRANCH}")
    assert shown.text.endswith("\n→ «Совсем не так», «Скорее не так»: 72–100 %")
    shown = await chat.press(coordinator, shown.presses["1"])
    assert shown.text.split("\n\n")[1:] == [
        "• «Ни разу»: 5–9 из 12, 41–75 %\n• «Один раз»: 5–9 из 12, 41–75 %\n"
        "• «Два-три раза»: 0–4 из 12, 0–34 %\n• «Четыре раза и больше»: 0–4 из 12, 0–34 %",
        "Числа показаны шагами, поэтому доля лежит между двумя границами: так никого нельзя узнать.",
        "Без 6 человек из школ, где ответили меньше 10: там такие вопросы скрыты.",
    ]
    assert shown.screen.chart is not None
    chart: ShareChart = shown.screen.chart.data
    assert [(row.note, row.low, row.high) for row in chart.rows] == [
        *[("41–75 %", 41, 75)] * 2,
        *[("0–34 %", 0, 34)] * 2,
    ]


async def test_a_head_sees_the_own_school_and_takes_the_same_as_a_table(
    sqlite_storage: Storage, chat: Chat
) -> None:
    district, wave = await released(sqlite_storage)
    school, head = district.schools["Первая"], district.heads["Первая"]
    shown = await chat.press(head, f"by-question-waves:{school}:0")
    shown = await chat.press(head, shown.presses["Методическая служба 09.2026"])
    assert shown.rows[-2:] == (("К списку анкет",), ("⌂ Меню",))
    words = await chat.press(head, f"by-question-one:{wave}:{school}:10:0")
    assert words.text.split("\n\n")[1].splitlines() == [f"• Пожелание {number:02}" for number in range(8)]
    assert words.rows[:2] == (("Дальше →",), ("← Вопрос",))
    shown = await chat.press(head, shown.presses["Таблица (XLSX)"])
    [file] = shown.screen.files
    assert file.name == "Методическая служба, 01.09.2026.xlsx"
    sheet = load_workbook(io.BytesIO(file.content())).active
    assert sheet is not None
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=4)]
    assert rows[0][2:] == ("«Ни разу»", 5, 9, 12)
    assert rows[4][2:] == (BRANCH, None, None, None)
    assert rows[9][2:] == ("«Совсем не так», «Скорее не так»", 8, 12, 12)
    assert [row[2] for row in rows[-12:]] == [f"Пожелание {number:02}" for number in range(12)]


async def test_a_small_school_learns_thirds_and_what_is_missing(sqlite_storage: Storage, chat: Chat) -> None:
    district, wave = await released(sqlite_storage)
    school, head = district.schools["Вторая"], district.heads["Вторая"]
    shown = await chat.press(head, f"by-question:{wave}:{school}:0")
    blocks = shown.text.split("\n\n")
    assert blocks[0].endswith(
        "\nОтветов меньше 10, поэтому вместо процентов сказано, в какой трети лежит доля."
    )
    assert blocks[1].endswith("\n→ скрыто: для этого вопроса не хватает ещё 4 ответивших")
    assert blocks[-1].endswith("\n→ «Совсем не так», «Скорее не так»: больше двух третей")
    one = await chat.press(head, shown.presses["7"])
    assert (one.text.split("\n\n")[1], one.screen.chart) == (
        "→ «Совсем не так», «Скорее не так»: больше двух третей",
        None,
    )


async def test_participation_is_by_school_only_when_the_wave_is_closed(
    sqlite_storage: Storage, chat: Chat
) -> None:
    district, wave = await released(sqlite_storage)
    shown = await chat.press(district.coordinator, f"wave-turnout:{wave}:0")
    assert shown.text.split("\n\n")[1].splitlines() == [
        "• Вторая: 6 из 6",
        "• Первая: 12 из 12",
        "• Третья: 2 из 2",
    ]
    assert shown.screen.chart is not None
    assert [row.note for row in shown.screen.chart.data.rows] == ["6 из 6", "12 из 12", "2 из 2"]
    async with sqlite_storage.begin() as tx:
        again = await start(tx, district, code=CODE)
    shown = await chat.press(district.coordinator, f"wave-turnout:{again}:0")
    assert "Пока волна открыта, ответы по школам не показываются никому." in shown.text


async def test_two_waves_are_compared_by_the_same_questions(sqlite_storage: Storage, chat: Chat) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=40)
        teachers = district.teachers["Первая"]
        for at_risk in (20, 30, 10):
            wave = await start(tx, district, code="difficulties")
            for number, teacher in enumerate(teachers):
                await answer_and_send(tx, teacher, wave, 1 if number < at_risk else 4, "Слово")
            await close_and_release(tx, district, wave)
    head, school = district.heads["Первая"], district.schools["Первая"]
    shown = await chat.press(head, f"by-question:{wave}:{school}:0")
    shown = await chat.press(head, shown.presses["Сравнить с волной 01.09.2026"])
    heading, first, *_ = shown.text.split("\n\n")
    assert (
        heading.splitlines()[-1]
        == "Стало: промежуточная волна с 1 сентября 2026 по 1 сентября 2026, ответов 40."
    )
    assert first.splitlines()[1] == (
        "→ «Очень трудно», «Скорее трудно»: было 75 %, стало 25 %; <b>стало лучше</b>, "
        "−50 п. п. (от −65 до −29)"
    )
    assert shown.screen.chart is not None
    row = shown.screen.chart.data.rows[0]
    assert (row.note, row.change) == ("стало лучше", -50)
    assert shown.screen.chart.data.title.endswith(
        ": что изменилось. Промежуточная волна против промежуточной."
    )
    last = await chat.press(head, f"by-question-change:{wave}:{school}:{wave - 1}:9")
    topics, help_form, *left = last.text.split("\n\n")[1:5]
    assert topics.splitlines()[1].startswith("→ «Да, несколько»: было 90–100 %, стало 90–100 %;")
    assert help_form.splitlines()[1:] == [
        "→ реже «Посетить уроки коллег»: было 75–85 %, стало 25–35 %; разница от −70 до −21 п. п.",
        "→ чаще «Курсы»: было 25–35 %, стало 75–85 %; разница от +21 до +70 п. п.",
    ]
    assert left[0].splitlines() == [
        "Не сравнить 1 вопрос: в одной из волн он скрыт. Почему, сказано в ответах по вопросам.",
        "Не сравнить 1 вопрос: на него отвечают своими словами.",
    ]
    entry = f"by-question-change:{wave}:{school}:{wave - 2}:0"
    assert entry in shown.presses.values()
    against_entry = await chat.press(head, entry)
    assert "было 50 %, стало 25 %; <b>стало лучше</b>" in against_entry.text
    assert f"by-question-change:{wave}:{school}:{wave - 1}:0" in against_entry.presses.values()
    alone = await chat.press(head, f"by-question-change:{wave - 2}:{school}:{wave}:0")
    assert alone.text.startswith("Сравнить пока не с чем")
