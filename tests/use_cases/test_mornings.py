"""Mornings on both engines: everybody once a local day, in one message, with few queries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import event, text

from bot.clock import SimulatedClock
from bot.domain.local_time import RUSSIAN_ZONES, next_local_hour
from bot.domain.people import Person, Role
from bot.domain.tasks import TaskState
from bot.use_cases import reports as filing
from bot.use_cases.mornings import open_due_tasks, send_mornings
from bot.use_cases.tasks import put_off
from storage import Storage
from storage.history import list_history
from storage.people import set_morning, set_reachable
from storage.tasks import get_task
from tests.school_life import MONDAY, District, queued

DAY = timedelta(days=1)


@contextmanager
def counted_queries(storage: Storage) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, _p: Any, _x: Any, _many: bool) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            seen.append(statement)

    engine = storage.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def wake(district: District, *people: Person) -> None:
    """Plan the next morning of each, as joining does."""
    async with district.storage.begin() as tx:
        for person in people:
            await set_morning(tx, person.id, next_local_hour(district.clock(), district.zone, 8))


async def tick(storage: Storage, now: datetime) -> int:
    async with storage.begin() as tx:
        await open_due_tasks(tx, now)
        return await send_mornings(tx, now)


async def live(district: District, days: int, step: timedelta = timedelta(hours=3)) -> list[tuple[date, int]]:
    """Let the clock run; (local day, person) of each message written."""
    written: list[tuple[date, int]] = []
    clock = district.clock
    until = clock() + days * DAY
    while clock() < until:
        before = len(await queued(district.storage))
        await tick(district.storage, clock())
        news = (await queued(district.storage))[before:]
        written += [((clock() + timedelta(hours=5)).date(), person) for person, _, _ in news]
        clock.advance(step)
    return written


async def test_one_task_is_spoken_of_on_the_days_of_the_ladder(storage: Storage) -> None:
    eight_in_the_morning = SimulatedClock(MONDAY - timedelta(hours=3))
    district = await District(storage, eight_in_the_morning).found()
    deputy, head = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    await wake(district, deputy, head)
    await district.task(date(2026, 9, 20), start=date(2026, 9, 11), state=TaskState.PLANNED)
    written = await live(district, 35, timedelta(hours=12))
    # Opened on the 11th; the 13th, 20th and 27th and 4 October are Sundays, held to the Mondays after.
    assert [day for day, person in written if person == deputy.id] == [
        *(date(2026, 9, day) for day in (11, 14, 17, 19, 21, 23, 28)),
        date(2026, 10, 5),
    ]
    # The school's week on Mondays, and what a deputy owes from the third day on.
    assert [day for day, person in written if person == head.id] == [
        date(2026, 9, 14),
        date(2026, 9, 21),
        date(2026, 9, 23),
        date(2026, 9, 28),
        date(2026, 10, 5),
    ]


async def test_everything_due_is_one_message_and_a_quiet_day_none(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await wake(district, deputy)
    for n in range(9):
        await district.task(date(2026, 9, 8), number=f"1.{n}")
    await district.task(date(2026, 12, 8), start=date(2026, 9, 1))
    assert len(await live(district, 1)) == 1
    ((person, notice, args),) = await queued(storage)
    assert (person, notice) == (deputy.id, "morning")
    assert ([task["number"] for task in args["tasks"]], args["more"]) == ([f"1.{n}" for n in range(7)], 2)
    assert args["tasks"][0]["days_left"] == 0
    assert await tick(storage, district.clock()) == 0  # tomorrow at eight, not now


async def test_a_stop_of_days_is_caught_up_with_by_one_message(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await wake(district, deputy)
    await district.task(date(2026, 9, 15))
    await live(district, 1)
    assert await tick(storage, MONDAY + 11 * DAY) == 1  # Friday 18 September, eleven in the morning
    assert await tick(storage, MONDAY + 11 * DAY) == 0
    assert (await queued(storage))[-1][2]["tasks"][0]["days_left"] == -3


async def test_nobody_is_woken_at_night_or_told_twice_when_the_clock_jumps_back(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await wake(district, deputy)
    await district.task(date(2026, 9, 8))
    night = datetime(2026, 9, 8, 17, tzinfo=UTC)  # ten in the evening there
    assert [await tick(storage, night), await tick(storage, night + timedelta(hours=11))] == [0, 1]
    async with storage.begin() as tx:
        await set_morning(tx, deputy.id, night)
    assert await tick(storage, night + timedelta(hours=10)) == 0
    assert len(await queued(storage)) == 1


async def test_who_put_off_or_writes_or_is_out_of_reach_is_left_alone(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    busy, writing, away = [await district.add(Role.DEPUTY, name) for name in ("Аня", "Боря", "Вера")]
    await wake(district, busy, writing, away)
    task = await district.task(date(2026, 9, 8))
    async with storage.begin() as tx:
        await put_off(tx, busy, task_id=task, days=3, now=district.clock())
        await filing.begin(tx, writing, task_id=task, now=district.clock() + timedelta(hours=8))
        await set_reachable(tx, away.account_id, reachable=False)
    written = await live(district, 2)
    assert written == [(date(2026, 9, 9), writing.id)]  # the draft had its day of rest
    async with storage.begin() as tx:
        await set_reachable(tx, away.account_id, reachable=True)
    assert {person for _, person in await live(district, 1)} == {busy.id, away.id}


async def test_the_coordinator_has_one_message_with_digest_and_own_tasks(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    coordinator, head = await district.add(Role.COORDINATOR), await district.add(Role.HEAD, "Пётр")
    await wake(district, coordinator)
    await district.task(date(2026, 9, 8), place="c", number="2.1")
    await district.task(date(2026, 9, 1))
    await district.task(date(2026, 9, 8), state=TaskState.CONFIRMED)
    async with storage.begin() as tx:
        await set_reachable(tx, head.account_id, reachable=False)
    await live(district, 1)
    ((person, _, args),) = await queued(storage)
    assert (person, [task["number"] for task in args["tasks"]]) == (coordinator.id, ["2.1"])
    assert args["digest"] == {
        "due_today": {"top": [["", 1]], "more": 0, "total": 1},
        "overdue": {"top": [["Школа № 1", 1]], "more": 0, "total": 1},
        "long_overdue": 0,
        "unconfirmed": {"top": [], "more": 0, "total": 0},
        "new_reports": 1,
        "to_accept": 1,
        "accept_waits": 1,
        "undated": 0,
        "rising": 1,
        "calls": [
            {
                "place": "Школа № 1",
                "overdue": 1,
                "days_late": 7,
                "days_unconfirmed": 0,
                "unreached": ["Пётр"],
            }
        ],
        "undelivered": [["Пётр", "Школа № 1"]],
        "undelivered_more": 0,
    }


async def test_each_zone_has_its_own_morning_once_a_day(storage: Storage) -> None:
    clock = SimulatedClock(datetime(2026, 9, 7, tzinfo=UTC))
    last = clock() + 2 * DAY
    mornings: dict[int, list[datetime]] = {}
    for number, zone in enumerate(RUSSIAN_ZONES):
        district = await District(storage, clock).found(f"Район {number}", zone)
        deputy = await district.add(Role.DEPUTY)
        await wake(district, deputy)
        await district.task(date(2026, 9, 8), state=TaskState.RETURNED)  # something to say each day
        await district.task(date(2026, 9, 9))
        first = next_local_hour(clock(), zone, 8)
        mornings[deputy.id] = [first + n * DAY for n in range(3) if first + n * DAY < last]
    told: dict[int, list[datetime]] = {person: [] for person in mornings}
    while clock() < last:
        before = len(await queued(storage))
        await tick(storage, clock())
        for person, _, _ in (await queued(storage))[before:]:
            told[person].append(clock())
        clock.advance(timedelta(hours=1))
    assert told == mornings


async def test_the_number_of_queries_does_not_grow(sqlite_storage: Storage) -> None:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    with counted_queries(sqlite_storage) as idle:
        await tick(sqlite_storage, MONDAY)
    assert [query.split()[0] for query in idle] == ["SELECT", "SELECT"]
    counts = {}
    for size in (1, 30):
        people = [await district.add(Role.DEPUTY) for _ in range(size)]
        for _ in range(size):
            await district.task(date(2026, 9, 8))
        await wake(district, *people)
        district.clock.advance(DAY)
        with counted_queries(sqlite_storage) as seen:
            told = await tick(sqlite_storage, district.clock())
        counts[told] = len(seen)
    assert counts == {1: counts[1], 31: counts[1]}


async def test_tasks_open_on_their_day_with_a_line_of_history(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    await district.add(Role.DEPUTY)
    today = await district.task(date(2026, 9, 9), start=date(2026, 9, 7), state=TaskState.PLANNED)
    later = await district.task(date(2026, 9, 9), start=date(2026, 9, 8), state=TaskState.PLANNED)
    async with storage.begin() as tx:
        assert [await open_due_tasks(tx, MONDAY), await open_due_tasks(tx, MONDAY)] == [1, 0]
        found = [await get_task(tx, task) for task in (today, later)]
        assert [task and task.state for task in found] == [TaskState.OPEN, TaskState.PLANNED]
        assert [(line.who, line.to_state) for line in await list_history(tx, today)] == [("", TaskState.OPEN)]


async def test_the_index_finds_the_few_tasks_to_open(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        with counted_queries(sqlite_storage) as seen:
            await open_due_tasks(tx, MONDAY)
        plan = await tx.execute(text(f"EXPLAIN QUERY PLAN {seen[0].replace('?', '1')}"))
        assert any("ix_tasks_to_open" in row[3] for row in plan)
