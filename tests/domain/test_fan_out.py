"""Rows become tasks: which occurrences, for whom, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.binding import Assignee, Binding, Target, assignees
from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay, Window
from bot.domain.fan_out import Frame, Occurrence, PlanRow, fan_out, occurrences_of
from bot.domain.plan import Period

YEAR = Frame(date(2026, 9, 1), date(2027, 8, 31), approved_on=date(2026, 10, 5))
QUARTERS = (
    (date(2026, 9, 1), date(2026, 10, 31)),
    (date(2026, 11, 1), date(2026, 12, 31)),
    (date(2027, 1, 1), date(2027, 3, 31)),
    (date(2027, 4, 1), date(2027, 5, 31)),
)
EVERY_SCHOOL, BODY = Binding(Target.EVERY_SCHOOL), Binding(Target.ORGANISATION, organisation_id=5)
NOBODY, OWN = Binding(Target.NOBODY), Binding(Target.COORDINATOR)


def school(number: int) -> Binding:
    return Binding(Target.SCHOOL, number)


def cluster(*numbers: int) -> Binding:
    return Binding(Target.CLUSTER, cluster=numbers)


def deadline(kind: str, *windows: Window, rule: str | None = None) -> Deadline:
    return Deadline("", DeadlineKind(kind), windows, rule)


def dates(found: tuple[Occurrence, ...]) -> list[tuple[date | None, date | None]]:
    return [(o.start, o.end) for o in found]


MARCH = (date(2027, 3, 1), date(2027, 3, 31))
BY = (None, date(2027, 3, 15))


@pytest.mark.parametrize(
    ("understood", "expected"),
    [
        (deadline("by", Window(*BY)), [BY]),
        (deadline("period", Window(*MARCH)), [MARCH]),
        (deadline("periods", Window(*BY, "1 этап"), Window(*MARCH, "2 этап")), [BY, MARCH]),
        # No last day: the plan's own.
        (deadline("period", Window(date(2027, 3, 1), None)), [(date(2027, 3, 1), date(2027, 8, 31))]),
        # Longer than half a year: by quarters, like what goes on all the time.
        (deadline("period", Window(date(2026, 9, 1), date(2027, 5, 31))), list(QUARTERS)),
        (deadline("continuous"), list(QUARTERS)),
        (
            deadline("continuous", Window(date(2027, 2, 1), None)),
            [(date(2027, 2, 1), QUARTERS[2][1]), QUARTERS[3]],
        ),
        # Summer has no quarter, yet asks once.
        (deadline("continuous", Window(date(2027, 6, 1), None)), [(date(2027, 6, 1), date(2027, 8, 31))]),
        (
            deadline("recurring", Window(date(2027, 1, 1), date(2027, 2, 28)), rule="FREQ=MONTHLY"),
            [(date(2027, 1, 1), date(2027, 1, 31)), (date(2027, 2, 1), date(2027, 2, 28))],
        ),
        (deadline("recurring", rule="FREQ=WEEKLY;BYDAY=TU"), list(QUARTERS)),
        (deadline("unscheduled"), [(None, None)]),
        (deadline("unknown"), [(None, None)]),
        # Kept as written though the end is before the start: a person gives it a date.
        (deadline("period", Window(date(2027, 1, 1), date(2026, 11, 30))), [(None, None)]),
        # A day without a year is the first of the plan, and a start belongs to its end.
        (deadline("by", Window(None, MonthDay(3, 15))), [BY]),
        (
            deadline("period", Window(MonthDay(12, 1), MonthDay(3, 31))),
            [(date(2026, 12, 1), date(2027, 3, 31))],
        ),
        (deadline("by", Window(None, MonthDay(2, 29))), [(None, date(2028, 2, 29))]),
    ],
)
def test_a_deadline_becomes_occurrences(
    understood: Deadline, expected: list[tuple[date | None, date | None]]
) -> None:
    found = occurrences_of(understood, YEAR)
    assert dates(found) == expected
    assert [o.number for o in found] == list(range(len(expected)))


def test_labels_stay_with_their_windows() -> None:
    found = occurrences_of(deadline("periods", Window(*BY, "1 этап"), Window(*MARCH, "2 этап")), YEAR)
    assert [o.label for o in found] == ["1 этап", "2 этап"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(date(2021, 1, 1), date(2023, 12, 31)), date(2021, 1, 1), date(2023, 12, 31)),
        (Period(None, None), date(2026, 9, 1), date(2027, 8, 31)),
        (Period(date(2027, 1, 1), None), date(2027, 1, 1), date(2027, 8, 31)),
        (Period(None, date(2027, 12, 31)), date(2026, 9, 1), date(2027, 12, 31)),
    ],
)
def test_a_period_that_is_not_stated_is_the_school_year_of_the_approval(
    period: Period, first: date, last: date
) -> None:
    approved = date(2026, 10, 5)
    assert Frame.of(period, approved) == Frame(first, last, approved)


@pytest.mark.parametrize(
    ("bindings", "expected"),
    [
        ([EVERY_SCHOOL, BODY], [Assignee(1), Assignee(2), Assignee(3)]),
        ([BODY, EVERY_SCHOOL], [Assignee(organisation_id=5)]),
        ([NOBODY, BODY], [Assignee(organisation_id=5)]),
        ([school(3), BODY, school(1), school(3)], [Assignee(3), Assignee(1)]),
        ([cluster(1, 3), BODY, school(2)], [Assignee(1), Assignee(3), Assignee(2)]),
        ([school(3), cluster(1, 3)], [Assignee(3), Assignee(1)]),
        ([BODY, cluster(1)], [Assignee(organisation_id=5)]),
        ([OWN, school(1)], [Assignee()]),
        ([NOBODY], [Assignee()]),
        ([], [Assignee()]),
    ],
)
def test_the_first_followed_party_is_accountable(bindings: list[Binding], expected: list[Assignee]) -> None:
    assert list(assignees(bindings, [1, 2, 3])) == expected


def test_past_windows_are_counted_and_left_out_without_renumbering() -> None:
    rows = [PlanRow(7, deadline("continuous"), (EVERY_SCHOOL,)), PlanRow(8, deadline("unscheduled"), ())]
    whole = fan_out(rows, [1, 2], YEAR, since=date(2026, 9, 1))
    later = fan_out(rows, [1, 2], YEAR, since=date(2026, 11, 1))
    assert (len(whole.tasks), whole.past, len(later.tasks), later.past) == (9, 0, 7, 1)
    assert set(later.tasks) < set(whole.tasks)


def test_a_school_that_joins_later_gets_tasks_that_clash_with_none() -> None:
    rows = [PlanRow(7, deadline("continuous"), (EVERY_SCHOOL,))]
    first = fan_out(rows, [1], YEAR, since=date(2026, 9, 1))
    second = fan_out(rows, [1, 2], YEAR, since=date(2026, 9, 1))
    new = [t for t in second.tasks if t not in first.tasks]
    assert [(t.assignee.word, t.occurrence.number) for t in new] == [("s2", i) for i in range(4)]


DAYS = st.one_of(
    st.none(),
    st.dates(date(1995, 1, 1), date(2069, 12, 31)),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: MonthDay(day.month, day.day)),
)
WINDOWS = st.lists(st.builds(Window, DAYS, DAYS), max_size=3).map(tuple)
RULES = ("FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=10,12,3,5", "FREQ=MONTHLY;BYMONTHDAY=5")


@given(st.sampled_from(DeadlineKind), WINDOWS, st.sampled_from(RULES))
def test_any_deadline_makes_occurrences_that_can_be_done(
    kind: DeadlineKind, windows: tuple[Window, ...], rule: str
) -> None:
    found = occurrences_of(Deadline("", kind, windows, rule), YEAR)
    assert [o.number for o in found] == list(range(len(found)))
    assert len(found) >= 1
    for occurrence in found:
        if occurrence.end is None:
            assert occurrence.start is None
        else:
            assert occurrence.start is None or occurrence.start <= occurrence.end
