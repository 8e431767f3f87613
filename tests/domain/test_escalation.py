"""Who hears of a late task, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.escalation import Above, for_authority, rises, rising
from bot.domain.ladder import USUAL, Threshold
from bot.domain.reminders import Days
from bot.domain.tasks import Task, TaskState
from tests.domain.some_task import some_task

LAST = date(2026, 10, 1)
DAY = timedelta(days=1)
LATE = some_task(end=LAST, school=1)
ALL = {Above.COORDINATOR, Above.HEAD, Above.AUTHORITY}


@pytest.mark.parametrize(
    ("task", "days", "above"),
    [
        (LATE, 0, set()),
        (LATE, 1, {Above.COORDINATOR}),
        (LATE, 3, {Above.COORDINATOR, Above.HEAD}),
        (LATE, 14, {Above.COORDINATOR, Above.HEAD}),
        (LATE, 15, ALL),
        (replace(LATE, held_down=True), 40, {Above.COORDINATOR}),
        (replace(LATE, state=TaskState.REPORTED), 40, set()),
        (some_task(end=LAST, body=1), 15, {Above.COORDINATOR, Above.AUTHORITY}),
        (some_task(state=TaskState.WAITING), 40, set()),
    ],
)
def test_who_hears(task: Task, days: int, above: set[Above]) -> None:
    assert rises(task, LAST + days * DAY, USUAL) == above


def test_a_district_moves_the_thresholds() -> None:
    own = USUAL.moved(Threshold.AUTHORITY, 7).moved(Threshold.HEAD, 5)
    assert rises(LATE, LAST + 4 * DAY, own) == {Above.COORDINATOR}
    assert rises(LATE, LAST + 8 * DAY, own) == ALL
    assert rising([LATE], LAST + 4 * DAY, {LATE.district_id: own}) == []
    assert rising([LATE], LAST + 4 * DAY, {}) == [LATE]


def test_the_authority_hears_once_a_week() -> None:
    days = (LAST + n * DAY for n in range(60))
    told = [(day - LAST).days for day in days if for_authority([LATE], Days(day - DAY, day), {})]
    assert told == [15, 22, 29, 36, 43, 50, 57]


def test_a_day_off_only_puts_it_off() -> None:
    assert for_authority([LATE], Days(LAST + 13 * DAY, LAST + 17 * DAY), {}) == (LATE,)
    assert for_authority([LATE], Days(LAST + 17 * DAY, LAST + 18 * DAY), {}) == ()
