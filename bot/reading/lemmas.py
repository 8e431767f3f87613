"""Words as a search index keeps them: by their dictionary forms, so that any form finds any other."""

from __future__ import annotations

import re

from bot.reading.morphology import parses

_WORD = re.compile(r"\w+")
_FUNCTION_WORDS = {"PREP", "CONJ", "PRCL"}  # in every text, so they tell nothing apart


def index_words(text: str) -> frozenset[str]:
    """Everything by which the text may be found."""
    return frozenset(form for forms in query_words(text) for form in forms)


def query_words(text: str) -> tuple[frozenset[str], ...]:
    """What each word of the text may be a form of: a text fits that has one of every set."""
    found = (_normal_forms(word) for word in _WORD.findall(text.casefold().replace("ё", "е")))
    return tuple(dict.fromkeys(forms for forms in found if forms))


def _normal_forms(word: str) -> frozenset[str]:
    readings = parses(word)
    if readings[0].tag.POS in _FUNCTION_WORDS:
        return frozenset()
    known = {reading.normal_form.replace("ё", "е") for reading in readings if reading.is_known}
    return frozenset(known or {word})
