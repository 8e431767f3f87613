"""Hours of the method office: offered, booked once, given back, cancelled, reminded of, written down."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.errors import DomainError
from bot.domain.people import Role
from bot.use_cases import consultations
from storage import Storage
from tests.school_life import MONDAY, Chat, District, Office, queued, told
from tests.use_cases.test_mornings import counted_queries, tick, wake


@pytest.fixture
async def district(storage: Storage) -> District:
    return await District(storage, SimulatedClock(MONDAY)).found()


@pytest.fixture
def office(district: District, tmp_path: Path) -> Office:
    return Office(district.storage, tmp_path, district.clock)


async def offer(host: Chat, district: District, when: str = "10 сентября в 15:00", seats: str = "1") -> str:
    await host.press(f"consultation-new:{district.id}")
    await host.press_label("3")
    await host.type(when)
    await host.type("РМК, кабинет 3")
    return await host.press_label(seats)


async def test_an_hour_is_offered_booked_and_given_back(district: District, office: Office) -> None:
    host = office.chat(await district.add(Role.METHODIST, "Ольга Носова"))
    teacher = office.chat(await district.add(Role.TEACHER, "Вера Зорина"))
    head = office.chat(await district.add(Role.HEAD))
    await host.press(f"consultation-new:{district.id}")
    await host.press_label("3")
    assert "Нужны день и время" in await host.type("10 сентября")
    assert "Этот день уже прошёл" in await host.type("7 сентября в 9:00")
    assert "Где?" in await host.type("10 сентября, 15:00")
    await host.type("РМК, кабинет 3")
    made = await host.press_label("1")
    assert made == (
        "Консультация в расписании: школы района могут записываться.\n\n"
        "<b>Консультация 10 сентября 2026, 15:00</b>\n"
        "Фактор: 3. Недостаточная предметная и методическая компетентность педагогов\n"
        "Где: РМК, кабинет 3\nПроводит: Ольга Носова\nСвободно 1 место из 1"
    )
    await teacher.press(f"consultations:{district.id}:0")
    await teacher.press_label("10 сентября, 15:00 · фактор 3")
    assert (await teacher.press_label("Записаться")).startswith("Готово, место за вами.")
    assert "Последнее место только что заняли." in await head.press("consultation-book:1")
    assert "<b>Записались</b>\n• Вера Зорина, Школа № 1" in await host.press("consultation:1")
    await teacher.press("consultation:1")
    assert "место снова свободно" in await teacher.press_label("Снять запись")
    assert "место за вами" in await head.press("consultation-book:1")


async def test_the_last_seat_has_one_winner_and_an_hour_one_place(district: District, office: Office) -> None:
    host = office.chat(await district.add(Role.METHODIST))
    for seats in ("3", "3"):
        await offer(host, district, seats=seats)
    people = [await district.add(Role.TEACHER) for _ in range(5)]

    async def book(number: int) -> bool:
        async with district.storage.begin() as tx:
            try:
                await consultations.book(tx, people[number], 1, now=MONDAY)
            except DomainError:
                return False
            return True

    assert sum(await asyncio.gather(*(book(n) for n in range(5)))) == 3
    again = [await office.chat(person).press("consultation-book:2") for person in people]
    assert sum("На этот час вы уже записаны." in shown for shown in again) == 3


async def test_a_cancelled_hour_frees_everybody(district: District, office: Office) -> None:
    host, guest = office.chat(await district.add(Role.METHODIST)), await district.add(Role.TEACHER)
    await offer(host, district)
    await office.chat(guest).press("consultation-book:1")
    await host.press("consultation:1")
    assert "Записался 1 человек" in await host.press_label("Отменить консультацию")
    assert "Отменена" in await host.press_label("Да, отменить")
    args = {"factor": 3, "starts": "2026-09-10T15:00:00+05:00"}
    assert await told(district.storage) == [(guest.id, "consultation-cancelled", args)]
    assert "устарело" in await host.press("consultation-cancel-yes:1")
    assert "устарело" in await office.chat(guest).press("consultation-book:1")


async def test_guests_and_hosts_are_reminded_in_the_message_of_the_day(
    district: District, office: Office
) -> None:
    host, guest = await district.add(Role.METHODIST), await district.add(Role.TEACHER)
    await offer(office.chat(host), district, "9 сентября в 15:00")
    await office.chat(guest).press("consultation-book:1")
    await wake(district, host, guest)
    told_on: list[list[tuple[int, int | None]]] = []
    for day in (8, 9, 10):
        before = len(await queued(district.storage))
        district.clock.move_to(datetime(2026, 9, day, 3, 5, tzinfo=UTC))
        await tick(district.storage, district.clock())
        sent = (await queued(district.storage))[before:]
        told_on.append([(p, one["guests"]) for p, _, args in sent for one in args["consultations"]])
    assert told_on == [[(host.id, 1), (guest.id, None)]] * 2 + [[]]


async def test_the_schedule_costs_the_same_for_any_number(district: District, office: Office) -> None:
    host = office.chat(await district.add(Role.METHODIST))
    costs = set()
    for total in (1, 29):
        for n in range(total):
            await offer(host, district, f"{10 + n % 15} сентября в {10 + n // 15}:{total:02}")
        with counted_queries(district.storage) as seen:
            shown = await host.press(f"consultations:{district.id}:0")
        costs.add(len(seen))
    assert len(costs) == 1
    assert shown.startswith("<b>Консультации:</b> 30 впереди")
    await host.press(f"consultations:{district.id}:99")
    assert len([press for press in host.buttons.values() if press.startswith("consultation:")]) == 2


async def test_what_was_held_is_counted_by_factor(district: District, office: Office) -> None:
    host, guest = office.chat(await district.add(Role.METHODIST)), await district.add(Role.TEACHER)
    await offer(host, district)
    await office.chat(guest).press("consultation-book:1")
    assert "проведено: 0." in await host.press(f"consultation-report:{district.id}")
    district.clock.move_to(datetime(2026, 9, 11, tzinfo=UTC))
    assert (await host.press(f"consultation-report:{district.id}")).startswith(
        "<b>Консультации, Берёзовский район.</b> С 1 сентября 2026 проведено: 1. Участий: 1. "
        "Школ, которые приходили: 1.\n\n• 3. Недостаточная предметная"
    )
