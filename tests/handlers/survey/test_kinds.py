"""Every kind of item in the chat, and the items that an answer opens and closes."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from bot.domain.people import Person
from handlers.survey.routes import routes
from storage import Storage
from storage.tables import survey_drafts
from tests.factories import NOW, Chat, Shown
from tests.use_cases.district import add_pack, make_asked_district, start

PACK = """\
code: all-kinds
version: 1
audience: teachers
languages: [ru, en]
title: {ru: Все виды, en: All kinds}
scales:
  often:
    - {ru: Никогда, en: Never}
    - {ru: Редко, en: Seldom}
    - {ru: Иногда, en: Sometimes}
    - {ru: Часто, en: Often}
    - {ru: Всегда, en: Always}
items:
  - id: needs
    kind: many
    text: {ru: "Чего не хватает?", en: "What is lacking?"}
    options:
      - {ru: Времени, en: Time}
      - {ru: Материалов, en: Materials}
      - {ru: Всего хватает, en: Nothing, alone: true}
  - id: which
    kind: text
    show_if: {item: needs, equals: 2}
    text: {ru: "Каких материалов?", en: "Which materials?"}
  - id: lessons
    kind: matrix
    scale: often
    text: {ru: Как часто на уроке, en: How often in a lesson}
    rows:
      - {id: quiet, text: {ru: тихо, en: is it quiet}}
      - {id: interesting, text: {ru: интересно, en: is it interesting}}
  - id: years
    kind: number
    most: 60
    text: {ru: "Сколько лет вы преподаёте?", en: "For how many years do you teach?"}
  - id: pupils
    kind: share
    text: {ru: "Какой части учеников трудно?", en: "For which part of the pupils is it hard?"}
