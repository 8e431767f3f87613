"""How near two words are: one letter apart, or the same letters with the space elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.reading.morphology import is_known, parses

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_PART = 5  # letters of a word that lost the space before the next: «мета», «анти» are no words


class Slip(NamedTuple):
    """A place of a text, and what should stand there."""

    start: int
    end: int
    right: str


def shorter(word: str) -> set[str]:
    """The word and all that is left of it without one letter: two words one slip apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def neighbours_of(words: Iterable[str]) -> dict[str, set[str]]:
    """The words by what :func:`shorter` makes of them."""
    near: dict[str, set[str]] = {}
    for word in words:
        for key in shorter(word):
            near.setdefault(key, set()).add(word)
    return near


def without_yo(word: str) -> str:
    return word.replace("ё", "е")


def is_one_slip(a: str, b: str) -> bool:
    """One letter more, less or another, or two neighbours exchanged."""
    if abs(len(a) - len(b)) > 1 or without_yo(a) == without_yo(b):
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        return rest_a[1:] == rest_b[1:] or rest_a[1::-1] + rest_a[2:] == rest_b
    longer, other = sorted((rest_a, rest_b), key=len, reverse=True)
    return longer[1:] == other


def only_known(word: str) -> str:
    """The one word of the dictionary that is one slip away, if there is exactly one."""
    spots = range(len(word) + 1)
    tried = {word[:i] + word[i + 1 :] for i in spots}
    tried |= {word[:i] + letter + word[j:] for i in spots for j in (i, i + 1) for letter in _LETTERS}
    tried |= {word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :] for i in spots}
    right = [other for other in tried if other != word and is_known(other)]
    return right[0] if len(right) == 1 else ""


def in_two(letters: str) -> str:
    """«образованиясайта», «Программыа дресной»: the one place where they fall into two known words."""
    places = [
        i
        for i in range(_PART, len(letters) - _PART + 1)
        if is_known(letters[:i]) and is_known(letters[i:])
        # «видео», «медиа» stand before other words as a part of them
        if "Fixd" not in parses(letters[:i])[0].tag
    ]
    return f"{letters[: places[0]]} {letters[places[0] :]}" if len(places) == 1 else ""
