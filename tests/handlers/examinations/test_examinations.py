"""Two dated examinations a year: written by the expert, read by the school and above it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.examinations import due_on
from bot.domain.people import Role
from bot.domain.plan import Period
from handlers.mornings.view import morning
from storage import Storage
from storage.tasks import get_task
from tests.factories import WORDS
from tests.school_life import MONDAY, District, Office, queued, told
from tests.use_cases.test_mornings import counted_queries, tick, wake


@pytest.fixture
async def district(sqlite_storage: Storage) -> District:
    return await District(sqlite_storage, SimulatedClock(MONDAY)).found()


async def test_an_expert_writes_and_the_school_reads(district: District, tmp_path: Path) -> None:
    await district.add_school("Школа № 2")
    head, expert = await district.add(Role.HEAD), await district.add(Role.EXPERT, "Олег Эксперт")
    office = Office(district.storage, tmp_path, district.clock)
    chat = office.chat(expert)
    await chat.command("start")
    assert (await chat.press_label("Экспертизы")).startswith("<b>Экспертизы школ.</b> Действующего плана")
    task = await district.task(date(2026, 9, 20))
    assert await chat.press(f"exams:{district.id}:0") == (
        "<b>Экспертизы школ</b>\nПервая до 31 декабря 2026, вторая до 31 мая 2027.\n\n"
        "1) Школа № 1: первая впереди, вторая впереди\n2) Школа № 2: первая впереди, вторая впереди"
    )
    await chat.press_label("Школа № 1")
    await chat.press_label("Записать первую")
    assert (await chat.type("12 ноября 2026")).startswith("Экспертиза записывается, когда она прошла.")
    await chat.type("3 сентября 2026")
    assert await chat.type("Наставники есть у всех молодых учителей") == (
        "Записано. Директор школы получит сообщение.\n\n<b>Экспертизы.</b> Школа № 1\n\n"
        "<b>Первая</b>, 3 сентября 2026, Олег Эксперт\n«Наставники есть у всех молодых учителей»\n\n"
        "Вторая: ещё не записана, срок до 31 мая 2027."
    )
    await chat.press_label("Переписать первую")
    await chat.press_label("Сегодня")
    assert "<b>Первая</b>, 7 сентября 2026" in await chat.type("Наставники есть")
    assert {person for person, notice, _ in await told(district.storage)} == {head.id}

    async with district.storage.read() as tx:
        found = await get_task(tx, task)
    assert found is not None
    reader = office.chat(head)
    assert (await reader.press(f"exams:{district.id}:0")).endswith(
        "1) Школа № 1: первая проведена, вторая впереди"
    )
    assert "Наставники есть" in await reader.press(f"exam:{found.plan_id}:{district.school}")
    assert "Переписать первую" not in reader.buttons


@pytest.mark.parametrize(
    ("end", "today", "days"),
    [
        (date(2027, 5, 31), date(2026, 9, 7), [date(2026, 12, 31), date(2027, 5, 31)]),
        (None, date(2026, 3, 1), [date(2025, 12, 31), date(2026, 5, 31)]),
    ],
)
def test_the_last_days_follow_the_plans_year(end: date | None, today: date, days: list[date]) -> None:
    assert [due_on(number, Period(None, end), today) for number in (1, 2)] == days


async def test_an_expert_is_told_three_times_whom_to_examine(district: District, tmp_path: Path) -> None:
    second = await district.add_school("Школа № 2")
    task = await district.task(date(2027, 5, 20))
    expert, head = await district.add(Role.EXPERT), await district.add(Role.HEAD)
    async with district.storage.read() as tx:
        found = await get_task(tx, task)
    assert found is not None
    chat = Office(district.storage, tmp_path, district.clock).chat(expert)
    await chat.press(f"exam-today:{found.plan_id}:{second}:1")
    await chat.type("Наставники есть")
    await wake(district, expert, head)
    told_on = {}
    for days in range(100, 271):
        before = len(await queued(district.storage))
        district.clock.move_to(datetime(2026, 9, 7, 3, 5, tzinfo=UTC) + timedelta(days=days))
        await tick(district.storage, district.clock())
        for person, notice, args in (await queued(district.storage))[before:]:
            if notice == "morning" and args["examinations"]:
                assert person == expert.id
                told_on[district.clock().date().isoformat()] = args
    due = {day: args["examinations"][0]["schools"] for day, args in told_on.items()}
    both = ["Школа № 1", "Школа № 2"]
    assert due == {
        "2026-12-17": ["Школа № 1"],
        "2026-12-28": ["Школа № 1"],
        "2027-05-17": both,
        "2027-05-28": both,
        "2027-05-31": both,
    }
    screen = morning(**told_on["2026-12-17"])
    assert WORDS.plain(screen.text, "ru").endswith(
        "Первая экспертиза (до 31 декабря) ещё не записана: Школа № 1."
    )
    assert (await chat.press(f"due-exams:{district.id}")).startswith("<b>Экспертизы школ</b>")


async def test_thirty_schools_cost_the_queries_of_one_and_five_are_named(district: District) -> None:
    await district.task(date(2027, 5, 20))
    expert = await district.add(Role.EXPERT)
    costs = set()
    for day in (17, 28):
        await wake(district, expert)
        district.clock.move_to(datetime(2026, 12, day, 3, 5, tzinfo=UTC))
        with counted_queries(district.storage) as seen:
            assert await tick(district.storage, district.clock()) == 1
        costs.add(len(seen))
        for n in range(10, 39):
            await district.add_school(f"Школа № {n}")
    assert len(costs) == 1
    _, _, args = (await queued(district.storage))[-1]
    [due] = args["examinations"]
    assert (due["schools"][0], len(due["schools"]), due["more"]) == ("Школа № 1", 5, 25)
    assert WORDS.plain(morning(**args).text, "ru").endswith("Школа № 13 и ещё 25 школ.")