"""


async def begin(storage: Storage, folder: Path) -> tuple[Chat, Person, int]:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        await add_pack(tx, district, PACK)
        wave = await start(tx, district, code="all-kinds")
    return Chat(storage, [routes], lambda: NOW, folder), district.teachers["Первая"][0], wave


async def drafts(storage: Storage) -> dict[str, str]:
    d = survey_drafts.c
    async with storage.read() as tx:
        return {row.item_id: row.value for row in await tx.execute(select(d.item_id, d.value))}


async def test_several_options_are_picked_dropped_and_left(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, teacher, wave = await begin(sqlite_storage, tmp_path)
    shown = await chat.press(teacher, f"survey-go:{wave}")
    assert shown.text == (
        "Вопрос 1 из 5, осталось ≈ 1 мин\n\n<b>Чего не хватает?</b>\n\n"
        "Можно выбрать несколько, затем «Дальше». Второе нажатие снимает выбор."
    )
    assert shown.rows == (("Времени",), ("Материалов",), ("Всего хватает",), ("Пропустить",), ("⌂ Меню",))
    for _ in range(2):  # a press that came twice picks once
        picked = await chat.press(teacher, shown.presses["Времени"])
        assert picked.rows[0] == ("✓ Времени",)
    assert picked.rows[-2] == ("Пропустить", "Дальше →")
    both = await chat.press(teacher, picked.presses["Материалов"])
    assert both.text.startswith("Вопрос 1 из 6, ")  # the second opened an item
    assert both.text.endswith("\n\nВаш ответ: Времени; Материалов")
    none = await chat.press(teacher, both.presses["Всего хватает"])
    assert none.text.endswith("\n\nВаш ответ: Всего хватает")
    assert await drafts(sqlite_storage) == {"needs": "3"}
    dropped = await chat.press(teacher, none.presses["✓ Всего хватает"])
    assert (dropped.rows, await drafts(sqlite_storage)) == (shown.rows, {})


async def test_a_line_answers_the_item_it_stands_below(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, teacher, wave = await begin(sqlite_storage, tmp_path)
    await chat.press(teacher, f"pick:{wave}:needs:2")
    shown = await chat.press(teacher, f"survey-go:{wave}")
    assert shown.text.endswith(
        "<b>Каких материалов?</b>\n\n"
        "Напишите одним сообщением, до 300 знаков. Не называйте людей: ни учеников, ни коллег."
    )
    assert (await chat.type(teacher, "о" * 301)).text.startswith("Нужен текст длиной до 300 знаков.")
    matrix = await chat.type(teacher, "Карт &\nатласов")  # after a mistake the line is still awaited
    assert matrix.text.startswith("Вопросы 3–4 из 6")
    assert await drafts(sqlite_storage) == {"needs": "2", "which": "Карт & атласов"}
    back = await chat.press(teacher, matrix.presses["← Назад"])
    assert back.text.endswith("\n\nВаш ответ: Карт &amp; атласов")


async def test_a_matrix_is_answered_row_by_row(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, teacher, wave = await begin(sqlite_storage, tmp_path)
    await chat.press(teacher, f"pick:{wave}:needs:1")
    shown = await chat.press(teacher, f"survey-go:{wave}")
    assert shown.text.endswith(
        "<b>Как часто на уроке</b>\n\n"
        "1 — Никогда\n2 — Редко\n3 — Иногда\n4 — Часто\n5 — Всегда\n\n"
        "<b>а)</b> тихо\n\n<b>б)</b> интересно"
    )
    assert shown.rows[1] == ("б 1", "б 2", "б 3", "б 4", "б 5")
    half = await chat.press(teacher, shown.presses["б 4"])
    assert half.rows[1] == ("б 1", "б 2", "б 3", "✓ б 4", "б 5")
    assert half.text.endswith("<b>а)</b> тихо\n\n<b>б)</b> интересно\nВаш ответ: Часто")
    number = await chat.press(teacher, half.presses["Пропустить"])  # the row that is left
    assert number.text.startswith("Вопрос 4 из 5")
    assert await drafts(sqlite_storage) == {"needs": "1", "quiet": "", "interesting": "4"}
    back = await chat.press(teacher, number.presses["← Назад"])
    assert back.rows[-2] == ("← Назад", "Дальше →")


async def complete(chat: Chat, teacher: Person, wave: int) -> Shown:
    for press in ("pick:{}:needs:1", "pick:{}:needs:2", "ans:{}:quiet:2", "ans:{}:interesting:5"):
        await chat.press(teacher, press.format(wave))
    await chat.press(teacher, f"survey-go:{wave}")
    await chat.type(teacher, "Карт")
    assert (await chat.type(teacher, "61")).text == "Нужно целое число от 0 до 60, например: 12"
    await chat.type(teacher, "12")
    return await chat.type(teacher, "7 из 20")


async def test_the_answers_are_looked_through_changed_and_sent(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    chat, teacher, wave = await begin(sqlite_storage, tmp_path)
    assert (await complete(chat, teacher, wave)).text.startswith("Ответы готовы: 6 из 6.\n")
    review = await chat.press(teacher, f"survey-review:{wave}:0")
    assert [line for line in review.text.splitlines() if line.startswith("Ваш ответ")] == [
        "Ваш ответ: Времени; Материалов",
        "Ваш ответ: Карт",
        "Ваш ответ: Редко",
        "Ваш ответ: Всегда",
        "Ваш ответ: 12",
        "Ваш ответ: 35 %",
    ]
    assert "3. Как часто на уроке тихо" in review.text
    await chat.press(teacher, review.presses["1"])
    await chat.press(teacher, f"unpick:{wave}:needs:2")  # closes the item about materials
    assert "which" not in await drafts(sqlite_storage)
    assert (await chat.press(teacher, f"question:{wave}:which")).text.startswith("Это меню устарело.")
    done = await chat.press(teacher, f"survey-go:{wave}")
    assert done.text.startswith("Ответы готовы: 5 из 5.\n")
    answers = {"needs": "1", "quiet": "2", "interesting": "5", "years": "12", "pupils": "35"}
    assert await drafts(sqlite_storage) == answers
    assert (await chat.press(teacher, done.presses["Отправить"])).text.startswith("Спасибо!")
    assert await drafts(sqlite_storage) == {}


async def test_a_press_of_another_kind_is_outdated(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, teacher, wave = await begin(sqlite_storage, tmp_path)
    for press in ("ans:{}:needs:1", "pick:{}:quiet:1", "pick:{}:years:1"):
        assert (await chat.press(teacher, press.format(wave))).text.startswith("Это меню устарело.")
    for press in ("pick:{}:needs:9", "ans:{}:years:1"):
        assert (await chat.press(teacher, press.format(wave))).text.startswith("Такого ответа")
    assert await drafts(sqlite_storage) == {}
