"""A district's ladders, and what they promise: each step is told exactly once, or held and then told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days_off import Break, Calendar
from bot.domain.deadlines import DeadlineKind
from bot.domain.errors import DomainError
from bot.domain.ladder import (
    CHOICES,
    USUAL,
    LadderKind,
    Ladders,
    Rung,
    Threshold,
    ladder_kind,
    ladders_from_json,
    ladders_to_json,
)
from bot.domain.reminders import Days, Part, decision_ladder, is_due, ladder
from bot.domain.tasks import Task, TaskState
from tests.domain.some_task import LAUNCH, some_task

LAST = date(2026, 10, 20)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("task", "kind"),
    [
        (some_task(end=LAST), LadderKind.DAY),
        (some_task(start=LAST, end=LAST), LadderKind.DAY),
        (some_task(start=LAST - 9 * DAY, end=LAST), LadderKind.PERIOD),
        (replace(some_task(start=LAST, end=LAST), deadline_kind=DeadlineKind.PERIODS), LadderKind.PERIODS),
        (replace(some_task(end=LAST), deadline_kind=DeadlineKind.RECURRING), LadderKind.RECURRING),
        (replace(some_task(end=LAST), checkpoint=True), LadderKind.CHECKPOINT),
        # Given a date by hand, what hung on somebody else's schedule is like any other day.
        (replace(some_task(end=LAST), deadline_kind=DeadlineKind.UNSCHEDULED), LadderKind.DAY),
    ],
)
def test_the_kind_of_a_task(task: Task, kind: LadderKind) -> None:
    assert ladder_kind(task) is kind


@pytest.mark.parametrize(
    ("task", "days"),
    [
        (some_task(start=LAST - 9 * DAY, end=LAST), [-9, -7, -3, -1, 0, 1, 3, 7, 14]),
        (some_task(start=LAST - 40 * DAY, end=LAST), [-14, -7, -3, -1, 0, 1, 3, 7, 14]),
        (replace(some_task(end=LAST), deadline_kind=DeadlineKind.RECURRING), [-3, 0, 1, 3, 7, 14]),
        (replace(some_task(end=LAST), checkpoint=True), [-7, 0, 1, 3, 7, 14]),
        (some_task(state=TaskState.WAITING), []),
    ],
)
def test_the_usual_ladders(task: Task, days: list[int]) -> None:
    assert [(day - LAST).days for day in ladder(task)] == days


def test_a_district_changes_its_ladder() -> None:
    task = some_task(start=LAST - 9 * DAY, end=LAST)
    own = USUAL.turned(LadderKind.PERIOD, Rung.OPENING).turned(LadderKind.PERIOD, Rung.AFTER_3)
    own = own.moved(Threshold.HEAD, 5).moved(Threshold.REPORT, 5)
    assert [(day - LAST).days for day in ladder(task, Part.DO, own)] == [-7, -3, -1, 0, 1, 7, 14]
    assert [(day - LAST).days for day in ladder(task, Part.WATCH, own)] == [5, 7, 14]
    assert [(day - task.changed_on).days for day in decision_ladder(task, own)] == [1, 5, 7, 14]
    assert ladder(replace(task, checkpoint=True), Part.DO, own) == ladder(replace(task, checkpoint=True))
    assert own.turned(LadderKind.PERIOD, Rung.OPENING) != own


def test_a_ladder_keeps_a_rung() -> None:
    own = Ladders({**USUAL.rungs, LadderKind.DAY: frozenset({Rung.LAST_DAY})})
    with pytest.raises(DomainError, match="error-ladder-empty"):
        own.turned(LadderKind.DAY, Rung.LAST_DAY)


ladders_of_all_kinds = st.builds(
    Ladders,
    st.fixed_dictionaries(
        {kind: st.frozensets(st.sampled_from(Rung), min_size=1) for kind in LadderKind},
    ),
    st.fixed_dictionaries({which: st.sampled_from(CHOICES[which]) for which in Threshold}),
)


@given(ladders_of_all_kinds)
def test_ladders_are_kept_whole(own: Ladders) -> None:
    assert ladders_from_json(ladders_to_json(own)) == own
    assert ladders_to_json(USUAL) is None


tasks_of_all_kinds = st.builds(
    lambda window, kind, checkpoint: replace(
        some_task(start=LAST - window * DAY if window is not None else None, end=LAST),
        deadline_kind=kind,
        checkpoint=checkpoint,
    ),
    st.none() | st.integers(0, 60),
    st.sampled_from(DeadlineKind),
    st.booleans(),
)
calendars = st.builds(
    lambda breaks, saturday_off: Calendar(
        [Break(LAST + first * DAY, LAST + (first + length) * DAY) for first, length in breaks], saturday_off
    ),
    st.lists(st.tuples(st.integers(-40, 30), st.integers(0, 10)), max_size=3),
    st.booleans(),
)


@given(tasks_of_all_kinds, ladders_of_all_kinds, calendars, st.sampled_from(Part))
def test_each_step_is_told_once_or_held_and_then_told_once(
    task: Task, own: Ladders, calendar: Calendar, part: Part
) -> None:
    """A step is told on the first working day from its own on, and never again."""
    first = LAUNCH.date() - 70 * DAY
    told: list[date] = []
    last = first
    for today in (first + n * DAY for n in range(1, 200)):
        if calendar.is_off(today):
            continue
        if is_due(task, Days(last, today), part=part, ladders=own):
            told.append(today)
        last = today

    def working(day: date) -> date:
        while calendar.is_off(day):
            day += DAY
        return day

    assert told == sorted({working(step) for step in ladder(task, part, own)})


@given(tasks_of_all_kinds, ladders_of_all_kinds, st.integers(-30, 20), st.integers(1, 30))
def test_what_is_put_off_comes_once_on_its_day(task: Task, own: Ladders, on: int, days: int) -> None:
    put_off, until = LAST + on * DAY, LAST + (on + days) * DAY
    told = [
        day
        for day in (put_off + n * DAY for n in range(1, 60))
        if is_due(task, Days(day - DAY, day), ladders=own, held_until=until)
    ]
    assert told == sorted({until, *(step for step in ladder(task, Part.DO, own) if step > until)})
