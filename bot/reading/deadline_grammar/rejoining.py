"""Words cut up: «сен тябрь», «октяб-↵ря», «сентябр ьмай»; or with their middle left out: «кв-л»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.reading.deadline_grammar.cascade import Token, kinds
from bot.reading.deadline_grammar.words import BEGINNINGS, Word, contracted, known

_GAPS = re.compile(r"[\s-]+")
_CONTRACTED = re.compile("[а-я]+[-/][а-я]+")
_PIECES = 5  # of two words, signs between them included; one word may be spaced out
_PREPOSITIONS = kinds("UNTIL TOWARDS THROUGH FROM OF IN ON AND NOT")


def rejoined(tokens: list[Token], flat: str) -> Iterator[Token]:
    """Words cut up by stray spaces or a hyphen at a line's end: «сен тябрь», «октяб-↵ря», «сентябр ьмай»."""
    i = 0
    while i < len(tokens):
        begins = flat[tokens[i].start : tokens[i].end] in BEGINNINGS
        last, words = _longest_join(tokens, i, flat) if begins else (i, ())
        for word in words:
            yield Token(word.kind, word.value, tokens[i].start, tokens[last].end, word.mended)
        if not words:
            yield tokens[i]
        i = last + 1


def _longest_join(tokens: list[Token], first: int, flat: str) -> tuple[int, tuple[Word, ...]]:
    """The end of the fewest pieces from ``first`` on, one no word by itself, that are words together."""
    has_word = tokens[first].kind == "WORD"
    for last in range(first + 1, len(tokens)):
        kind = tokens[last].kind
        has_word = has_word or kind == "WORD"
        if not has_word or kind in ("SEP", "DASH", "SLASH"):
            continue
        written = flat[tokens[first].start : tokens[last].end]
        if _CONTRACTED.fullmatch(written) and (words := contracted(written)):
            return last, words
        whole = _GAPS.sub("", written)
        if not whole.isalpha() or (last - first >= _PIECES and whole not in BEGINNINGS):
            break
        words = known(whole)
        spaced = last + 1 < len(tokens) and len(whole) == last - first + 1 and _is_letter(tokens[last + 1])
        if words and not spaced and (len(words) == 1 or words[0].kind not in _PREPOSITIONS):
            return last, words
    return first, ()


def _is_letter(token: Token) -> bool:
    """One by itself goes on a word that is «н о я б р ь»."""
    return token.kind not in ("SEP", "DASH", "NUM") and token.end - token.start == 1
