"""Pairs of schools: made once, filled with joint events, reminded of before their contract ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage
from tests.school_life import MONDAY, Chat, District, Office, queued
from tests.use_cases.test_mornings import counted_queries, tick, wake


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


@pytest.fixture
async def coordinator(district: District, tmp_path: Path) -> Chat:
    office = Office(district.storage, tmp_path, district.clock)
    return office.chat(await district.add(Role.COORDINATOR))


async def pair(coordinator: Chat, district: District, host: str, until: str = "до 31 мая 2027") -> str:
    await coordinator.press(f"partner-host:{district.id}:0")
    await coordinator.press_label(host)
    await coordinator.press_label("Школа № 1")
    return await coordinator.type(until)


async def test_a_pair_and_what_it_does(district: District, coordinator: Chat, tmp_path: Path) -> None:
    lyceum = await district.add_school("Лицей")
    other = await district.add_school("Гимназия")
    assert (await pair(coordinator, district, "Лицей")).endswith(
        "<b>Лицей</b> помогает школе <b>Школа № 1</b>\nДоговор до 31 мая 2027\n\n"
        "Совместных дел пока не записано."
    )
    office = Office(district.storage, tmp_path, district.clock)
    head, stranger = [office.chat(await district.add(Role.HEAD, school=school)) for school in (lyceum, other)]
    await head.press(f"partners:{district.id}:0")
    await head.press_label("Школа № 1")
    await head.press_label("+ Совместное дело")
    assert "Нужны день и дело." in await head.type("Открытый урок")
    assert "• 15 декабря 2026: Открытый урок" in await head.type("15 декабря: Открытый урок")
    assert "Пар пока нет" in await stranger.press(f"partners:{district.id}:0")
    assert "недоступно" in await stranger.press("partner:1")
    await coordinator.press("partner:1")
    await coordinator.press_label("Убрать пару")
    assert "Пар пока нет" in await coordinator.press_label("Да, убрать")
    assert "недоступно" in await head.press("partner:1")
    again = await pair(coordinator, district, "Лицей", "до 31 мая 2028")
    assert "Договор до 31 мая 2028" in again
    assert "• 15 декабря 2026: Открытый урок" in again  # what they did is still known


async def test_a_pair_is_made_once(district: District, coordinator: Chat) -> None:
    await district.add_school("Лицей")
    await pair(coordinator, district, "Лицей")
    await coordinator.press(f"partner-until:2:{district.school}")
    assert "Эти школы уже в паре" in await coordinator.type("до 31 мая 2027")


async def test_the_end_of_a_contract_is_told_three_times(district: District, coordinator: Chat) -> None:
    await district.add_school("Лицей")
    await pair(coordinator, district, "Лицей", "до 16 октября 2026")
    head = await district.add(Role.HEAD)
    await wake(district, head)
    told = []
    for days in range(1, 42):
        before = len(await queued(district.storage))
        district.clock.move_to(datetime(2026, 9, 7, 3, 5, tzinfo=UTC) + timedelta(days=days))
        await tick(district.storage, district.clock())
        sent = (await queued(district.storage))[before:]
        told += [district.clock().date().isoformat() for _, _, args in sent if args["contracts"]]
    assert told == ["2026-09-16", "2026-10-09", "2026-10-16"]


async def test_thirty_pairs_cost_the_queries_of_one(district: District, coordinator: Chat) -> None:
    costs = set()
    for total in (1, 29):
        for n in range(total):
            name = f"Лицей {total}-{n}"
            host = await district.add_school(name)
            await coordinator.press(f"partner-until:{host}:{district.school}")
            await coordinator.type("до 31 мая 2027")
        with counted_queries(district.storage) as seen:
            shown = await coordinator.press(f"partners:{district.id}:0")
        costs.add(len(seen))
    assert len(costs) == 1
    assert shown.startswith("<b>Школы-партнёры</b>, пар: 30")
