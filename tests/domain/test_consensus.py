"""Ratings of a team: the spread, the middle, and when all have given theirs."""

from __future__ import annotations

import pytest

from bot.domain.consensus import Accord, Spread, all_gave, spreads
from bot.domain.risk import FACTORS, Level

L, M, H = Level.LOW, Level.MEDIUM, Level.HIGH


@pytest.mark.parametrize(
    ("ratings", "accord", "middle", "tied"),
    [
        ([], None, None, False),
        ([H], Accord.SAME, H, False),
        ([M, M], Accord.SAME, M, False),
        ([L, M], Accord.NEAR, M, True),
        ([M, M, H], Accord.NEAR, M, False),
        ([L, L, H], Accord.APART, L, False),
        ([L, H], Accord.APART, H, True),
        ([L, M, M, H], Accord.APART, M, False),
    ],
)
def test_how_far_opinions_are_apart(
    ratings: list[Level], accord: Accord | None, middle: Level | None, tied: bool
) -> None:
    found = spreads({person: {4: level} for person, level in enumerate(ratings)})[3]
    assert (found.accord, found.middle, found.tied, found.people) == (accord, middle, tied, len(ratings))
    assert spreads({})[0] == Spread(1, {})


def test_all_have_given_when_each_of_the_team_rated_every_factor() -> None:
    every = dict.fromkeys(FACTORS, M)
    assert all_gave({1: every, 2: every}, [1, 2])
    assert not all_gave({1: every, 2: {**every} | {}, 3: {}}, [1, 2, 3])
    assert not all_gave({1: {1: M}}, [1])
    assert not all_gave({}, [])
