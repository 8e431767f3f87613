"""A finite-state cascade: the phrase is a row of tokens, a rule rewrites a run of them into fewer.

A rule's pattern is a regular expression whose letters are token kinds: ``UNTIL NUM MONTH YEAR?``. To match it
at the speed of ``re``, each kind has a character of its own and a row of tokens is also a string of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_WRITTEN = "NUM ORD PLURAL ROMAN YEAR DATE BADDATE BLANK TIME WORD NUMSIGN SEP DASH SLASH COLON LP RP"
_WORDS = """
    MONTH YEARWORD EDU QUARTER TERM TRIMESTER HALF WEEK DECADE HALVES MONTHWORD DAYWORD DATEWORD PART
    WEEKDAY WORKING WORKINGS WORKDAYS DAYSOFF HOLIDAYS TENS EVERY TIMES EXCEPT FREQ ALWAYS ONGOING WHOLE
    PERIOD ONWARD SEASON BREAK UNTIL TOWARDS THROUGH FROM BETWEEN OF IN ON OVER WITHIN NOT LATER EARLIER
    RARER AFTER FINISH GRADE MOVED EVENT COURSE SCHEDULE HOUR AND QUIET VAGUE INCLUSIVE NEXT CALENDAR MODE
"""
_MADE = "YEARSPAN TITLE SPAN ITEM OPEN"
KINDS = f"{_WRITTEN} {_WORDS} {_MADE}".split()
_SHORTHANDS = {
    "DAY": "(NUM|ORD|PLURAL)",
    "NTH": "(NUM|ORD|PLURAL|ROMAN)",
    "LIST": "((SEP|AND|SLASH)+)",
    "TO": "(DASH|THROUGH|UNTIL)",
    "UNIT": "(QUARTER|TERM|TRIMESTER|HALF)",
}
NUMBERS = ("NUM", "ORD", "PLURAL", "ROMAN")
CODES = {kind: chr(0xE000 + i) for i, kind in enumerate(KINDS)}


def kinds(text: str) -> frozenset[str]:
    """A set of token kinds from their names; a KeyError for one that does not exist."""
    return frozenset(kind for kind in text.split() if CODES[kind])


@dataclass(slots=True)
class Token:
    kind: str
    value: Any  # depends on the kind: a number, a word's value, a ``Span``, an ``Item``
    start: int  # where it stands in the phrase
    end: int
    mended: bool = False  # a word read in spite of a typo

    def of(self, kind: str, value: object) -> Token:
        """The same place in the phrase taken for something else."""
        return Token(kind, value, self.start, self.end, self.mended)


Tokens = Sequence[Token]
Builder = Callable[[Tokens], Iterable[Token]]


def first_of(kind: str, tokens: Tokens) -> Any:
    """The value of the first token of the kind; None where there is none."""
    for token in tokens:
        if token.kind == kind:
            return token.value
    return None


def of_kind(tokens: Tokens, *kinds: str) -> list[Any]:
    """The values of those tokens that are of the kinds."""
    return [token.value for token in tokens if token.kind in kinds]


def made(kind: str, value: object, tokens: Tokens) -> Token:
    """A token in place of the run from which it was made."""
    first, last = tokens[0], tokens[-1]
    mended = first.mended if first is last else any_mended(tokens)
    return Token(kind, value, first.start, last.end, mended)


def any_mended(tokens: Tokens) -> bool:
    """Whether a typo was mended in any of them."""
    for token in tokens:  # noqa: SIM110 - any() takes thrice as long for two or three
        if token.mended:
            return True
    return False


def pattern(text: str) -> str:
    """The regular expression over kinds' characters; groups do not capture."""
    for short, whole in _SHORTHANDS.items():
        text = re.sub(rf"\b{short}\b", whole, text)
    return re.sub(r"[A-Z]+|\((?!\?)| ", lambda m: CODES.get(m[0]) or {"(": "(?:", " ": ""}[m[0]], text)


Match = tuple[slice, Builder]
"""Where a rule matches a row of kinds, and what it makes of that."""


class Stage:
    """Rules tried at each place in their order; what no rule matches passes through unchanged."""

    def __init__(self, rules: Iterable[tuple[str, Builder]], *, only: frozenset[str] | None = None) -> None:
        """``only``: the stage leaves rows alone that hold any other kind."""
        self._builders: dict[str, Builder] = {}
        alternatives = []
        for i, (text, builder) in enumerate(rules):
            self._builders[f"r{i}"] = builder
            alternatives.append(f"(?P<r{i}>{pattern(text)})")
        self._regex = re.compile("|".join(alternatives))
        self._only = only and {CODES[kind] for kind in only}

    def matches(self, row: str) -> list[Match]:
        if self._only and not self._only.issuperset(row):
            return []
        return [
            (slice(*match.span()), self._builders[str(match.lastgroup)])
            for match in self._regex.finditer(row)
        ]


class Cascade:
    """Stages one after another, each on what the one before has left."""

    def __init__(self, *stages: Stage) -> None:
        self._stages = stages
        self._next = lru_cache(maxsize=8192)(self._first_that_matches)  # words differ, their kinds repeat

    def _first_that_matches(self, row: str, stage: int) -> tuple[int, list[Match]]:
        """From the given stage on: the one after the first that matches, and its matches from the last on."""
        for i in range(stage, len(self._stages)):
            if matches := self._stages[i].matches(row):
                return i + 1, matches[::-1]
        return len(self._stages), []

    def __call__(self, tokens: list[Token]) -> list[Token]:
        """The row is rewritten in place."""
        stage, end, codes = 0, len(self._stages), CODES
        while stage < end:
            stage, matches = self._next("".join([codes[token.kind] for token in tokens]), stage)
            for run, builder in matches:
                tokens[run] = builder(tokens[run])
        return tokens
