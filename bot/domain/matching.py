"""Which row of a corrected document is which row of the plan in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from operator import itemgetter

from bot.domain.deadlines import Deadline

# How much each likeness of two rows tells, together 1. Titles tell most: numbers shift and dates move.
_TITLE, _NUMBER, _DEADLINE, _SECTION = 0.65, 0.2, 0.1, 0.05
_ALIKE = 0.5  # rows of less are two rows
_TITLES_ALIKE = 0.35  # … and so are rows whose titles have less in common, whatever else agrees
_LOOKED_AT = 10  # rows with the most words in common with a row
_STEM = 6  # letters of a word that its endings leave alone


@dataclass(frozen=True, slots=True)
class Row:
    """A row of either plan, in the plan's order."""

    id: int
    number: str
    title: str
    section: str
    problem: str
    result: str
    responsible: str
    deadline: Deadline
    evidence: str  # the kind of paper that proves it
    origin_id: int | None = None  # of a correction's row: the live row that it corrects


def match(old: Sequence[Row], new: Sequence[Row]) -> dict[int, int]:
    """New row → the old row that it continues; one to one, the most alike first.

    Rows of one title are sought first, so that a plan of thousands of rows is not compared pair by pair.
    """
    same = _one_to_one(_of_one_title(old, new))
    met = set(same.values())
    left = [(i, row) for i, row in enumerate(old) if row.id not in met]
    free = [(j, row) for j, row in enumerate(new) if row.id not in same]
    return same | _one_to_one(_alike(left, free))


_Scored = tuple[float, int, int]  # how much alike, the new row, the old row


def _one_to_one(found: Iterable[_Scored]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, new_id, old_id in sorted(found, key=lambda pair: -pair[0]):
        if new_id not in pairs and old_id not in taken:
            pairs[new_id] = old_id
            taken.add(old_id)
    return pairs


def _of_one_title(old: Sequence[Row], new: Sequence[Row]) -> list[_Scored]:
    by_title: dict[tuple[str, ...], list[tuple[int, Row]]] = {}
    for i, row in enumerate(old):
        by_title.setdefault(_words(row.title), []).append((i, row))
    return [
        (_TITLE + _beside_title(before, after) - _apart(i, j), after.id, before.id)
        for j, after in enumerate(new)
        if _words(after.title)
        for i, before in by_title.get(_words(after.title), ())
    ]


def _alike(old: Sequence[tuple[int, Row]], new: Sequence[tuple[int, Row]]) -> list[_Scored]:
    """Pairs that are alike enough. Sets of words say at little cost which few are worth a closer look."""
    titles = {row.id: (words := _words(row.title), frozenset(words)) for _, row in old}
    found: list[_Scored] = []
    for j, after in new:
        mine = _words(after.title)
        own = frozenset(mine)
        near = nlargest(
            _LOOKED_AT,
            ((len(own & titles[row.id][1]) - _apart(i, j), i, row) for i, row in old),
            key=itemgetter(0),
        )
        for _, i, before in near:
            likeness = SequenceMatcher(None, titles[before.id][0], mine, autojunk=False).ratio()
            score = _TITLE * likeness + _beside_title(before, after)
            if likeness >= _TITLES_ALIKE and score >= _ALIKE:
                found.append((score - _apart(i, j), after.id, before.id))
    return found


def _beside_title(old: Row, new: Row) -> float:
    return (
        _NUMBER * bool(old.number and _plain(old.number) == _plain(new.number))
        + _DEADLINE * (meaning(old.deadline) == meaning(new.deadline))
        + _SECTION * (_words(old.section) == _words(new.section))
    )


def _apart(i: int, j: int) -> float:
    """Of rows that are equally alike the nearer one is meant."""
    return min(abs(i - j), 1000) * 1e-6


def _words(text: str) -> tuple[str, ...]:
    return tuple(word[:_STEM] for word in re.findall(r"\w+", text.casefold().replace("ё", "е")))


def _plain(number: str) -> str:
    return number.strip(" .)")


def meaning(deadline: Deadline) -> object:
    """What a deadline asks for, in whatever words."""
    return deadline.kind, deadline.windows, deadline.rule
