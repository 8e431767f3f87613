"""Every task counts once; schools stand by the alphabet, sections by the plan."""

from __future__ import annotations

import pytest

from bot.domain.progress import Progress, Status, Tally, TaskFact, alphabetical, count_progress
from bot.domain.tasks import TaskState


def fact(
    state: str, section: str = "1", school: str | None = "A", *, overdue: bool = False, outcome: str = "done"
) -> TaskFact:
    return TaskFact(section, school, school or "ИМЦ", state, overdue, outcome)


@pytest.mark.parametrize(
    ("state", "overdue", "status"),
    [
        (TaskState.WAITING, False, Status.WAITING),
        (TaskState.PLANNED, False, Status.PLANNED),
        (TaskState.OPEN, False, Status.OPEN),
        (TaskState.OPEN, True, Status.OVERDUE),
        (TaskState.RETURNED, False, Status.OPEN),
        (TaskState.RETURNED, True, Status.OVERDUE),
        (TaskState.REPORTED, True, Status.REPORTED),
        (TaskState.CONFIRMED, True, Status.DONE),
        (TaskState.ACCEPTED, False, Status.DONE),
    ],
)
def test_the_status_of_a_state(state: str, overdue: bool, status: Status) -> None:
    assert fact(state, overdue=overdue).status is status


def test_every_state_has_a_status() -> None:
    counted = set(TaskState) - {TaskState.WITHDRAWN}  # which nobody is asked for
    assert {fact(state).status for state in counted} == set(Status) - {Status.OVERDUE, Status.PARTLY}


@pytest.mark.parametrize("outcome", ["partly", "not_done"])
def test_an_accepted_report_that_says_no_is_not_done(outcome: str) -> None:
    assert fact("accepted", outcome=outcome).status is Status.PARTLY
    assert fact("returned", outcome=outcome).status is Status.OPEN


def test_an_unknown_state_is_an_error() -> None:
    with pytest.raises(KeyError):
        count_progress([fact("finished")])


def test_counting() -> None:
    facts = [
        fact("accepted", "2. Учёба", "Школа № 10"),
        fact("open", "2. Учёба", "Школа № 2", overdue=True),
        fact("planned", "1. Кадры", None),
        fact("reported", "1. Кадры", "Школа № 10"),
    ]
    progress = count_progress(facts)
    assert progress == Progress(
        total=Tally(done=1, reported=1, overdue=1, planned=1),
        by_section={"2. Учёба": Tally(done=1, overdue=1), "1. Кадры": Tally(reported=1, planned=1)},
        by_school={"Школа № 2": Tally(overdue=1), "Школа № 10": Tally(done=1, reported=1)},
        by_organisation={"ИМЦ": Tally(planned=1)},
    )
    assert list(progress.by_section) == ["2. Учёба", "1. Кадры"]
    assert list(progress.by_school) == ["Школа № 2", "Школа № 10"]
    assert (progress.total.total, progress.total.percent) == (4, 25)


def test_nothing_to_do_is_no_progress() -> None:
    assert count_progress([]) == Progress(Tally(), {}, {}, {})
    assert Tally().percent == 0


def test_only_everything_is_a_hundred_percent() -> None:
    assert [Tally(done=done, open=300 - done).percent for done in (0, 1, 299, 300)] == [0, 0, 99, 100]


def test_the_alphabet() -> None:
    names = ["Школа № 10", "Ёлкинская ООШ", "школа № 2", "Елховская ООШ", "Жуковская СОШ"]
    assert sorted(names, key=alphabetical) == [
        "Ёлкинская ООШ",
        "Елховская ООШ",
        "Жуковская СОШ",
        "школа № 2",
        "Школа № 10",
    ]
