"""A school team's ratings of its factors: each member alone first, then the spread, then one agreed level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.risk import FACTORS, Level

RATED = (Level.LOW, Level.MEDIUM, Level.HIGH)  # what a member can say, from the better end on

Ratings = Mapping[int, Mapping[int, Level]]  # person → factor → level


class Accord(StrEnum):
    SAME = "same"  # all say the same
    NEAR = "near"  # neighbouring levels
    APART = "apart"  # somebody says low and somebody high: this one is to be talked over


@dataclass(frozen=True, slots=True)
class Spread:
    """How the team rates one factor; who said what is not told."""

    factor: int
    counts: Mapping[Level, int]  # those of RATED that somebody named

    @property
    def people(self) -> int:
        return sum(self.counts.values())

    @property
    def accord(self) -> Accord | None:
        """None: nobody rated it."""
        if not self.counts:
            return None
        if len(self.counts) == 1:
            return Accord.SAME
        return Accord.APART if Level.LOW in self.counts and Level.HIGH in self.counts else Accord.NEAR

    @property
    def middle(self) -> Level | None:
        """The median to begin the talk with; of two middle ones the one of greater risk."""
        ordered = self._ordered
        return ordered[len(ordered) // 2] if ordered else None

    @property
    def tied(self) -> bool:
        """As many are for less than the middle as for it and more."""
        ordered = self._ordered
        half = len(ordered) // 2
        return len(ordered) == 2 * half > 0 and ordered[half - 1] is not ordered[half]

    @property
    def _ordered(self) -> list[Level]:
        return [level for level in RATED for _ in range(self.counts.get(level, 0))]


def spreads(ratings: Ratings) -> tuple[Spread, ...]:
    """One a factor, in order."""
    found = []
    for factor in FACTORS:
        counts = Counter(levels[factor] for levels in ratings.values() if factor in levels)
        found.append(Spread(factor, {level: counts[level] for level in RATED if counts[level]}))
    return tuple(found)


def complete(ratings: Ratings, person: int) -> bool:
    """Whether the person has rated every factor."""
    return set(ratings.get(person, ())) == set(FACTORS)


def all_gave(ratings: Ratings, team: Collection[int]) -> bool:
    return bool(team) and all(complete(ratings, person) for person in team)
