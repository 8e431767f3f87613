"""The days of a town: the clock beats as in the bot, people do what waits for them, messages are counted."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.clock import SimulatedClock
from bot.domain.days_off import is_day_off
from bot.domain.local_time import local_day
from bot.domain.plan import DraftPlan
from bot.domain.reminders import ladder
from bot.domain.tasks import TO_DO, Task
from bot.jobs.ticks import tick
from bot.use_cases.digests import SPOKEN_OF
from bot.use_cases.holidays import holidays_of
from storage import Storage, sqlite_url, tables, tasks
from storage.migrate import upgrade
from tests.calm.figures import Calm, Hearer
from tests.calm.post import open_post
from tests.calm.town import MORNING_HOUR, Town
from tests.calm.work import Work
from tests.factories import ZONE

DAY = timedelta(days=1)
WORK_HOUR = 11
FRIDAY = 5


class Event(Enum):
    """What a coordinator does on some days of a year besides accepting reports."""

    WAVE = "wave"  # of the survey that every teacher is asked to answer
    CORRECTION = "correction"


def usual_events(first: date) -> Mapping[date, Event]:
    """A wave in the autumn, and one in the spring whose end falls on a Saturday; days moved in February."""
    autumn, spring, winter = date(first.year, 10, 1), date(first.year + 1, 3, 1), date(first.year + 1, 2, 1)
    return {
        _next(autumn, 1): Event.WAVE,
        _next(winter, 2): Event.CORRECTION,
        _next(spring, 6): Event.WAVE,
    }


def _next(day: date, weekday: int) -> date:
    """The first such day of the week (ISO) from ``day`` on."""
    return day + (weekday - day.isoweekday()) % 7 * DAY


def is_off(day: date) -> bool:
    return is_day_off(day) or day in holidays_of(day.year)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)).astimezone(UTC)


@dataclass
class Year:
    town: Town
    clock: SimulatedClock
    storage: Storage
    calm: Calm
    events: Mapping[date, Event]
    told: date | None = None  # the last day with a morning
    hearers: dict[int, Hearer] = field(default_factory=dict)  # by account

    async def live(self) -> Calm:
        self.outbox, self.session = open_post(self.storage, self.town.chat.desk.table.notices, self.clock)
        self.work = Work(self.town)
        for person, role, _ in self.town.people.values():
            self.hearers[person.account_id] = Hearer(role)
        self.calm.hearers = list(self.hearers.values())
        day = self.calm.first
        while day <= self.calm.last:
            await self._live_a_day(day)
            day += DAY
        return self.calm

    async def _live_a_day(self, day: date) -> None:
        await self._beat(at(day, 0, 1))
        await self._beat(at(day, MORNING_HOUR))
        if not is_off(day):
            await self._check_the_ladders(day)
            self.told = day
        self.clock.move_to(at(day, WORK_HOUR))
        await self._work(day)
        await self._beat(at(day, WORK_HOUR, 5))
        await self._beat(at(day, 20))

    async def _beat(self, now: datetime) -> None:
        """What the bot does at each beat, and who was written to by it."""
        self.clock.move_to(now)
        await tick(self.storage, now)
        await self.outbox.drain()
        for account_id, messages in self.session.sent.items():
            self.hearers[account_id].days[local_day(now, ZONE)] += messages
        self.session.sent.clear()

    async def _work(self, day: date) -> None:
        """On working days everybody, on Saturdays and Sundays only a coordinator who cannot wait."""
        async with self.storage.begin() as tx:
            found = await tasks.list_districts_tasks(tx, [self.town.district], SPOKEN_OF)
            if day.isoweekday() <= FRIDAY and not is_off(day):
                await self.work.report_and_confirm(tx, found, self.clock())
            await self.work.accept_and_return(tx, found, self.clock())
            match self.events.get(day):
                case Event.WAVE:
                    await self.work.ask_teachers(tx, self.clock())
                case Event.CORRECTION:
                    await self.work.correct(tx, self.clock())

    async def _check_the_ladders(self, today: date) -> None:
        """Each step that fell on a day since the last morning has to be spoken of this morning."""
        if self.told is None:
            return
        o = tables.outbox.c
        async with self.storage.read() as tx:
            found = await tasks.list_districts_tasks(tx, [self.town.district], TO_DO)
            since = o.due_at > at(self.told, MORNING_HOUR)
            rows = (await tx.execute(select(o.person_id, o.args).where(o.notice == "morning", since))).all()
        said = {row.person_id: row.args for row in rows}
        for person_id, due in self._due(found, self.told, today).items():
            args: Mapping[str, Any] = said.get(person_id, {"tasks": [], "more": 0})
            named = {task["task"] for task in args["tasks"]}
            unnamed = sum(task.id not in named for task in due)
            self.calm.steps += len(due)
            self.calm.unspoken += max(0, unnamed - args["more"])

    def _due(self, found: Iterable[Task], told: date, today: date) -> dict[int, list[Task]]:
        due: dict[int, list[Task]] = {}
        for task in found:
            if any(told < step <= today for step in ladder(task)):
                for person in self.work.doers(task):
                    due.setdefault(person.id, []).append(task)
        return due


async def live_a_year(
    draft: DraftPlan, name: str, *, schools: int, people: int, days: int, events: Mapping[date, Event]
) -> Calm:
    """The first ``days`` of a road map launched on the first of September; its ``name`` is the seed."""
    first = first_day(draft)
    clock = SimulatedClock(at(first, 0))
    folder = Path(tempfile.mkdtemp())
    storage = Storage(sqlite_url(folder / "vekhi.db"))
    try:
        await upgrade(storage)
        town = await Town.found(storage, clock, folder, name, schools)
        await town.launch(draft, name)
        await town.fill(people)
        calm = await Year(town, clock, storage, Calm(first, first + (days - 1) * DAY), events).live()
        o, t = tables.outbox.c, tables.tasks.c
        async with storage.read() as tx:
            calm.tasks = (await tx.execute(select(func.count(t.id)))).scalar_one()
            rows = (await tx.execute(select(o.person_id, o.notice, o.outcome))).all()
    finally:
        await storage.close()
        shutil.rmtree(folder)
    calm.kinds.update(f"{town.people[row.person_id][1].value}: {row.notice}, {row.outcome}" for row in rows)
    return calm


def first_day(draft: DraftPlan) -> date:
    begins = draft.period.start or date(2026, 9, 1)
    return date(begins.year, 9, 1)
