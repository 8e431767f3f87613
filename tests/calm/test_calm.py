"""A month of one district keeps within the budget; ``make year`` plays the year of the road maps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.domain import mornings
from bot.domain.people import Role
from bot.domain.rhythm import Rhythm
from bot.reading.plan_reader import read_plan
from tests.calm.figures import Calm, breaches
from tests.calm.year import Event, first_day, live_a_year
from tests.reading.sample_documents import SAMPLE

DAY = timedelta(days=1)


async def _live(days: int) -> Calm:
    draft = read_plan(SAMPLE.read_bytes(), SAMPLE.name)
    first = first_day(draft)
    events = {first + 4 * DAY: Event.WAVE, first + 13 * DAY: Event.CORRECTION}
    return await live_a_year(draft, SAMPLE.name, schools=2, people=20, days=days, events=events)


async def test_a_month_is_calm() -> None:
    month = await _live(30)
    assert breaches([month]) == []
    assert month.steps > 5
    assert all(hearer.days for hearer in month.hearers if hearer.role is Role.TEACHER)


async def test_the_month_sees_a_bot_that_knows_no_sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Rhythm, "writes_on", lambda _rhythm, _day: True)
    week = await _live(8)
    assert [line for line in breaches([week]) if "Sunday" in line] != []


async def test_the_month_sees_a_step_that_nobody_speaks_of(monkeypatch: pytest.MonkeyPatch) -> None:
    due_tasks = mornings._due_tasks

    def all_but_the_first(*args: Any) -> Any:
        return due_tasks(*args)[1:]

    monkeypatch.setattr(mornings, "_due_tasks", all_but_the_first)
    week = await _live(8)
    assert week.unspoken > 0
