"""«Не моё» from the message of the day to the head's or the coordinator's decision."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Person, Role
from bot.use_cases.mornings import send_mornings
from handlers.mornings import view
from storage import Storage
from storage.people import set_morning
from tests.factories import WORDS
from tests.school_life import MONDAY, District, Office, queued

DAY = timedelta(days=1)


async def morning_of(district: District, person: Person) -> dict[str, Any] | None:
    """What the person's message of this day says; None where there is none."""
    before = len(await queued(district.storage))
    async with district.storage.begin() as tx:
        await set_morning(tx, person.id, district.clock())
        await send_mornings(tx, district.clock())
    told = (await queued(district.storage))[before:]
    return next((args for to, _, args in told if to == person.id), None)


def numbers(args: dict[str, Any] | None) -> list[tuple[str, str]]:
    return [(task["number"], task["part"]) for task in args["tasks"]] if args else []


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    found = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    await found.task(date(2026, 9, 7), number="1.1")
    return found


async def test_a_deputy_refuses_and_the_head_gives_it_to_another(district: District, tmp_path: Path) -> None:
    deputy, other = await district.add(Role.DEPUTY, "Пётр"), await district.add(Role.DEPUTY, "Анна")
    head = await district.add(Role.HEAD, "Мария")
    office = Office(district.storage, tmp_path, district.clock)
    first = await morning_of(district, deputy)
    assert numbers(first) == [("1.1", "do")]
    assert first is not None
    rows = view.morning(**first).rows
    assert [WORDS.plain(b.label, "ru") for b in rows[0]] == ["1 · Отчитаться", "Отложить", "Не моё"]
    chat = office.chat(deputy)
    assert "Почему эта задача не ваша?" in await chat.press(rows[0][2].press)
    assert "больше не напоминаю" in await chat.type("Это ведёт Анна")
    assert "Пока вы смотрели" in await chat.press(rows[0][2].press)
    district.clock.advance(DAY)
    assert numbers(await morning_of(district, deputy)) == []
    assert numbers(await morning_of(district, other)) == [("1.1", "do")]
    told = await morning_of(district, head)
    assert told is not None
    screen = view.morning(**told)
    assert "<b>Сказали «не моё», решать вам</b>\n1. № 1.1. Провести мониторинг\n" in WORDS.html(
        screen.text, "ru"
    )
    assert "Пётр, Школа № 1: «Это ведёт Анна»" in WORDS.html(screen.text, "ru")
    chosen = office.chat(head)
    to_whom = next(b.press for row in screen.rows for b in row if b.press.startswith("refusal-to:"))
    assert "• Анна, заместитель директора" in await chosen.press(to_whom)
    assert set(chosen.buttons) >= {"Анна", "Мария"}
    assert "Задача передана: Анна." in await chosen.press_label("Анна")
    assert "Пока вы смотрели" in await chosen.press(to_whom)
    district.clock.advance(DAY)  # on which no step of the ladder is due
    assert numbers(await morning_of(district, other)) == [("1.1", "do")]
    assert numbers(await morning_of(district, deputy)) == []
    history = await chosen.press("task-history:1:0")
    assert "Сказано «не моё»: в работе\n«Это ведёт Анна»" in history
    assert "Передана человеку: в работе\n«Анна»" in history


async def test_the_head_gives_it_back(district: District, tmp_path: Path) -> None:
    deputy, head = await district.add(Role.DEPUTY, "Пётр"), await district.add(Role.HEAD)
    office = Office(district.storage, tmp_path, district.clock)
    await office.chat(deputy).press("not-mine-why:1:outside")
    # The only deputy refused: until it is decided the head is the one to do it.
    assert numbers(await morning_of(district, head)) == [("1.1", "do")]
    chat = office.chat(head)
    listed = await chat.press("refusals:0")
    assert listed.endswith("Пётр, Школа № 1: «Нас это не касается»")
    assert "Задача возвращена: Пётр." in await chat.press_label("1 · Вернуть")
    assert "решать нечего" in await chat.press("refusals:0")
    district.clock.advance(2 * DAY)
    assert numbers(await morning_of(district, deputy)) == [("1.1", "do")]


async def test_a_heads_own_refusal_is_the_coordinators(district: District, tmp_path: Path) -> None:
    head, coordinator = await district.add(Role.HEAD, "Мария"), await district.add(Role.COORDINATOR)
    office = Office(district.storage, tmp_path, district.clock)
    chat = office.chat(head)
    await chat.press("task:1")
    await chat.press_label("Не моё")
    assert "решит координатор" in await chat.press_label("Делает другой человек")
    assert "решать нечего" in await chat.press("refusals:0")
    assert "Вам это недоступно" in await chat.press(f"refusal-back:1:{head.id}")
    district.clock.advance(DAY)
    told = await morning_of(district, coordinator)
    assert told is not None
    assert [one["who"] for one in told["refusals"]] == ["Мария"]
    above = office.chat(coordinator)
    await above.press("due-refusals")
    assert "Передать некому" in await above.press_label("1 · Передать…")
    assert "Задача снова ваша" in await chat.press("mine-again:1")
    assert "Пока вы смотрели" in await above.press(f"refusal-back:1:{head.id}")


async def test_many_refusals_are_three_and_a_list(district: District, tmp_path: Path) -> None:
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    office = Office(district.storage, tmp_path, district.clock)
    for number in range(2, 6):
        await district.task(date(2026, 12, 7), number=f"1.{number}", title="Дело & <слово> " * 30)
    for task in range(1, 6):
        chat = office.chat(deputy)
        await chat.press(f"not-mine:{task}")
        await chat.type("<b>Не</b> моё & всё " * 9)
    district.clock.advance(DAY)
    told = await morning_of(district, head)
    assert told is not None
    screen = view.morning(**told)
    labels = [WORDS.plain(b.label, "ru") for row in screen.rows for b in row]
    assert "«Не моё» (5)" in labels
    assert len(WORDS.plain(screen.text, "ru")) <= 4000
    chat = office.chat(head)
    assert (await chat.press("due-refusals")).count("Провести мониторинг") == 1
    assert "4. № 1.4" in await chat.press_label("Дальше →")
