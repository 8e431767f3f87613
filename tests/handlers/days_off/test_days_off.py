"""«Каникулы и выходные» as the coordinator reads, types and presses them, and what comes of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.days_off import Break, Calendar
from bot.domain.local_time import next_local_hour
from bot.domain.people import Role
from bot.use_cases.holidays import holidays_of
from bot.use_cases.mornings import send_mornings, take_back_late
from storage import Storage
from storage.outbox import claim_notices
from storage.people import set_morning
from tests.school_life import MONDAY, District, Office, queued

DAY = timedelta(days=1)


async def test_a_coordinator_keeps_the_districts_days_off(sqlite_storage: Storage, tmp_path: Path) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(await district.add(Role.COORDINATOR))
    await chat.command("start")
    assert "Своих дней у района пока нет." in await chat.press_label("Каникулы и выходные")
    assert "Какие дни добавить?" in await chat.press_label("Добавить дни")
    shown = await chat.type("с 26 октября по 3 ноября: осенние каникулы")
    assert shown.endswith("<b>Дни района</b>\n• 26 октября – 3 ноября: осенние каникулы")
    await chat.press_label("Добавить дни")
    assert (await chat.type("11 октября")).splitlines()[-2:] == [
        "• 11 октября",
        "• 26 октября – 3 ноября: осенние каникулы",
    ]
    assert "Суббота: рабочий день" in await chat.press_label("Убрать 11.10")
    assert "Суббота: выходной" in await chat.press_label("Сделать субботу выходным")
    assert {"Сделать субботу рабочей", "Убрать 26.10 – 03.11"} < chat.buttons.keys()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("когда-нибудь", "Срок не понятен."),
        ("1 сентября 2026", "Этот день уже прошёл."),
        ("с 1 октября 2026 по 1 марта 2027", "Период не может быть длиннее 100 дней."),
    ],
)
async def test_days_that_cannot_be(sqlite_storage: Storage, tmp_path: Path, words: str, says: str) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    chat = Office(sqlite_storage, tmp_path, district.clock).chat(await district.add(Role.COORDINATOR))
    await chat.press(f"days-off-add:{district.id}")
    assert (await chat.type(words)).startswith(says)


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2027, 2, 20), False),  # a Saturday: a school day unless the district says otherwise
        (date(2027, 2, 21), True),
        (date(2027, 2, 22), True),  # moved here from that Saturday by decree
        (date(2027, 2, 24), False),
        (date(2027, 3, 22), True),
        (date(2027, 3, 28), True),
        (date(2027, 3, 29), False),
    ],
)
def test_days_off_of_a_calendar(day: date, off: bool) -> None:
    spring = Break(date(2027, 3, 22), date(2027, 3, 28), "весенние каникулы")
    assert Calendar((spring,), transfers=holidays_of).is_off(day) is off


async def test_a_break_holds_all_and_the_next_morning_says_it_once(storage: Storage, tmp_path: Path) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    chat = Office(storage, tmp_path, district.clock).chat(await district.add(Role.COORDINATOR))
    await chat.press(f"days-off-add:{district.id}")
    await chat.type("с 8 по 12 сентября: день города")
    await district.task(date(2026, 9, 8), number="1.")
    await district.task(date(2026, 9, 11), number="2.")
    async with storage.begin() as tx:
        await set_morning(tx, deputy.id, next_local_hour(district.clock(), district.zone, 8))
    told = []
    for _ in range(10):
        district.clock.advance(DAY)
        async with storage.begin() as tx:
            if await send_mornings(tx, district.clock()):
                told.append(district.clock().date().day)
    # Silent from the 8th to Sunday the 13th; overdue steps go on after that.
    assert told[0] == 14
    first = (await queued(storage))[0][2]["tasks"]
    assert [(task["number"], task["days_left"]) for task in first] == [("1.", -6), ("2.", -3)]


async def test_a_message_that_an_outage_made_late_waits_for_the_morning(storage: Storage) -> None:
    """Queued on Saturday, not sent by nine in the evening: Monday's message says it, and only that one."""
    saturday = datetime(2026, 9, 12, 6, tzinfo=UTC)
    district = await District(storage, SimulatedClock(saturday)).found()
    deputy = await district.add(Role.DEPUTY)
    await district.task(date(2026, 9, 12), number="1.")
    await district.task(date(2026, 9, 14), number="2.")
    evening = datetime(2026, 9, 12, 16, tzinfo=UTC)  # nine in the evening there
    lease = timedelta(minutes=2)
    async with storage.begin() as tx:
        await set_morning(tx, deputy.id, saturday)
        assert await send_mornings(tx, saturday) == 1
        assert await take_back_late(tx, evening - timedelta(seconds=1)) == 0
        assert await claim_notices(tx, now=evening, lease=lease, limit=9) == []
        assert await take_back_late(tx, evening) == 1
    counts = []
    for hours in (11, 35):  # eight on Sunday, eight on Monday
        async with storage.begin() as tx:
            counts.append(await send_mornings(tx, evening + timedelta(hours=hours)))
    assert counts == [0, 1]
    assert [task["number"] for task in (await queued(storage))[0][2]["tasks"]] == ["1.", "2."]
