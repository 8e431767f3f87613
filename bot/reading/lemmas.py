"""Words as a search index keeps them: by their dictionary forms, so that any form finds any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from bot.reading.morphology import parses

_WORD = re.compile(r"\w+")
_SATED = 3  # times that a word of a part counts: saying it again tells no more
_FUNCTION_WORDS = {"PREP", "CONJ", "PRCL"}  # in every text, so they tell nothing apart


def index_words(*parts: tuple[str, int]) -> Mapping[str, int]:
    """Form → how much is said of it; each part of the text with the weight of one of its words."""
    found: Counter[str] = Counter()
    for text, weight in parts:
        said = Counter(form for forms in _readings(text) for form in forms)
        found.update({form: weight * min(times, _SATED) for form, times in said.items()})
    return found


def query_words(text: str) -> tuple[frozenset[str], ...]:
    """What each word of the text may be a form of: a text fits that has one of every set."""
    return tuple(dict.fromkeys(_readings(text)))


def _readings(text: str) -> list[frozenset[str]]:
    found = (_normal_forms(word) for word in _WORD.findall(text.casefold().replace("ё", "е")))
    return [forms for forms in found if forms]


def _normal_forms(word: str) -> frozenset[str]:
    readings = parses(word)
    if readings[0].tag.POS in _FUNCTION_WORDS:
        return frozenset()
    known = {reading.normal_form.replace("ё", "е") for reading in readings if reading.is_known}
    return frozenset(known or {word})
