"""The dictionary of Russian word forms. It is loaded at the first question: 0.1 s and 30 MB."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]  # it ships no types
from pymorphy3.analyzer import Parse  # type: ignore[import-untyped]
from pymorphy3.lang.ru import KNOWN_PREFIXES  # type: ignore[import-untyped]

_LETTERS = frozenset("авикосу")


@cache
def _analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


def is_known(word: str) -> bool:
    """Is it a form of a word of the dictionary? Case and «ё» do not matter."""
    return bool(_analyzer().word_is_known(word.lower()))


def is_word(text: str) -> bool:
    """The same of a piece of a text, which may be one letter: only of those that stand by themselves."""
    return text.lower() in _LETTERS if len(text) == 1 else is_known(text)


def is_formed(word: str) -> bool:
    """Is it a known word behind one of the usual prefixes («мета», «анти», «не», «видео»)?"""
    word = word.lower()
    return any(word.startswith(prefix) and is_known(word[len(prefix) :]) for prefix in KNOWN_PREFIXES)


@lru_cache(maxsize=16384)
def parses(word: str) -> Sequence[Parse]:
    """All readings of a form, the likeliest first; never empty."""
    return tuple(_analyzer().parse(word))


def lemma(word: str) -> str:
    """The likeliest dictionary form."""
    return str(parses(word)[0].normal_form)


def forms(word: str) -> set[str]:
    """All forms of the word whose likeliest reading this is."""
    return {form.word for form in parses(word)[0].lexeme}
