"""D10: in 13 zones a clock that jumps, a bot that stops, a network that fails: once per local day."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.days_off import is_day_off
from bot.domain.local_time import RUSSIAN_ZONES, local_day, next_local_hour
from bot.domain.people import Role
from bot.domain.rhythm import HOURS, QUIET_FROM, Habits, Rhythm
from bot.jobs.ticks import tick
from bot.use_cases.holidays import holidays_of
from bot.use_cases.mornings import send_mornings, take_back_late
from storage import Storage, tables
from storage.habits import set_habits
from storage.outbox import claim_notices, close_notice
from storage.people import set_morning
from storage.school_zones import set_school_zone
from tests.promises.options import LONG, SABOTAGE, SEED, report
from tests.school_life import District

# Russia has one time the whole year. Berlin changes it on Sundays, Cairo in the night to a Friday.
ZONES = (*RUSSIAN_ZONES, "Europe/Berlin", "Africa/Cairo")
START = datetime(2026, 10, 19, tzinfo=UTC)
DAYS = 200 if LONG else 21  # the short run holds both changes of October
STEP = timedelta(minutes=30 if LONG else 60)
LEASE = timedelta(minutes=2)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass
class Figures:
    zones: int = len(ZONES)
    jumps: int = 0
    stops: int = 0
    outages: int = 0
    messages: int = 0
    late: int = 0  # a working morning was there, and its message was not
    twice: int = 0  # a local day told by two messages
    untold: int = 0  # a local day that no message speaks for
    at_wrong_times: int = 0  # at night, on Sundays or holidays


@dataclass
class Reader:
    """One person and the local days that their messages spoke for: after the first, up to the second."""

    zone: str
    hour: int
    told: list[tuple[date | None, date]] = field(default_factory=list)

    def may_be_told(self, now: datetime) -> bool:
        local = now.astimezone(ZoneInfo(self.zone))
        day = local.date()
        off = is_day_off(day) or day in holidays_of(day.year)
        return self.hour <= local.hour < QUIET_FROM and not off


class Story:
    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = SimulatedClock(START)
        self.chance = random.Random(SEED)
        self.readers: dict[int, Reader] = {}
        self.figures = Figures()
        self.cut_off_until = START  # no message gets through before

    async def found(self) -> None:
        """A deputy in each zone, with an hour of their own and something to be told every day.

        Every second zone is the school's own, in a district that lives by Moscow's.
        """
        for number, zone in enumerate(ZONES):
            of_district = "Europe/Moscow" if number % 2 else zone
            district = await District(self.storage, self.clock).found(f"Район {number}", of_district)
            if number % 2:
                async with self.storage.begin() as tx:
                    await set_school_zone(tx, district.school, zone)
                district.zone = zone  # of the school's tasks
            deputy = await district.add(Role.DEPUTY)
            for day in range(-1, DAYS + 21, 3):  # with its steps, each has something for three days
                await district.task((START + day * DAY).date(), number=f"{day}.")
            hour = HOURS[number]
            async with self.storage.begin() as tx:
                await set_habits(tx, deputy.id, Habits(hour))
                await set_morning(tx, deputy.id, next_local_hour(START, zone, hour))
            self.readers[deputy.id] = Reader(zone, hour)

    async def live(self) -> None:
        true_time = START
        while true_time < START + DAYS * DAY:
            await self._beat()
            true_time += STEP
            self.clock.advance(STEP)
            trouble = self.chance.random()
            if trouble < 0.02:
                self._jump(self.chance.choice((HOUR, -HOUR, DAY, -DAY)))
            elif trouble < 0.025:
                self.figures.stops += 1
                stop = self.chance.choice((5 * HOUR, 30 * HOUR, 9 * DAY if LONG else 3 * DAY))
                true_time += stop
                self.clock.advance(stop)
            elif trouble < 0.03:
                self.figures.outages += 1
                self.cut_off_until = self.clock() + self.chance.choice((HOUR, 20 * HOUR))
        self.cut_off_until = START
        for _ in range(5 * DAY // HOUR):  # whatever is held has a working morning
            await self._beat()
            self.clock.advance(HOUR)

    def _jump(self, by: timedelta) -> None:
        self.figures.jumps += 1
        self.clock.now += by  # a server's clock may be set back

    async def _beat(self) -> None:
        now = self.clock()
        await tick(self.storage, now, (take_back_late, send_mornings))
        if now < self.cut_off_until:
            return
        await self._deliver(now)
        for reader in self.readers.values():
            if reader.may_be_told(now) and (
                not reader.told or reader.told[-1][1] < local_day(now, reader.zone)
            ):
                self.figures.late += 1

    async def _deliver(self, now: datetime) -> None:
        o = tables.outbox.c
        async with self.storage.begin() as tx:
            for notice in await claim_notices(tx, now=now, lease=LEASE, limit=50):
                found = select(o.person_id, o.told_since, o.dedupe).where(o.id == notice.id)
                row = (await tx.execute(found)).one()
                reader = self.readers[row.person_id]
                reader.told.append((row.told_since, date.fromisoformat(row.dedupe.rpartition(":")[2])))
                self.figures.messages += 1
                self.figures.at_wrong_times += not reader.may_be_told(now)
                await close_notice(tx, notice.id, outcome="sent", now=now)

    def count(self) -> Figures:
        for reader in (reader for reader in self.readers.values() if reader.told):
            spoken: defaultdict[date, int] = defaultdict(int)
            for since, day in reader.told:
                for n in range((day - since).days if since else 1):
                    spoken[day - n * DAY] += 1
            first, last = reader.told[0][1], reader.told[-1][1]
            every = [first + n * DAY for n in range((last - first).days + 1)]
            self.figures.untold += sum(not spoken[day] for day in every)
            self.figures.twice += sum(times > 1 for times in spoken.values())
        return self.figures


def _a_day_later(_rhythm: Rhythm, after: datetime) -> datetime:
    """The sabotage: a timer of 24 hours in place of the local morning."""
    return after + DAY


async def _play(storage: Storage) -> Figures:
    story = Story(storage)
    await story.found()
    await story.live()
    return story.count()


async def test_each_local_day_is_told_once(
    sqlite_storage: Storage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if SABOTAGE:
        monkeypatch.setattr(Rhythm, "next_morning", _a_day_later)
    figures = await _play(sqlite_storage)
    report(capsys, "D10", figures)
    broken = (figures.late, figures.twice, figures.untold, figures.at_wrong_times)
    assert broken == (0, 0, 0, 0), f"SEED={SEED}"
    assert min(figures.jumps, figures.stops, figures.outages, figures.messages) > 0, f"SEED={SEED}"
