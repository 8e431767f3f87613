"""Random people make random moves, with each set of levels: no report counts past a level that is on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.people import Membership, Person, Role
from bot.domain.tasks import MOVES, Move, Step, Task, TaskState, filing_move, possible_moves, steps_of
from tests.domain.some_task import some_task

S, M = TaskState, Move
SCHOOL, BODY = 5, 7
FILING = {M.REPORT, M.REPORT_CONFIRMED, M.REPORT_ACCEPTED}
PEOPLE = {
    role: Person(number, number, role.value, "ru", (Membership(role, 1, school, body),))
    for number, (role, school, body) in enumerate(
        [
            (Role.DEPUTY, SCHOOL, None),
            (Role.HEAD, SCHOOL, None),
            (Role.COORDINATOR, None, None),
            (Role.METHODIST, None, BODY),
            (Role.CURATOR, SCHOOL, None),
            (Role.EXPERT, None, None),
            (Role.TEACHER, SCHOOL, None),
        ],
        start=1,
    )
}
LEVELS = st.tuples(st.booleans(), st.booleans())
ACTS = st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), st.integers(0, 9)), max_size=30)


def lived(task: Task, acts: list[tuple[Role, int]]) -> list[tuple[Role, Step]]:
    """Every step of the task, with whose act it came from."""
    steps: list[tuple[Role, Step]] = []
    for role, choice in acts:
        if moves := sorted(possible_moves(PEOPLE[role], task)):
            made = steps_of(task, moves[choice % len(moves)])
            task = replace(task, state=made[-1].after)
            steps += [(role, step) for step in made]
    return steps


@given(
    levels=LEVELS,
    acts=ACTS,
    of_school=st.booleans(),
    state=st.sampled_from([S.WAITING, S.PLANNED, S.OPEN]),
)
@settings(max_examples=400, deadline=None)
def test_no_path_skips_a_level(
    levels: tuple[bool, bool], acts: list[tuple[Role, int]], of_school: bool, state: TaskState
) -> None:
    confirms, accepts = levels
    school, body = (SCHOOL, None) if of_school else (None, BODY)
    task = some_task(state=state, school=school, body=body)
    task = replace(task, head_confirms=confirms, coordinator_accepts=accepts)
    steps = lived(task, acts)
    standing, decided = task.state, set[Move]()
    for role, step in steps:
        assert step.before is standing
        assert MOVES[step.before, step.move] is step.after
        standing = step.after
        if step.move in FILING:
            decided = {step.move}
        decided.add(step.move)
        if step.move is M.CONFIRM:
            assert (role, confirms) == (Role.HEAD, True)
        if step.move is M.ACCEPT:
            assert (role, accepts) == (Role.COORDINATOR, True)
        if step.move is M.REPORT_CONFIRMED:
            assert role is (Role.HEAD if of_school else role)
        if step.move is M.REPORT_ACCEPTED:
            assert role is Role.COORDINATOR
        if standing is S.ACCEPTED and M.REPORT_ACCEPTED not in decided:
            assert decided & ({M.CONFIRM, M.REPORT_CONFIRMED} if confirms else {*FILING, M.WITHOUT_CONFIRM})
            assert (M.ACCEPT if accepts else M.WITHOUT_ACCEPT) in decided
    # Nothing stands still where nobody is asked.
    assert confirms or standing is not S.REPORTED
    assert accepts or standing is not S.CONFIRMED


@pytest.mark.parametrize(
    ("confirms", "accepts", "role", "moves"),
    [
        (True, True, Role.DEPUTY, [M.REPORT]),
        (True, False, Role.DEPUTY, [M.REPORT]),
        (False, True, Role.DEPUTY, [M.REPORT, M.WITHOUT_CONFIRM]),
        (False, False, Role.DEPUTY, [M.REPORT, M.WITHOUT_CONFIRM, M.WITHOUT_ACCEPT]),
        (True, True, Role.HEAD, [M.REPORT_CONFIRMED]),
        (True, False, Role.HEAD, [M.REPORT_CONFIRMED, M.WITHOUT_ACCEPT]),
        (True, True, Role.COORDINATOR, [M.REPORT_ACCEPTED]),
        # Where she does not accept, her report is one like the others.
        (True, False, Role.COORDINATOR, [M.REPORT]),
    ],
)
def test_how_far_a_report_goes_at_once(confirms: bool, accepts: bool, role: Role, moves: list[Move]) -> None:
    task = replace(some_task(school=SCHOOL), head_confirms=confirms, coordinator_accepts=accepts)
    assert [step.move for step in steps_of(task, filing_move(PEOPLE[role], task))] == moves
