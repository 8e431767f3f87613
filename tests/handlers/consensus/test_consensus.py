from __future__ import annotations

from pathlib import Path

from bot.domain.people import Person, Role
from handlers.consensus.routes import routes
from storage import Storage
from tests.factories import NOW, Chat, Shown, make_district, make_person, make_school
from tests.school_life import told


async def rate_all(chat: Chat, person: Person, school: int, level: str) -> Shown:
    """Press by press, as a thumb does: each press of a factor gives its next level."""
    presses = ("низкий", "средний", "высокий")
    shown = await chat.press(person, f"consensus:{school}")
    for factor in range(1, 11):
        for label in ("не указан", *presses[: presses.index(level)]):
            shown = await chat.press(person, shown.presses[f"{factor}. {label}"])
    return shown


async def test_a_team_rates_takes_back_and_agrees(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Первая")
        head, deputy = [await make_person(tx, role, district, school) for role in (Role.HEAD, Role.DEPUTY)]
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    await chat.press(head, f"consensus-new:{school}")
    assert await told(sqlite_storage) == [(deputy.id, "consensus-open", {"school": school})]
    again = await chat.press(head, f"consensus-new:{school}")
    assert again.text.startswith("Обсуждение в школе уже идёт.")
    mine = await rate_all(chat, head, school, "низкий")
    assert mine.text.split("\n\n")[1] == "Оценили все факторы: 1 из 2."
    taken = await chat.press(head, f"consensus-rate:{mine.presses['10. низкий'].split(':')[1]}:10:none")
    assert taken.text.split("\n\n")[1] == "Оценили все факторы: 0 из 2."
    await chat.press(head, taken.presses["10. не указан"])
    # The last one passes through «low» and «medium» on the way to «high»: nothing is closed over that.
    last = await rate_all(chat, deputy, school, "высокий")
    assert last.text.split("\n\n")[1].splitlines() == [
        "Оценили все факторы: 2 из 2.",
        "Оценили все. Обсуждение закроет руководитель школы, и вы увидите мнения.",
    ]
    assert (await told(sqlite_storage))[1:] == [(head.id, "consensus-full", {"school": school})]
    shown = await chat.press(head, f"consensus:{school}")
    assert "Закройте обсуждение, чтобы увидеть, где мнения разошлись." in shown.text
    closed = await chat.press(head, shown.presses["Закрыть и показать мнения"])
    assert closed.text.split("\n\n")[2].splitlines()[:2] == [
        "1. Низкий уровень оснащения школы: низкий 1, высокий 1 — <b>мнения разошлись, обсудите</b>",
        "→ голоса разделились поровну, начните с более высокого: высокий",
    ]
    late = await chat.press(deputy, mine.presses["3. низкий"])
    assert late.text.startswith("Это меню устарело.")
    await chat.press(head, closed.presses["1. не указан"])
    await chat.press(head, closed.presses["Записать пояснение"])
    agreed = await chat.type(head, "1: привезли ноутбуки")
    assert agreed.text.split("\n\n")[2].splitlines()[1:3] == [
        "→ согласовано: <b>низкий</b>",
        "→ привезли ноутбуки",
    ]


async def test_one_person_is_told_that_there_is_nobody_to_agree_with(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Первая")
        head = await make_person(tx, Role.HEAD, district, school)
    chat = Chat(sqlite_storage, [routes], lambda: NOW, tmp_path)
    shown = await chat.press(head, f"consensus-new:{school}")
    assert "один человек, согласовывать не с кем" in shown.text
    shown = await rate_all(chat, head, school, "низкий")
    assert await told(sqlite_storage) == []
    shown = await chat.press(head, shown.presses["Закрыть и показать мнения"])
    assert "1. Низкий уровень оснащения школы: низкий 1 — мнения совпали" in shown.text
