"""The table of moves, who may make them, and how a list is grouped."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.people import Membership, Person, Role
from bot.domain.task_list import Group, group_of
from bot.domain.tasks import MOVES, Move, Task, TaskState, moved, possible_moves
from tests.domain.some_task import some_task

S, M = TaskState, Move


def person(role: Role, school: int | None = None) -> Person:
    return Person(1, 1, "Имя", "ru", (Membership(role, 1, school),))


def test_what_was_accepted_or_withdrawn_never_moves_again() -> None:
    assert [move for (state, move) in MOVES if state in (S.ACCEPTED, S.WITHDRAWN)] == []


def test_every_state_but_withdrawn_leads_to_accepted() -> None:
    reaching = {S.ACCEPTED}
    for _ in TaskState:
        reaching |= {state for (state, _), after in MOVES.items() if after in reaching}
    assert reaching == set(TaskState) - {S.WITHDRAWN}


@pytest.mark.parametrize(
    ("role", "state", "moves"),
    [
        (Role.DEPUTY, S.OPEN, {M.REPORT}),
        (Role.DEPUTY, S.REPORTED, {M.REPORT}),
        (Role.DEPUTY, S.CONFIRMED, {M.REPORT}),
        (Role.DEPUTY, S.ACCEPTED, set()),
        (Role.HEAD, S.WAITING, {M.REPORT_CONFIRMED}),
        (Role.HEAD, S.REPORTED, {M.CONFIRM, M.RETURN, M.REPORT_CONFIRMED}),
        (Role.HEAD, S.CONFIRMED, {M.REPORT_CONFIRMED}),
        (Role.COORDINATOR, S.WAITING, {M.SCHEDULE, M.REPORT_ACCEPTED}),
        (Role.COORDINATOR, S.REPORTED, set()),
        (Role.COORDINATOR, S.CONFIRMED, {M.ACCEPT, M.RETURN}),
        (Role.CURATOR, S.REPORTED, set()),
        (Role.TEACHER, S.OPEN, set()),
    ],
)
def test_who_may_do_what_with_a_schools_task(role: Role, state: TaskState, moves: set[Move]) -> None:
    assert possible_moves(person(role, 5), some_task(school=5, state=state)) == moves


@pytest.mark.parametrize("state", TaskState)
def test_nobody_moves_a_task_of_another_school(state: TaskState) -> None:
    for role in (Role.HEAD, Role.DEPUTY):
        assert possible_moves(person(role, 6), some_task(school=5, state=state)) == set()


@pytest.mark.parametrize(
    ("task", "group"),
    [
        (some_task(end=date(2026, 9, 8)), Group.OVERDUE),
        (some_task(end=date(2026, 9, 8), state=S.RETURNED), Group.OVERDUE),
        (some_task(end=date(2026, 9, 30), state=S.RETURNED), Group.RETURNED),
        (some_task(end=date(2026, 9, 9)), Group.TODAY),
        (some_task(end=date(2026, 9, 10)), Group.THIS_WEEK),
        (some_task(end=date(2026, 9, 13)), Group.THIS_WEEK),  # the Sunday
        (some_task(end=date(2026, 9, 14)), Group.LATER),
        (some_task(state=S.WAITING), Group.WAITING),
    ],
)
def test_groups_of_a_list(task: Task, group: Group) -> None:
    wednesday = datetime(2026, 9, 9, 6, tzinfo=UTC)
    assert group_of(task, wednesday) == group


def test_a_move_that_stands_in_no_row_leads_nowhere() -> None:
    assert moved(S.PLANNED, M.CONFIRM) is None
