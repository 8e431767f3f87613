"""What deadline phrases mean: a table of language, year columns, bounds, and the real documents."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.domain.deadlines import DeadlineKind, deadline_from_json, deadline_to_json
from bot.domain.plan import Period
from bot.domain.recurrence import occurrences
from bot.domain.school_year import SchoolYear
from bot.reading.deadlines import DeadlineContext, merge_deadlines, read_deadline
from bot.reading.plan_reader import read_plan
from tests.reading.deadline_table import summary, table

ROADMAPS = sorted((Path(__file__).parents[2] / "../shared/roadmaps").glob("*.txt"))
SCHOOL = DeadlineContext(year=SchoolYear(2021))


@pytest.mark.parametrize(("context", "phrase", "meaning"), table())
def test_a_phrase_means_this(context: DeadlineContext, phrase: str, meaning: str) -> None:
    deadline = read_deadline(phrase, context)
    assert summary(deadline) == meaning
    assert deadline_from_json(deadline_to_json(deadline)) == deadline


def test_every_rule_of_the_table_has_occurrences() -> None:
    rules = {deadline.rule for c, phrase, _ in table() if (deadline := read_deadline(phrase, c)).rule}
    assert all(occurrences(rule, date(2021, 9, 1), date(2024, 8, 31)) for rule in rules if rule)


MERGED = [
    (["август"] * 3, "periods 2021-08-01..2021-08-31 2022-08-01..2022-08-31 2023-08-01..2023-08-31"),
    (["октябрь", "-", ""], "period 2021-10-01..2021-10-31"),
    (["ежемесячно"] * 3, "recurring FREQ=MONTHLY"),
    (
        ["ежемесячно", "ежемесячно", "-"],
        "recurring 2021-01-01..2021-12-31 2022-01-01..2022-12-31 FREQ=MONTHLY",
    ),
    (["постоянно"] * 3, "continuous"),
    (["по заявке"] * 3, "unscheduled"),
    (
        ["2021", "2022", "2023"],
        "periods 2021-01-01..2021-12-31 2022-01-01..2022-12-31 2023-01-01..2023-12-31",
    ),
    (
        ["август", "постоянно", "-"],
        "periods 2021-08-01..2021-08-31 2022-01-01..2022-12-31 «постоянно»",
    ),
    (["до 15.09", "", "март"], "periods ..2021-09-15 2023-03-01..2023-03-31"),
    (["-", "", "–"], "unknown !no_deadline"),
]


@pytest.mark.parametrize(("cells", "meaning"), MERGED)
def test_year_columns_become_one_deadline(cells: list[str], meaning: str) -> None:
    assert summary(merge_deadlines(list(zip((2021, 2022, 2023), cells, strict=True)))) == meaning


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("весь период", "continuous 2021-06-01..2023-05-31"),
        ("постоянно", "continuous"),
        ("июнь 2021", "period 2021-06-01..2021-06-30"),
        ("март 2021 – май 2021", "period 2021-03-01..2021-05-31 !outside_plan"),
        ("до 1 июня 2023", "by ..2023-06-01 !outside_plan"),
    ],
)
def test_the_plan_has_bounds(phrase: str, meaning: str) -> None:
    context = DeadlineContext(period=Period(date(2021, 6, 1), date(2023, 5, 31)))
    assert summary(read_deadline(phrase, context)) == meaning


def test_a_word_as_long_as_a_message_costs_nothing() -> None:
    """Slips of the pen are looked for only in what is about as long as a word."""
    tracemalloc.start()
    assert read_deadline("я" * 4096, SCHOOL).kind is DeadlineKind.UNKNOWN
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


# By hand: how many different phrases of each kind a real road map holds.
REAL = {
    "000": {"period": 15, "periods": 7, "unscheduled": 1},
    "001": {"by": 1, "recurring": 3, "period": 7, "continuous": 2},
    "002": {"periods": 10, "unscheduled": 9, "recurring": 1, "continuous": 3, "period": 13, "unknown": 1},
    "003": {"by": 4, "period": 24, "periods": 6, "date": 5, "recurring": 1, "unscheduled": 2},
    "004": {"period": 9, "unscheduled": 2, "date": 1, "by": 3, "periods": 2, "recurring": 1},
}


@pytest.mark.skipif(not ROADMAPS, reason="NO REAL ROAD MAPS beside the checkout: nothing is proved")
@pytest.mark.parametrize("path", ROADMAPS, ids=lambda path: path.name[:3])
def test_real_deadlines_are_of_these_kinds(path: Path) -> None:
    activities = read_plan(path.read_bytes(), path.name).activities
    kinds = {" ".join(a.deadline.phrase.lower().split()): a.deadline.kind.value for a in activities}
    assert Counter(kinds.values()) == REAL[path.name[:3]]
