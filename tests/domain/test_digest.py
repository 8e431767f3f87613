"""What a coordinator is told, and that an empty day tells nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.digest import Call, Digest, Ranking, Unreached, compose_digest
from bot.domain.local_time import day_begins
from bot.domain.reminders import Days
from bot.domain.tasks import Task, TaskState
from tests.domain.some_task import ZONE, some_task

TODAY = date(2026, 10, 20)
YESTERDAY = TODAY - timedelta(days=1)


def at(day: date, hour: int) -> datetime:
    return day_begins(day, ZONE) + timedelta(hours=hour)


NOW = at(TODAY, 8)


def compose(*tasks: Task, undelivered: tuple[Unreached, ...] = ()) -> Digest:
    return compose_digest(
        tasks, undelivered, days=Days(YESTERDAY, TODAY), since=at(YESTERDAY, 8), now=NOW, ladders={}
    )


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
        due_today=Ranking((("Школа № 1", 1), ("Школа № 2", 1))),
        overdue=Ranking((("Школа № 2", 2), ("Школа № 1", 1))),
        long_overdue=1,
        unconfirmed=Ranking((("Школа № 1", 4),)),
        new_reports=2,  # one is new, the other was left lying since yesterday
        to_accept=2,
        accept_waits=1,
        undated=0,
        rising=1,
        calls=(Call("Школа № 1", overdue=1, days_late=15, days_unconfirmed=4),),
        undelivered=(),
    )


def test_the_three_to_call_are_those_whom_reminders_have_not_moved() -> None:
    def late(name: str, days: int, number: int = 1) -> list[Task]:
        return [some_task(end=TODAY - timedelta(days=days), school=1, responsible=name)] * number

    digest = compose(
        *late("А", 3, 2),
        *late("Б", 3),
        *late("В", 2, 5),  # reminders still have their time
        *late("Г", 1),
        *late("", 9),  # her own
        *late("Е", 4),
        some_task(state=TaskState.REPORTED, changed_at=at(TODAY, -24 * 6), responsible="Д", school=2),
        undelivered=(Unreached("Пётр", "Г"), Unreached("Иван", "Ж"), Unreached("Анна", "")),
    )
    assert digest.calls == (
        Call("Д", days_unconfirmed=6),
        Call("Е", overdue=1, days_late=4),
        Call("А", overdue=2, days_late=3),
    )
    (alone,) = compose(*late("Г", 1), undelivered=(Unreached("Пётр", "Г"),)).calls
    assert alone == Call("Г", overdue=1, days_late=1, unreached=("Пётр",))


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
    assert compose(task, undelivered=(Unreached("Пётр", ""),)).is_empty


def test_what_waits_for_a_date_is_asked_about_once_a_month() -> None:
    waiting = some_task(state=TaskState.WAITING)
    asked = [
        day
        for day in (date(2026, 10, 25) + timedelta(days=n) for n in range(40))
        if compose_digest(
            [waiting],
            (),
            days=Days(day - timedelta(days=1), day),
            since=at(day, -16),
            now=at(day, 8),
            ladders={},
        ).undated
    ]
    assert asked == [date(2026, 11, 1), date(2026, 12, 1)]


def test_a_task_of_a_later_state_is_nowhere_overdue() -> None:
    late = some_task(end=date(2026, 1, 1), responsible="Школа")
    states = {state: compose(replace(late, state=state)).overdue.total for state in TaskState}
    assert {state for state, n in states.items() if n} == {
        TaskState.PLANNED,
        TaskState.OPEN,
        TaskState.RETURNED,
    }
