"""Changes between waves: the interval of docs/risk-profile.md, and what may be compared at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.domain.risk import ItemShare
from bot.domain.risk_change import GroupResult, Verdict, profile_change, wilson
from bot.domain.surveys import Audience, Questionnaire
from tests.domain.test_risk import A, T, item


def result(shares: dict[str, ItemShare], *asked: str, group: Audience = T) -> GroupResult:
    """Items of the one indicator of factor 9."""
    items = tuple(item(name, "extra-lessons") for name in asked or shares)
    return GroupResult(Questionnaire("form", 1, group, {"ru": "Анкета"}, items), shares)


def share(percent: int, people: int, spread: int = 0) -> ItemShare:
    return ItemShare(Fraction(percent, 100), people, Fraction(spread, 100))


@pytest.mark.parametrize(
    ("percent", "people", "low", "high"),
    [(20, 10, 0.0567, 0.5098), (50, 40, 0.3520, 0.6480), (0, 20, 0.0, 0.1611), (100, 5, 0.5655, 1.0)],
)
def test_wilson_s_interval(percent: int, people: int, low: float, high: float) -> None:
    assert wilson(percent / 100, people) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("then", "now", "low", "high", "verdict"),
    [
        # Newcombe (1998), example 56/70 and 48/80: −0.3339 … −0.0524.
        ((80, 70), (60, 80), -33.4, -5.2, Verdict.BETTER),
        ((60, 80), (80, 70), 5.2, 33.4, Verdict.WORSE),
        ((50, 10), (60, 10), -29.0, 45.1, Verdict.ALIKE),
    ],
)
def test_a_difference_has_newcombe_s_interval(
    then: tuple[int, int], now: tuple[int, int], low: float, high: float, verdict: Verdict
) -> None:
    change = profile_change([result({"a": share(*then)})], [result({"a": share(*now)})])
    found = change.factors[8]
    assert found.span is not None
    assert (found.people, found.span.verdict) == ((then[1], now[1]), verdict)
    assert (found.span.low, found.span.high) == pytest.approx((low, high), abs=0.1)


def test_what_a_release_has_rounded_away_widens_the_interval() -> None:
    spans = [
        profile_change([result({"a": share(80, 70, spread)})], [result({"a": share(60, 80, spread)})])
        for spread in (0, 5)
    ]
    exact, rounded = (change.factors[8].span for change in spans)
    assert exact is not None
    assert rounded is not None
    assert rounded.change == exact.change
    assert rounded.low < exact.low
    assert rounded.high > exact.high


def test_only_the_same_items_are_compared_and_breaks_are_named() -> None:
    then = result({"a": share(80, 50), "old": share(0, 50)})
    now = result({"a": share(80, 50), "new": share(100, 50)})
    change = profile_change([then], [now])
    assert change.breaks == ("new", "old")
    assert change.factors[8].span is not None
    assert change.factors[8].span.change == 0
    nothing = profile_change([result({"old": share(0, 50)})], [result({"new": share(0, 50)})])
    assert [found.span for found in nothing.factors] == [None] * 10


def test_the_school_s_own_data_is_no_sample() -> None:
    own = [
        GroupResult(
            Questionnaire("own", 1, A, {"ru": "Данные"}, (item("a", "language-share"),)),
            {"a": ItemShare(Fraction(percent, 100), 1)},
        )
        for percent in (40, 55)
    ]
    span = profile_change(own[:1], own[1:]).factors[4].span
    assert span is not None
    assert (span.low, span.change, span.high) == pytest.approx((15, 15, 15))
    assert profile_change(own[:1], own[1:]).factors[4].people == (0, 0)
