"""Which rows of a plan answer which risk factors: proposed by words, corrected and taught by people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.factor_words import PHRASES
from bot.domain.risk import FACTORS, Level

Words = frozenset[str]  # dictionary forms
TAUGHT = 2  # corrections that speak for a word, or against one, and none that speaks otherwise


class Ground(StrEnum):
    """Why a row counts as an answer to a factor."""

    SAID = "said"  # somebody said so of a row of these very words
    WORDS = "words"  # it has the words of the factor


@dataclass(frozen=True, slots=True)
class Correction:
    """Somebody said of a row's title that it answers a factor, or does not."""

    words: Words
    factor: int
    relates: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """By what words rows are taken for answers in one district."""

    phrases: Mapping[int, frozenset[Words]]
    said: Mapping[tuple[Words, int], bool] = field(default_factory=dict)

    def ground(self, title: Words, words: Words, factor: int) -> Ground | None:
        """None: the row is no answer. What people said of the title outweighs all words."""
        said = self.said.get((title, factor))
        if said is not None:
            return Ground.SAID if said else None
        return Ground.WORDS if any(phrase <= words for phrase in self.phrases[factor]) else None


def lexicon(lemmas: Callable[[str], Words], corrections: Iterable[Correction] = ()) -> Lexicon:
    """The common phrases with what the corrections teach.

    A word that stands in TAUGHT corrected titles of a factor and in none that is said not to answer it
    becomes a phrase; a phrase that is refused so often, and never affirmed, is dropped.
    """
    said = {(one.words, one.factor): one.relates for one in corrections}
    return Lexicon(
        {
            factor: _taught(
                frozenset(lemmas(phrase) for phrase in PHRASES[factor]),
                [words for (words, of), relates in said.items() if of == factor and relates],
                [words for (words, of), relates in said.items() if of == factor and not relates],
            )
            for factor in FACTORS
        },
        said,
    )


def _taught(
    phrases: frozenset[Words], affirmed: Collection[Words], refused: Collection[Words]
) -> frozenset[Words]:
    counts = Counter(word for words in affirmed for word in words)
    against = frozenset(word for words in refused for word in words)
    learned = {frozenset({word}) for word, count in counts.items() if count >= TAUGHT and word not in against}
    kept = {
        phrase
        for phrase in phrases
        if sum(phrase <= words for words in refused) < TAUGHT or any(phrase <= words for words in affirmed)
    }
    return frozenset(kept | learned)


@dataclass(frozen=True, slots=True)
class MappedRow:
    """A row of a plan with the factors that it answers."""

    activity_id: int
    number: str
    title: str
    own: bool  # of the school's own plan
    factors: Mapping[int, Ground]


@dataclass(frozen=True, slots=True)
class GapMap:
    rows: tuple[MappedRow, ...]
    levels: Mapping[int, Level]  # of the factors that are known

    def answering(self, factor: int) -> tuple[MappedRow, ...]:
        return tuple(row for row in self.rows if factor in row.factors)

    @property
    def nothing(self) -> tuple[MappedRow, ...]:
        """The rows that answer no factor."""
        return tuple(row for row in self.rows if not row.factors)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The factors that no row answers; those of high risk first."""
        empty = [factor for factor in FACTORS if not self.answering(factor)]
        return tuple(sorted(empty, key=lambda factor: _URGENCY.get(self.levels.get(factor), len(Level))))


_URGENCY: Mapping[Level | None, int] = {Level.HIGH: 0, Level.MEDIUM: 1, Level.LOW: 2, Level.INSUFFICIENT: 3}
