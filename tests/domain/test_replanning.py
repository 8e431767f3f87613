"""Finished work survives every correction, and what is asked for is asked for once."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.binding import Assignee
from bot.domain.fan_out import NewTask, Occurrence
from bot.domain.replanning import Replan, StandingTask, Wanted, replan_row
from bot.domain.tasks import TaskState

TODAY = date(2026, 10, 1)
S = TaskState
SCHOOL, OTHER = Assignee(school_id=1), Assignee(school_id=2)


def by(*days: tuple[int, int]) -> tuple[Occurrence, ...]:
    """Occurrences due on these days (month, day) of the school year."""
    return tuple(
        Occurrence(i, "", None, date(2026 if month > 8 else 2027, month, day))
        for i, (month, day) in enumerate(days)
    )


def task(when: Occurrence, state: TaskState = S.OPEN, place: Assignee = SCHOOL, id: int = 0) -> StandingTask:
    return StandingTask(id or when.number + 1, 7, place, when, state)


def at(*when: Occurrence, places: tuple[Assignee, ...] = (SCHOOL,)) -> Wanted:
    return Wanted(when, places)


def test_a_later_day_moves_what_is_unfinished_and_leaves_what_is_done() -> None:
    (old,), (new,) = by((10, 15)), by((10, 20))
    for state in (S.WAITING, S.PLANNED, S.OPEN, S.RETURNED):
        found = replan_row(7, [task(old, state)], at(old), at(new), TODAY)
        assert found == Replan(moved=((task(old, state), new),))
    for state in (S.REPORTED, S.CONFIRMED, S.ACCEPTED):
        assert replan_row(7, [task(old, state)], at(old), at(new), TODAY) == Replan()


def test_a_month_that_is_done_does_not_stand_for_another() -> None:
    autumn, later = by((9, 30), (10, 31), (11, 30)), by((10, 31), (11, 30), (12, 31))
    standing = [task(autumn[0], S.ACCEPTED), task(autumn[1]), task(autumn[2], S.PLANNED)]
    found = replan_row(7, standing, at(*autumn), at(*later), TODAY)
    assert found == Replan(
        added=(NewTask(7, later[2], SCHOOL),),
        moved=((standing[1], later[0]), (standing[2], later[1])),  # the same days, numbered anew
        numbered=((standing[0], -1),),
    )


def test_months_become_quarters() -> None:
    months = by((9, 30), (10, 31), (11, 30), (12, 31))
    quarters = (
        Occurrence(0, "", date(2026, 9, 1), date(2026, 10, 30)),
        Occurrence(1, "", date(2026, 11, 1), date(2026, 12, 30)),
    )
    standing = [task(months[0], S.CONFIRMED), *(task(month) for month in months[1:])]
    found = replan_row(7, standing, at(*months), at(*quarters), TODAY)
    assert found == Replan(
        moved=((standing[1], quarters[1]),), withdrawn=(standing[2], standing[3])
    )  # September stands for the first quarter


def test_another_school_takes_over() -> None:
    (day,) = by((10, 15))
    done, undone = task(day, S.REPORTED, id=1), task(day, S.OPEN, id=2)
    new = at(day, places=(OTHER,))
    fresh = (NewTask(7, day, OTHER),)
    assert replan_row(7, [undone], at(day), new, TODAY) == Replan(added=fresh, withdrawn=(undone,))
    assert replan_row(7, [done], at(day), new, TODAY) == Replan(added=fresh, numbered=((done, -1),))


def test_a_removed_row_gives_up_what_is_not_reported() -> None:
    days = by((10, 15), (10, 20))
    standing = [task(days[0], S.REPORTED), task(days[1], S.RETURNED)]
    found = replan_row(7, standing, at(*days), Wanted(), TODAY)
    assert found == Replan(numbered=((standing[0], -1),), withdrawn=(standing[1],))


def test_a_date_that_was_set_by_hand_stays_while_the_row_says_the_same() -> None:
    dated = task(Occurrence(0, "", None, date(2027, 3, 1)), S.PLANNED)
    waiting = Occurrence(0)
    assert replan_row(7, [dated], at(waiting), at(waiting), TODAY) == Replan()
    (day,) = by((4, 1))
    assert replan_row(7, [dated], at(waiting), at(day), TODAY) == Replan(moved=((dated, day),))


DAYS = st.integers(-30, 300).map(lambda days: TODAY + timedelta(days=days))
PLACES = st.lists(st.integers(1, 3).map(lambda i: Assignee(school_id=i)), unique=True, max_size=3)


@st.composite
def occurrences(draw: st.DrawFn) -> tuple[Occurrence, ...]:
    days = draw(st.lists(st.none() | DAYS, max_size=5))
    return tuple(Occurrence(i, "", None, day) for i, day in enumerate(days))


@st.composite
def rows(draw: st.DrawFn) -> tuple[list[StandingTask], Wanted, Wanted]:
    before, places = draw(occurrences()), draw(PLACES)
    states = st.sampled_from([state for state in TaskState if state is not S.WITHDRAWN])
    standing = [
        StandingTask(100 * i + when.number + 1, 7, place, when, draw(states))
        for i, place in enumerate(places)
        for when in before
        if draw(st.integers(0, 4))  # what was over before the launch has no task
    ]
    return standing, Wanted(before, tuple(places)), Wanted(draw(occurrences()), tuple(draw(PLACES)))


@settings(max_examples=300, deadline=None)
@given(rows())
def test_whatever_is_corrected(case: tuple[list[StandingTask], Wanted, Wanted]) -> None:
    standing, before, after = case
    found = replan_row(7, standing, before, after, TODAY)
    touched = {task.id for task, _ in found.moved} | {task.id for task in found.withdrawn}
    assert [t.id for t in standing if t.id in touched and not t.unfinished] == []
    # Numbers never collide, and each occurrence that is still ahead is asked for once at each place.
    numbers = {t.id: (t.place, t.occurrence.number) for t in standing}
    numbers |= {t.id: (t.place, when.number) for t, when in found.moved}
    numbers |= {t.id: (t.place, number) for t, number in found.numbered}
    gone = {t.id for t in found.withdrawn}
    kept = [key for id, key in numbers.items() if id not in gone]
    kept += [(new.assignee, new.occurrence.number) for new in found.added]
    assert len(kept) == len(set(kept))
    if before.occurrences != after.occurrences:
        ahead = {(p, w.number) for p in after.places for w in after.occurrences if not w.is_past(TODAY)}
        assert ahead - set(kept) == set()
    again = replan_row(7, [t for t in standing if t.id not in gone], after, after, TODAY)
    assert again.moved == ()


@settings(max_examples=100, deadline=None)
@given(rows())
def test_an_empty_correction_changes_nothing(case: tuple[list[StandingTask], Wanted, Wanted]) -> None:
    standing, before, _ = case
    assert replan_row(7, standing, before, before, TODAY) == Replan()
