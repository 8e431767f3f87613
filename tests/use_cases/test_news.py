"""What is told at once: joined within minutes, quiet at night, and then in the message of the day."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.people import Role
from bot.use_cases.mornings import send_mornings, take_back_late
from bot.use_cases.news import JOINED, tell
from storage import Storage, tables
from storage.news import ROOM, News, withdraw_news
from storage.outbox import claim_notices
from storage.people import set_morning
from tests.school_life import MONDAY, District, queued

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LEASE = timedelta(minutes=2)


def piece(person_id: int, number: int) -> News:
    return News(person_id, "report-returned", {"task": number}, f"returned:{person_id}:{number}")


async def say(district: District, person_id: int, *numbers: int) -> None:
    async with district.storage.begin() as tx:
        await tell(tx, [piece(person_id, number) for number in numbers], now=district.clock())


async def messages(storage: Storage) -> list[tuple[str, list[int]]]:
    """Each message's kind and the tasks that its news are about."""
    return [(name, [one["args"]["task"] for one in args["news"]]) for _, name, args in await queued(storage)]


async def test_what_comes_within_minutes_is_one_message(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    one, other = await district.add(Role.DEPUTY), await district.add(Role.HEAD)
    await say(district, one.id, 1)
    district.clock.advance(MINUTE)
    async with storage.begin() as tx:  # several people at once, of whom one has a message waiting
        await tell(tx, [piece(other.id, 2), piece(one.id, 3)], now=district.clock())
    district.clock.advance(JOINED - MINUTE)  # from the first piece on: nobody is kept waiting by more of them
    await say(district, one.id, 4)
    assert await messages(storage) == [("news", [1, 3]), ("news", [2]), ("news", [4])]
    async with storage.begin() as tx:
        sent = await claim_notices(tx, now=district.clock(), lease=LEASE, limit=9)
    assert [notice.args["news"][0]["args"]["task"] for notice in sent] == [1]


async def test_what_a_sender_holds_is_not_joined_to(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await say(district, deputy.id, 1)
    district.clock.advance(JOINED)
    async with storage.begin() as tx:
        await claim_notices(tx, now=district.clock(), lease=LEASE, limit=9)
    district.clock.now -= MINUTE  # a clock set back makes the message look as if it still waited
    await say(district, deputy.id, 2)
    assert await messages(storage) == [("news", [1]), ("news", [2])]


async def test_a_full_message_begins_the_next(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await say(district, deputy.id, *range(ROOM + 1))
    await say(district, deputy.id, *range(ROOM + 1, 2 * ROOM + 1))
    numbers = [numbers for _, numbers in await messages(storage)]
    assert [len(each) for each in numbers] == [ROOM, ROOM, 1]
    assert sorted(number for each in numbers for number in each) == list(range(2 * ROOM + 1))


async def test_what_is_no_news_any_more_is_withdrawn_unless_it_is_on_its_way(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    sent, *others = [await district.add(Role.DEPUTY) for _ in range(3)]
    people = [person.id for person in (sent, *others)]
    await say(district, sent.id, 1)
    district.clock.advance(JOINED)
    async with storage.begin() as tx:
        await claim_notices(tx, now=district.clock(), lease=LEASE, limit=9)
    await say(district, others[0].id, 1, 2)
    await say(district, others[1].id, 1)
    async with storage.begin() as tx:
        await withdraw_news(tx, people, "report-accepted", {"task": 1})
        await withdraw_news(tx, people, "report-returned", {"task": 1})
    assert await messages(storage) == [("news", [1]), ("news", [2])]


async def test_the_same_piece_twice_is_one(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    await say(district, deputy.id, 1)
    await say(district, deputy.id, 1)
    await say(district, deputy.id, 2, 2)
    assert await messages(storage) == [("news", [1, 2])]


async def test_the_night_is_quiet_and_the_message_of_the_day_takes_the_news(storage: Storage) -> None:
    saturday_night = SimulatedClock(MONDAY - timedelta(hours=35))
    district = await District(storage, saturday_night).found()
    deputy, other = await district.add(Role.DEPUTY), await district.add(Role.DEPUTY)
    async with storage.begin() as tx:
        await set_morning(tx, deputy.id, MONDAY - 3 * HOUR)  # eight on Monday
    await say(district, deputy.id, 1)
    district.clock.advance(20 * HOUR)  # Sunday
    async with storage.begin() as tx:
        await tell(tx, [piece(deputy.id, 2), piece(other.id, 3)], now=district.clock())
    o = tables.outbox.c
    async with storage.read() as tx:
        due = (await tx.execute(select(o.due_at))).scalars().all()
    assert due == [MONDAY - 3 * HOUR + JOINED] * 2
    district.clock.now = MONDAY - 3 * HOUR
    async with storage.begin() as tx:
        assert await send_mornings(tx, district.clock()) == 1
    assert await messages(storage) == [("news", [3]), ("morning", [1, 2])]


async def test_a_message_taken_back_gives_its_news_back(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY - 4 * HOUR)).found()
    deputy = await district.add(Role.DEPUTY)
    await district.task(date(2026, 9, 8))
    async with storage.begin() as tx:
        await set_morning(tx, deputy.id, MONDAY - 3 * HOUR)
    await say(district, deputy.id, 1)
    for hours in (1, 14, 10):  # eight in the morning, ten in the evening, Tuesday at eight
        district.clock.advance(hours * HOUR)
        async with storage.begin() as tx:
            await take_back_late(tx, district.clock())
            await send_mornings(tx, district.clock())
    ((_, name, args),) = await queued(storage)
    assert (name, len(args["news"]), len(args["tasks"])) == ("morning", 1, 1)
