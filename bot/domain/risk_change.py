"""How a profile changed between two waves: the same items only, with the interval of each difference.

The interval (docs/risk-profile.md): Wilson's score interval of each share, Newcombe's hybrid of the two for
the difference, at 95 %; groups are added up by the method of variance estimates recovery (MOVER).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from bot.domain.risk import FACTORS, INDICATORS, ItemShare
from bot.domain.surveys import Audience, Questionnaire

Z = 1.959964  # two-sided 95 %


class Verdict(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"  # within the margin of error


@dataclass(frozen=True, slots=True)
class GroupResult:
    """What one group told in one wave."""

    questionnaire: Questionnaire
    items: Mapping[str, ItemShare]  # by id; those that feed an indicator

    @property
    def group(self) -> Audience:
        return self.questionnaire.audience


@dataclass(frozen=True, slots=True)
class Span:
    """Percentage points, a minus is less risk; ``low`` … ``high`` is the interval."""

    change: float
    low: float
    high: float

    @property
    def verdict(self) -> Verdict:
        if self.low <= 0 <= self.high:
            return Verdict.ALIKE
        return Verdict.BETTER if self.change < 0 else Verdict.WORSE


@dataclass(frozen=True, slots=True)
class FactorChange:
    factor: int
    span: Span | None  # None: too few indicators were asked by the same items
    known: int  # indicators that can be compared
    total: int
    people: tuple[int, int]  # the fewest respondents then and now; 0: only the school's own data


@dataclass(frozen=True, slots=True)
class ProfileChange:
    factors: tuple[FactorChange, ...]  # ten, in order
    breaks: tuple[str, ...]  # ids of items that only one of the two waves has: they are not compared


def profile_change(before: Iterable[GroupResult], now: Iterable[GroupResult]) -> ProfileChange:
    """Compare two waves group by group; a group that stands in one of them only is left out."""
    then = {result.group: result for result in before}
    pairs = [(then[result.group], result) for result in now if result.group in then]
    compared = [found for pair in pairs for found in _compared(*pair)]
    return ProfileChange(
        tuple(
            _factor_change(factor, [c for c in compared if INDICATORS[c.indicator].factor == factor])
            for factor in FACTORS
        ),
        tuple(sorted(item for pair in pairs for item in _breaks(*pair))),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """One group's view of one indicator in both waves, by the items that both have."""

    indicator: str
    group: Audience
    before: Sequence[ItemShare]
    now: Sequence[ItemShare]


def _asked(questionnaire: Questionnaire) -> dict[str, str]:
    return {item.id: item.indicator for item in questionnaire.items if item.indicator}


def _breaks(before: GroupResult, now: GroupResult) -> set[str]:
    return {*_asked(before.questionnaire)} ^ {*_asked(now.questionnaire)}


def _compared(before: GroupResult, now: GroupResult) -> list[_Compared]:
    by_indicator: dict[str, list[str]] = defaultdict(list)
    then = _asked(before.questionnaire)
    for item, indicator in _asked(now.questionnaire).items():
        if then.get(item) == indicator and item in before.items and item in now.items:
            by_indicator[indicator].append(item)
    return [
        _Compared(indicator, now.group, [before.items[i] for i in items], [now.items[i] for i in items])
        for indicator, items in by_indicator.items()
    ]


def _factor_change(factor: int, compared: Sequence[_Compared]) -> FactorChange:
    total = sum(indicator.factor == factor for indicator in INDICATORS.values())
    groups_of: dict[str, int] = defaultdict(int)
    for one in compared:
        groups_of[one.indicator] += 1
    by_group: dict[Audience, list[tuple[float, _Compared]]] = defaultdict(list)
    for one in compared:
        by_group[one.group].append((1 / len(groups_of) / groups_of[one.indicator], one))
    respondents = [one for one in compared if one.group is not Audience.ADMINISTRATION]
    people = (
        min((share.people for one in respondents for share in one.before), default=0),
        min((share.people for one in respondents for share in one.now), default=0),
    )
    enough = bool(groups_of) and len(groups_of) * 2 >= total
    span = _sum_of([_weighted(found) for found in by_group.values()]) if enough else None
    return FactorChange(factor, span, len(groups_of), total, people)


def _weighted(views: Sequence[tuple[float, _Compared]]) -> tuple[float, Span]:
    """One group's part of a factor: its weight in it, and how its own mean share changed.

    The answers of one person to several items hang together, so that the mean is as sure as one item and
    no surer: a person's mean lies in 0…1, and its variance is at most p(1 − p).
    """
    weight = sum(w for w, _ in views)
    exact = views[0][1].group is Audience.ADMINISTRATION
    before = _interval([(w / weight, one.before) for w, one in views], exact=exact)
    now = _interval([(w / weight, one.now) for w, one in views], exact=exact)
    return weight, _newcombe(before, now)


def share_change(before: ItemShare, now: ItemShare) -> Span:
    """How one share, as two releases tell it, changed."""
    then, since = (_interval([(1.0, [share])], exact=False) for share in (before, now))
    return _newcombe(then, since)


def _newcombe(before: tuple[float, float, float], now: tuple[float, float, float]) -> Span:
    """The difference of two shares, each with the ends of its own interval."""
    (p1, low1, high1), (p2, low2, high2) = before, now
    change = p2 - p1
    low = change - sqrt((p2 - low2) ** 2 + (high1 - p1) ** 2)
    high = change + sqrt((high2 - p2) ** 2 + (p1 - low1) ** 2)
    return Span(100 * change, 100 * low, 100 * high)


def _interval(
    views: Sequence[tuple[float, Sequence[ItemShare]]], *, exact: bool
) -> tuple[float, float, float]:
    """A weighted mean with its interval; what a release has rounded away widens it."""
    share = sum(weight * _mean([item.at_risk for item in items]) for weight, items in views)
    if exact:
        return share, share, share
    spread = sum(weight * _mean([item.spread for item in items]) for weight, items in views)
    people = min(item.people for _, items in views for item in items)
    return share, wilson(max(share - spread, 0.0), people)[0], wilson(min(share + spread, 1.0), people)[1]


def wilson(share: float, people: int) -> tuple[float, float]:
    """The score interval of a share of ``people``."""
    square = Z * Z
    middle = (share + square / (2 * people)) / (1 + square / people)
    half = Z / (1 + square / people) * sqrt(share * (1 - share) / people + square / (4 * people * people))
    return max(middle - half, 0.0), min(middle + half, 1.0)


def _sum_of(parts: Sequence[tuple[float, Span]]) -> Span:
    """Independent groups, each with its weight; the weights sum up to 1."""
    change = sum(w * span.change for w, span in parts)
    below = sqrt(sum((w * (span.change - span.low)) ** 2 for w, span in parts))
    above = sqrt(sum((w * (span.high - span.change)) ** 2 for w, span in parts))
    return Span(change, change - below, change + above)


def _mean(numbers: Sequence[Fraction]) -> float:
    return float(sum(numbers, Fraction()) / len(numbers))
