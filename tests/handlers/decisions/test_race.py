"""Many hands on one button: one wins, the others are shown how things stand."""

from __future__ import annotations

import asyncio
from datetime import date

from bot.clock import SimulatedClock
from bot.domain.errors import Outdated
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.use_cases import decisions, reports
from storage import Storage
from storage.history import list_history
from tests.school_life import MONDAY, District


async def test_eight_heads_confirm_at_once_and_one_does(storage: Storage) -> None:
    district = await District(storage, SimulatedClock(MONDAY)).found()
    deputy = await district.add(Role.DEPUTY)
    heads = [await district.add(Role.HEAD) for _ in range(8)]
    task = await district.task(date(2026, 9, 20))
    async with storage.begin() as tx:
        draft = (await reports.begin(tx, deputy, task_id=task, now=MONDAY)).draft.id
        await reports.answer_outcome(tx, deputy, report_id=draft, outcome=Outcome.DONE, now=MONDAY)
        for step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
            await reports.skip(tx, deputy, report_id=draft, step=step, now=MONDAY)
        await reports.send(tx, deputy, report_id=draft, replaced=0, now=MONDAY)

    async def confirm(head: Person) -> bool:
        try:
            async with storage.begin() as tx:
                await decisions.confirm(tx, head, task_id=task, version=1, now=MONDAY)
        except Outdated:
            return False
        return True

    assert sum(await asyncio.gather(*map(confirm, heads))) == 1
    async with storage.read() as tx:
        assert [line.move.value for line in await list_history(tx, task)] == ["report", "confirm"]
