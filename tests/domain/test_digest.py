"""What a coordinator is told, and that an empty day tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.digest import Digest, Ranking, compose_digest
from bot.domain.local_time import day_begins
from bot.domain.reminders import Days
from bot.domain.tasks import Task, TaskState
from tests.domain.some_task import ZONE, some_task

TODAY = date(2026, 10, 20)
YESTERDAY = TODAY - timedelta(days=1)


def at(day: date, hour: int) -> datetime:
    return day_begins(day, ZONE) + timedelta(hours=hour)


NOW = at(TODAY, 8)


def compose(*tasks: Task, undelivered: tuple[str, ...] = ()) -> Digest:
    return compose_digest(tasks, undelivered, days=Days(YESTERDAY, TODAY), since=at(YESTERDAY, 8), now=NOW)


def test_each_group_counts_its_own() -> None:
    first: dict[str, Any] = {"school": 1, "responsible": "Школа № 1"}
    second: dict[str, Any] = {"school": 2, "responsible": "Школа № 2"}
    digest = compose(
        some_task(end=TODAY, **first),
        some_task(end=TODAY, state=TaskState.PLANNED, **second),
        some_task(end=YESTERDAY, **second),
        some_task(end=YESTERDAY, state=TaskState.RETURNED, **second),
        some_task(end=YESTERDAY - timedelta(days=14), **first),
        some_task(end=YESTERDAY, state=TaskState.REPORTED, changed_at=at(TODAY, 1), **first),
        some_task(end=YESTERDAY, state=TaskState.REPORTED, changed_at=at(YESTERDAY, -60), **first),
        some_task(end=YESTERDAY, state=TaskState.CONFIRMED, changed_at=at(YESTERDAY, 9), **first),
        some_task(end=YESTERDAY, state=TaskState.CONFIRMED, changed_at=at(YESTERDAY, 7), **first),
        some_task(end=TODAY + timedelta(days=1), **first),
        some_task(state=TaskState.WAITING, **first),
        some_task(end=TODAY, state=TaskState.ACCEPTED, **first),
    )
    assert digest == Digest(
        due_today=Ranking((("Школа № 1", 1), ("Школа № 2", 1)), 0, 2),
        overdue=Ranking((("Школа № 2", 2), ("Школа № 1", 1)), 0, 3),
        long_overdue=1,
        unconfirmed=Ranking((("Школа № 1", 4),), 0, 4),
        new_reports=2,  # one is new, the other was left lying since yesterday
        to_accept=2,
        undated=0,
        undelivered=(),
    )


@pytest.mark.parametrize(
    "task",
    [
        some_task(end=TODAY + timedelta(days=1)),
        some_task(end=YESTERDAY, state=TaskState.ACCEPTED),
        some_task(end=YESTERDAY, state=TaskState.CONFIRMED, changed_at=at(TODAY - timedelta(days=5), 9)),
        some_task(state=TaskState.WAITING),
    ],
)
def test_a_quiet_day_is_empty_even_with_somebody_out_of_reach(task: Task) -> None:
    assert compose(task, undelivered=("Пётр",)).is_empty


def test_what_waits_for_a_date_is_asked_about_once_a_month() -> None:
    waiting = some_task(state=TaskState.WAITING)
    asked = [
        day
        for day in (date(2026, 10, 25) + timedelta(days=n) for n in range(40))
        if compose_digest(
            [waiting], (), days=Days(day - timedelta(days=1), day), since=at(day, -16), now=at(day, 8)
        ).undated
    ]
    assert asked == [date(2026, 11, 1), date(2026, 12, 1)]


def test_a_long_ranking_is_cut_and_says_so() -> None:
    ranking = Ranking.of({f"Школа № {n}": n for n in range(1, 11)})
    assert ranking.top[0] == ("Школа № 10", 10)
    assert (len(ranking.top), ranking.more, ranking.total) == (7, 3, 55)


def test_a_task_of_a_later_state_is_nowhere_overdue() -> None:
    late = some_task(end=date(2026, 1, 1), responsible="Школа")
    states = {state: compose(replace(late, state=state)).overdue.total for state in TaskState}
    assert {state for state, n in states.items() if n} == {
        TaskState.PLANNED,
        TaskState.OPEN,
        TaskState.RETURNED,
    }
