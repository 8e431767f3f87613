"""Nobody can single out a handful of people, knowing the rules as well as we do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations, pairwise, product

import pytest

from bot.domain.anonymity import (
    MIN_GROUP,
    MIN_GROUP_FREE_TEXT,
    Breakdown,
    Range,
    coded_choices,
    coded_count,
    may_show,
    missing_answers,
    shown_groups,
    steps_of,
)


def compositions(people: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to part ``people`` into so many cells, empty ones too."""
    for bars in combinations(range(people + parts - 1), parts - 1):
        edges = (-1, *bars, people + parts - 1)
        yield tuple(right - left - 1 for left, right in pairwise(edges))


def test_the_thresholds() -> None:
    assert [may_show(people) for people in (0, 4, 5)] == [False, False, True]
    assert [may_show(people, free_text=True) for people in (9, 10)] == [False, True]
    assert (MIN_GROUP, MIN_GROUP_FREE_TEXT) == (5, 10)
    assert [steps_of(people) for people in (0, 4, 5, 9, 10)] == [0, 0, 5, 5, 10]


@pytest.mark.parametrize(
    ("people", "schools", "together", "district"),
    [
        ({}, (), (), ()),
        ({1: 5, 2: 9}, ((1,), (2,)), ((1,), (2,)), ((1, 2),)),
        ({1: 4, 2: 9}, ((2,),), ((2,),), ((1, 2),)),  # four people stay hidden: there is no total
        ({1: 4, 2: 9, 3: 1, 4: 0}, ((2,),), ((2,), (1, 3, 4)), ((1, 2, 3, 4),)),
        ({1: 2, 2: 2}, (), (), ()),
        ({1: 2, 2: 3}, (), ((1, 2),), ((1, 2),)),
    ],
)
def test_groups_are_crowds_that_share_nobody(
    people: dict[int, int],
    schools: tuple[tuple[int, ...], ...],
    together: tuple[tuple[int, ...], ...],
    district: tuple[tuple[int, ...], ...],
) -> None:
    assert [shown_groups(breakdown, people) for breakdown in Breakdown] == [schools, together, district]


def test_any_division_into_groups_resists_subtraction() -> None:
    for counts in chain.from_iterable(product(range(8), repeat=schools) for schools in range(1, 5)):
        people = dict(enumerate(counts))
        for breakdown in Breakdown:
            groups = shown_groups(breakdown, people)
            members = [school for group in groups for school in group]
            assert len(members) == len(set(members))
            assert all(sum(people[school] for school in group) >= MIN_GROUP for group in groups)
            for school in people:
                assert (school in members) == (missing_answers(breakdown, people, school) == 0)


def test_a_hidden_school_says_what_it_lacks() -> None:
    people = {1: 5, 2: 3, 3: 1, 4: 0}
    missing = {
        breakdown: [missing_answers(breakdown, people, school) for school in people]
        for breakdown in Breakdown
    }
    assert missing == {
        Breakdown.SCHOOLS: [0, 2, 4, 5],
        Breakdown.TOGETHER: [0, 1, 1, 1],
        Breakdown.DISTRICT: [0, 0, 0, 0],
    }


@pytest.mark.parametrize("people", range(5, 60))
def test_no_coded_count_tells_of_a_handful_or_of_everybody(people: int) -> None:
    """Whoever knows the rule learns a set of counts; that set never is one that gives people away."""
    told: dict[Range, set[int]] = defaultdict(set)
    for count in range(people + 1):
        told[coded_count(count, people)].add(count)
    for found, counts in told.items():
        assert counts == set(range(found.low, found.high + 1))
        if found.exact:
            assert MIN_GROUP <= found.low <= people - MIN_GROUP
        assert {people - count for count in counts} == {
            other for other in range(people + 1) if coded_count(people - other, people) == found
        }


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (5, [(0, 1), (2, 3), (4, 5)]),
        (6, [(0, 1), (2, 4), (5, 6)]),
        (7, [(0, 2), (3, 4), (5, 7)]),
        (9, [(0, 2), (3, 6), (7, 9)]),
        (10, [(0, 4), (5, 5), (6, 10)]),
        (12, [(0, 4), (5, 5), (6, 6), (7, 7), (8, 12)]),
    ],
)
def test_a_coded_count(people: int, told: list[tuple[int, int]]) -> None:
    found = dict.fromkeys(coded_count(count, people) for count in range(people + 1))
    assert [(one.low, one.high) for one in found] == told


@pytest.mark.parametrize(("count", "people"), [(1, 4), (6, 5), (-1, 5)])
def test_what_is_not_shown_has_no_code(count: int, people: int) -> None:
    with pytest.raises(ValueError, match="no such group"):
        coded_count(count, people)


@pytest.mark.parametrize(("people", "options"), [(10, 3), (10, 4), (12, 3), (14, 3), (15, 4), (20, 3)])
def test_no_coded_choice_gives_a_handful_away(people: int, options: int) -> None:
    """All ways to choose, those who passed over among them, by what would be told of them."""
    told: dict[tuple[Range, ...], list[tuple[int, ...]]] = defaultdict(list)
    for *counts, _passed_over in compositions(people, options + 1):
        if found := coded_choices(dict(enumerate(counts)), people, sum(counts)):
            assert all(
                one.low <= count <= one.high for one, count in zip(found.values(), counts, strict=True)
            )
            told[tuple(found.values())].append(tuple(counts))
    for ways in told.values():
        for option in range(options):
            possible = {way[option] for way in ways}
            assert len(possible) > 1 or possible <= {0, *range(MIN_GROUP, people - MIN_GROUP + 1)}


def test_a_choice_of_few_is_not_told() -> None:
    assert coded_choices({"a": 5, "b": 4}, 9, 9) == {}
    assert coded_choices({"a": 4}, 12, 4) == {}


def test_a_choice_of_several_options() -> None:
    told = coded_choices({"a": 12, "b": 7, "c": 4, "d": 0}, 12, 12)
    assert told == {"a": Range(8, 12), "b": Range(5, 9), "c": Range(0, 4), "d": Range(0, 4)}
