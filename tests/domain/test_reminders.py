"""The ladder, day by day: what is spoken of, when, and what is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.local_time import RUSSIAN_ZONES, day_begins, day_ends, local_day
from bot.domain.people import Membership, Role
from bot.domain.reminders import (
    Days,
    Part,
    draft_held_until,
    is_due,
    ladder,
    part_in,
)
from bot.domain.rhythm import Rhythm
from bot.domain.tasks import Task, TaskState
from tests.domain.some_task import ZONE, some_task

LAST = date(2026, 10, 20)  # a Tuesday


def window(days: int, state: TaskState = TaskState.OPEN) -> Task:
    return some_task(start=LAST - timedelta(days=days - 1), end=LAST, state=state)


def spoken_on(task: Task, part: Part = Part.DO) -> list[int]:
    """Days from the last day, minus is before; every day looked at on its own."""
    days = (LAST + timedelta(days=n) for n in range(-60, 40))
    return [(day - LAST).days for day in days if is_due(task, Days(day - timedelta(days=1), day), part=part)]


@pytest.mark.parametrize(
    ("task", "days"),
    [
        (window(31), [-14, -7, -3, -1, 0, 1, 3, 7, 14]),
        (window(30), [-29, -7, -3, -1, 0, 1, 3, 7, 14]),
        (window(5), [-7, -4, -3, -1, 0, 1, 3, 7, 14]),
        (window(1, TaskState.PLANNED), [-7, -3, -1, 0, 1, 3, 7, 14]),
        (window(31, TaskState.REPORTED), []),
        (window(31, TaskState.ACCEPTED), []),
        (some_task(state=TaskState.WAITING), []),
    ],
)
def test_ladder_by_window(task: Task, days: list[int]) -> None:
    assert spoken_on(task) == days


def test_the_head_hears_only_of_what_the_deputy_is_late_with() -> None:
    assert spoken_on(window(31), Part.WATCH) == [3, 7, 14]


def test_a_return_after_the_last_day_begins_the_late_steps_anew() -> None:
    returned = replace(window(1), state=TaskState.RETURNED, changed_at=day_begins(LAST, ZONE) + timedelta(20))
    assert spoken_on(returned)[-4:] == [21, 23, 27, 34]


@pytest.mark.parametrize(
    ("stopped_on", "back_on", "due"),
    [
        (-8, -5, True),  # the seventh day before was missed
        (-6, -4, False),
        (-2, 0, True),  # two steps were missed, one message speaks of the task once
        (4, 6, False),
        (15, 40, False),  # the ladder is over
    ],
)
def test_days_without_the_bot_are_caught_up_with_at_once(stopped_on: int, back_on: int, due: bool) -> None:
    days = Days(LAST + timedelta(days=stopped_on), LAST + timedelta(days=back_on))
    assert is_due(window(31), days) is due


def test_a_sunday_is_held_to_monday() -> None:
    sunday = date(2026, 10, 18)
    task = some_task(start=date(2026, 9, 1), end=sunday)  # its last day is the Sunday itself
    at_eight = datetime(2026, 10, 18, 3, tzinfo=UTC)
    assert not Rhythm(ZONE, 8).writes_at(at_eight)
    assert Rhythm(ZONE, 8).writes_at(at_eight + timedelta(days=1))
    # Saturday was the last day spoken of, so Monday speaks for Sunday too.
    assert is_due(task, Days(sunday - timedelta(days=1), sunday + timedelta(days=1)))


@pytest.mark.parametrize(
    ("utc_hour", "written"), [(2, False), (3, True), (12, True), (15, True), (16, False)]
)
def test_a_late_message_is_held_overnight(utc_hour: int, written: bool) -> None:
    """In Yekaterinburg 3:00 UTC is eight in the morning and 16:00 UTC nine in the evening."""
    assert Rhythm(ZONE, 8).writes_at(datetime(2026, 10, 19, utc_hour, tzinfo=UTC)) is written


def test_a_district_may_choose_a_late_hour() -> None:
    assert Rhythm(ZONE, 22).writes_at(datetime(2026, 10, 19, 17, 30, tzinfo=UTC))


def test_what_is_put_off_is_shown_on_its_day_and_not_before() -> None:
    until = LAST + timedelta(days=2)
    shown = [
        n
        for n in range(-3, 10)
        if is_due(window(31), Days(LAST + timedelta(days=n - 1), LAST + timedelta(days=n)), held_until=until)
    ]
    assert shown == [2, 3, 7]


@pytest.mark.parametrize(
    ("touched_utc", "until"),
    [
        (datetime(2026, 10, 19, 3, 0, tzinfo=UTC), date(2026, 10, 20)),  # at eight sharp: a day of rest
        (datetime(2026, 10, 19, 3, 1, tzinfo=UTC), date(2026, 10, 21)),
        (datetime(2026, 10, 19, 18, 59, tzinfo=UTC), date(2026, 10, 21)),
    ],
)
def test_a_touched_draft_rests_for_a_day(touched_utc: datetime, until: date) -> None:
    assert draft_held_until(touched_utc, ZONE, 8) == until


def test_a_newcomer_hears_of_all_that_the_ladder_still_speaks_of() -> None:
    days = Days.since(None, LAST)
    for late, due in ((0, True), (14, True), (28, True), (29, False)):
        assert is_due(some_task(end=LAST - timedelta(days=late)), days) is due, late


@pytest.mark.parametrize(
    ("membership", "task", "staffed", "part"),
    [
        (Membership(Role.DEPUTY, 1, 5), some_task(school=5), {5}, Part.DO),
        (Membership(Role.HEAD, 1, 5), some_task(school=5), {5}, Part.WATCH),
        (Membership(Role.HEAD, 1, 5), some_task(school=5), set(), Part.DO),
        (Membership(Role.HEAD, 1, 6), some_task(school=5), set(), None),
        (Membership(Role.TEACHER, 1, 5), some_task(school=5), set(), None),
        (Membership(Role.COORDINATOR, 1), some_task(school=5), set(), None),
        (Membership(Role.COORDINATOR, 1), some_task(), set(), Part.DO),
        (Membership(Role.COORDINATOR, 2), some_task(), set(), None),
        (Membership(Role.METHODIST, 1, None, 3), some_task(body=3), set(), Part.DO),
        (Membership(Role.METHODIST, 1, None, 4), some_task(body=3), set(), None),
        (Membership(Role.METHODIST, 1, None, 3), some_task(), set(), None),
    ],
)
def test_who_has_what_to_do_with_a_task(
    membership: Membership, task: Task, staffed: set[int], part: Part | None
) -> None:
    assert part_in([membership], task, staffed) == part


@pytest.mark.parametrize("zone", RUSSIAN_ZONES)
def test_a_due_day_ends_at_local_midnight(zone: str) -> None:
    task = replace(some_task(end=LAST), zone=zone, due_at=day_ends(LAST, zone))
    midnight = day_ends(LAST, zone)
    assert not task.is_overdue(midnight - timedelta(seconds=1))
    assert task.is_overdue(midnight)
    assert local_day(midnight, zone) == LAST + timedelta(days=1)
    assert ladder(task)[-4] == local_day(midnight, zone)
