"""A cell that holds both a deadline and the parties: the words of a column «Сроки, ответственные»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bot.reading import party_words
from bot.reading.blocks import one_line
from bot.reading.looks import looks_like_deadline, looks_like_party
from bot.reading.row_words import is_deadline, is_timeless, names_day

_WORD = re.compile(r"\S+")
_BETWEEN = " \n\t,;:–—-"
_ENDS_PART = re.compile(r"[,;:–—-]\s*$|\n")
_LONGEST = 600  # characters; a longer cell is prose


class _Parts(NamedTuple):
    deadline: str
    parties: str
    at_sign: bool  # the cut is at a sign or a line's end


def deadline_and_parties(text: str) -> tuple[str, str]:
    """The two parts of the cell's words in either order; one is empty where no cut leaves both of a kind.

    «до 1 мая – РМК, до 1 июня – школы» names a party for each day: it stays whole, and the reader of
    deadlines takes the parties for the names of its occasions.
    """
    parts = list(_parts(text)) if text.strip() and len(text) <= _LONGEST else []
    return max(parts, key=_likeness)[:2] if parts else (text, "")


def _parts(text: str) -> Iterator[_Parts]:
    """All ways to cut the cell in which one part is wholly a deadline and no day is named in the other."""
    for cut, at_sign in _cuts(text):
        one, two = text[:cut].strip(_BETWEEN), text[cut:].strip(_BETWEEN)
        for deadline, parties in ((one, two), (two, one)):
            if not any(map(names_day, parties.split())) and (not deadline or is_deadline(one_line(deadline))):
                yield _Parts(deadline, parties, at_sign)


def _cuts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a part may begin: after a sign or a line's end, and before a name, a party or a deadline."""
    yield 0, False
    for before, word in pairwise(_WORD.finditer(text)):
        at_sign = _ENDS_PART.search(text[before.start() : word.start()]) is not None
        rest = text[word.start() :]
        if at_sign or rest[0].isupper() or looks_like_party(word[0]) or looks_like_deadline(rest[:60]):
            yield word.start(), at_sign


def _likeness(parts: _Parts) -> tuple[int, bool, int, int]:
    """Both a deadline and names of parties are best, then a sign between them and few words without time."""
    deadline, parties, at_sign = parts
    named = looks_like_party(parties) or party_words.PERSON_NAME.match(parties) is not None
    likely = 2 * bool(deadline) + (2 if named else -1 if parties else 0)
    return likely, at_sign, -sum(map(is_timeless, deadline.split())), len(deadline)
