"""Nobody can subtract their way to a group of one to four people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.anonymity import MIN_GROUP, MIN_GROUP_FREE_TEXT, may_show, visible_groups


def subsets(groups: Iterable[int]) -> Iterable[tuple[int, ...]]:
    groups = tuple(groups)
    return chain.from_iterable(combinations(groups, size) for size in range(len(groups) + 1))


def smallest_crowd(counts: Mapping[int, int]) -> int:
    """The fewest people, but nobody, that sums and differences of what is shown can single out.

    Shown are the visible groups and their total, so a union of visible groups or the rest of it.
    """
    total = sum(counts.values())
    sums = [sum(counts[group] for group in subset) for subset in subsets(visible_groups(counts))]
    return min((n for n in (*sums, *(total - n for n in sums)) if n), default=0)


def test_the_thresholds() -> None:
    assert [may_show(people) for people in (0, 4, 5)] == [False, False, True]
    assert [may_show(people, free_text=True) for people in (9, 10)] == [False, True]
    assert (MIN_GROUP, MIN_GROUP_FREE_TEXT) == (5, 10)


@pytest.mark.parametrize(
    ("counts", "visible"),
    [
        ({}, set()),
        ({"a": 5, "b": 9}, {"a", "b"}),
        ({"a": 4, "b": 9, "c": 6}, {"b"}),  # a alone would be total - b - c
        ({"a": 4, "b": 6, "c": 6}, {"c"}),  # of equal ones the first is hidden
        ({"a": 2, "b": 3, "c": 6}, {"c"}),  # a and b cover each other
        ({"a": 0, "b": 6}, {"b"}),  # nobody is hidden
        ({"a": 3, "b": 10}, set()),
        ({"a": 4}, set()),
    ],
)
def test_a_breakdown(counts: dict[str, int], visible: set[str]) -> None:
    assert visible_groups(counts) == visible


def test_every_small_breakdown_resists_subtraction() -> None:
    for people in chain.from_iterable(product(range(8), repeat=groups) for groups in range(1, 5)):
        counts = dict(enumerate(people))
        if may_show(sum(people)):
            assert smallest_crowd(counts) >= MIN_GROUP, counts


@given(st.dictionaries(st.integers(0, 20), st.integers(0, 40), max_size=9))
def test_any_breakdown_resists_subtraction(counts: dict[int, int]) -> None:
    if may_show(sum(counts.values())):
        assert smallest_crowd(counts) >= MIN_GROUP


@given(st.dictionaries(st.integers(0, 20), st.integers(0, 40), max_size=9))
def test_no_more_is_hidden_than_needed(counts: dict[int, int]) -> None:
    visible = visible_groups(counts)
    hidden_for_others = {g for g, people in counts.items() if may_show(people)} - visible
    assert len(hidden_for_others) <= 1
