"""Which words may be parts of a person's name, by the dictionary of Russian forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.domain.personal_data import NamePart
from bot.reading.morphology import parses

_TAGS: Mapping[str, NamePart] = {
    "Name": NamePart.FIRST,
    "Surn": NamePart.LAST,
    "Patr": NamePart.PATRONYMIC,
}
# A reading as rare as this does not count; a word without a capital must be little else than a name.
_LEAST, _LEAST_SMALL = 0.05, 0.4
_ABBREVIATION = 4  # letters


@lru_cache(maxsize=4096)
def name_parts(word: str) -> frozenset[NamePart]:
    """The parts of a name that ``word`` may be; none for a common word."""
    if len(word) < 2 or (word.isupper() and len(word) <= _ABBREVIATION):
        return frozenset()
    least = _LEAST if word[0].isupper() else _LEAST_SMALL
    return frozenset(
        part
        for parse in parses(word.lower())
        for tag, part in _TAGS.items()
        if tag in parse.tag and parse.score >= least
    )
