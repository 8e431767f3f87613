"""Random lives: whatever people press, a task stays within the table and its history tells its state."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.clock import SimulatedClock
from bot.domain.errors import DomainError
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.domain.tasks import MOVES, TaskState
from bot.use_cases import decisions, reports, tasks
from bot.use_cases.mornings import open_due_tasks
from storage import Storage, Transaction, tables
from storage.history import list_history
from storage.reports import get_draft, get_last_sent
from storage.tasks import get_task
from tests.school_life import MONDAY, District

ACTS = 25
LIVES = 12


class Life:
    """One task and the people who may do things to it, sensible or not."""

    def __init__(self, district: District, people: list[Person], task: int, seed: int) -> None:
        self.district, self.people, self.task = district, people, task
        self.chance = random.Random(seed)
        self.refused = 0

    async def act(self) -> None:
        deeds: list[Callable[[Transaction, Person], Awaitable[object]]] = [
            self.write, self.send, self.send, self.decide, self.decide, self.schedule, self.open
        ]  # fmt: skip
        deed, person = self.chance.choice(deeds), self.chance.choice(self.people)
        self.district.clock.advance(timedelta(hours=7))
        try:
            async with self.district.storage.begin() as tx:
                await deed(tx, person)
        except DomainError:
            self.refused += 1

    async def write(self, tx: Transaction, person: Person) -> None:
        now = self.district.clock()
        report = (await reports.begin(tx, person, task_id=self.task, now=now)).draft.id
        outcome = self.chance.choice(list(Outcome))
        await reports.answer_outcome(tx, person, report_id=report, outcome=outcome, now=now)
        for step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, person, report_id=report, step=step, now=now)

    async def send(self, tx: Transaction, person: Person) -> None:
        draft = await get_draft(tx, task_id=self.task, person_id=person.id)
        report, replaced = draft.id if draft else 0, await self._version(tx)
        await reports.send(tx, person, report_id=report, replaced=replaced, now=self.district.clock())

    async def _version(self, tx: Transaction) -> int:
        sent = await get_last_sent(tx, self.task)
        return (sent.version or 0) if sent else 0

    async def decide(self, tx: Transaction, person: Person) -> None:
        version = await self._version(tx)
        version -= self.chance.random() < 0.2  # a button under an older report
        now = self.district.clock()
        match self.chance.choice("car"):
            case "c":
                await decisions.confirm(tx, person, task_id=self.task, version=version, now=now)
            case "a":
                await decisions.accept(tx, person, task_id=self.task, version=version, now=now)
            case _:
                await decisions.return_report(
                    tx, person, task_id=self.task, version=version, reason="Нет подписи", now=now
                )

    async def schedule(self, tx: Transaction, person: Person) -> None:
        await tasks.schedule(tx, person, task_id=self.task, phrase="до 15.03.2027", now=self.district.clock())

    async def open(self, tx: Transaction, person: Person) -> None:
        await open_due_tasks(tx, self.district.clock())


@pytest.mark.parametrize("seed", [1, 2])
async def test_history_replays_to_the_state(storage: Storage, seed: int) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    people = [await district.add(role) for role in (Role.DEPUTY, Role.DEPUTY, Role.HEAD, Role.COORDINATOR)]
    seen: set[TaskState] = set()
    for number in range(LIVES):
        waits = number % 2 == 0
        task_id = await district.task(
            None if waits else date(2026, 12, 1), state=TaskState.WAITING if waits else TaskState.PLANNED
        )
        life = Life(district, people, task_id, seed * 1000 + number)
        for _ in range(ACTS):
            await life.act()
        seen |= await _replayed(storage, task_id, TaskState.WAITING if waits else TaskState.PLANNED)
        assert life.refused > 0
    # The lives went everywhere but where a correction of the plan leads.
    assert seen == set(TaskState) - {TaskState.WAITING, TaskState.WITHDRAWN}


async def _replayed(storage: Storage, task_id: int, state: TaskState) -> set[TaskState]:
    passed = set()
    async with storage.read() as tx:
        for line in await list_history(tx, task_id):
            assert line.from_state is not None
            assert (line.from_state, line.to_state) == (state, MOVES[line.from_state, line.move])
            state = line.to_state
            passed.add(state)
        task = await get_task(tx, task_id)
        assert task is not None
        assert task.state is state
        r = tables.reports.c
        sent = select(r.version).where(r.task_id == task_id, r.sent_at.is_not(None)).order_by(r.id)
        versions = sorted((await tx.execute(sent)).scalars())
        assert versions == list(range(1, len(versions) + 1))
    return passed
