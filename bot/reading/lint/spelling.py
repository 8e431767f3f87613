"""Words that are in no dictionary and are one slip away from a right one: a letter, a lost or a moved space.

A word that only is unknown proves nothing (the field makes new ones daily), so each doubt has its correction.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.domain.plan import Fix
from bot.reading.lint.facts import LINK, WORD, Facts, Found, written
from bot.reading.morphology import forms, is_known, parses

_SHORTEST = 5  # letters; below that every slip is another word
_PART = 5  # letters of a word that lost the space before the next: «мета», «анти» are no words
_LONGEST = 40  # letters; the longest words of the field have 27
_OFTEN = 3
_GLUED = re.compile(r"(?<=[А-Яа-яё])([,;])(?=[а-яё]{3})|(?<=\b\d)()(?=[а-яё]{4})|(?<=\b\d{4})()(?=[а-яё]{4})")
# Words of the field in whose neighbourhood a slip is recognised even where the plan has them nowhere else.
_FIELD = WORD.findall(
    "образование образовательный общеобразовательный школа школьный учитель педагог педагогический директор "
    "руководитель заместитель методический методист мероприятие мониторинг анализ результат качество "
    "повышение обучение обучающийся ученик учебный урок квалификация компетенция профессиональный программа "
    "план отдел управление администрация организация проведение разработка реализация участие семинар "
    "совещание заседание консультация муниципальный региональный районный координатор куратор специалист "
    "психолог родитель предмет оценка подготовка аттестация справка отчёт приказ протокол график договор "
    "информация поддержка сопровождение выявление развитие условие работа деятельность комитет министерство "
    "институт центр ответственный"
)


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def check_spelling(facts: Facts) -> Iterator[Found]:
    texts = [
        (line, field, LINK.sub(_blank, text)) for line in facts.lines for field, text in written(line.item)
    ]
    words = Counter(token.text.lower() for _, _, text in texts for token in _tokens(text))
    speller = _Speller(words)
    pairs = _pairs(text for _, _, text in texts)
    for line, field, text in texts:
        slips = [*_glued(text), *speller.unknown(text)]
        if slips:
            yield Found(
                line.index,
                "misspelt_word",
                _about(text, slips),
                Fix(field, _mended(dict(written(line.item))[field], slips)),
            )
        elif slip := speller.another_word(text, pairs):
            yield Found(
                line.index,
                "wrong_word",
                _about(text, [slip]),
                Fix(field, _mended(dict(written(line.item))[field], [slip])),
            )


class _Slip(NamedTuple):
    start: int
    end: int
    right: str


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _tokens(text: str) -> list[_Token]:
    return [_Token(match[0], match.start(), match.end()) for match in WORD.finditer(text)]


def _pairs(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often two words stand side by side."""
    return Counter(pair for text in texts for pair in pairwise(token.text.lower() for token in _tokens(text)))


def _about(text: str, slips: Iterable[_Slip]) -> str:
    return ", ".join(f"{text[slip.start : slip.end]} → {slip.right}" for slip in slips)


def _mended(text: str, slips: Iterable[_Slip]) -> str:
    for slip in sorted(slips, reverse=True):
        text = text[: slip.start] + slip.right + text[slip.end :]
    return text


def _glued(text: str) -> Iterator[_Slip]:
    """«ШНОР,планирование», «2022учебного»: the words beside the place, so that a person sees where."""
    for match in _GLUED.finditer(text):
        start = text.rfind(" ", 0, match.start()) + 1
        end = text.find(" ", match.end())
        end = len(text) if end < 0 else end
        yield _Slip(start, end, f"{text[start : match.end()]} {text[match.end() : end]}")


class _Speller:
    """Knows the plan's own words, of which a slip is mostly one letter away."""

    def __init__(self, words: Counter[str]) -> None:
        self._words = words
        self._near: dict[str, set[str]] = {}
        for word in {*_field_forms(), *(w for w in words if len(w) >= _SHORTEST and is_known(w))}:
            for key in _shorter(word):
                self._near.setdefault(key, set()).add(word)

    def unknown(self, text: str) -> Iterator[_Slip]:
        tokens = _tokens(text)
        done = -1
        for place, token in enumerate(tokens):
            if token.start < done or not self._is_strange(token.text):
                continue
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            slip = self._slip(text, token, after)
            if slip:
                done = slip.end
                yield slip

    def _is_strange(self, word: str) -> bool:
        """No word of the language, and this plan does not use it as one of its own."""
        if not _SHORTEST <= len(word) <= _LONGEST or not word[1:].islower() or self._words[word.lower()] > 1:
            return False
        return not any(is_known(part) for part in {word, *word.split("-")})

    def _slip(self, text: str, token: _Token, after: _Token | None) -> _Slip | None:
        torn = after and text[token.end : after.start] == " " and not is_known(after.text)
        if after and torn and (right := _in_two(token.text + after.text)):
            return _Slip(token.start, after.end, right)
        right = _in_two(token.text) or ("" if token.text[0].isupper() else self._one_letter(token.text))
        return _Slip(token.start, token.end, right) if right else None

    def _one_letter(self, word: str) -> str:
        found = {near for key in _shorter(word.lower()) for near in self._near.get(key, ())}
        right = {near for near in found if _is_one_slip(word.lower(), near)}
        return right.pop() if len(right) == 1 else ""

    def another_word(self, text: str, pairs: Counter[tuple[str, str]]) -> _Slip | None:
        """A right word in the wrong place: it stands once, and beside it mostly stands one like it."""
        tokens = _tokens(text)
        for place, token in enumerate(tokens):
            word = token.text.lower()
            if len(word) < _SHORTEST + 1 or self._words[word] > 1 or not token.text[1:].islower():
                continue
            near = {other for key in _shorter(word) for other in self._near.get(key, ())} - {word}
            for other in near:
                if self._words[other] < _OFTEN or not _is_one_slip(word, other) or _same_lemma(word, other):
                    continue
                beside = [(other, t.text.lower()) for t in tokens[place + 1 : place + 2]]
                if any(pairs[pair] >= _OFTEN for pair in beside):
                    return _Slip(
                        token.start, token.end, other.capitalize() if token.text[0].isupper() else other
                    )
        return None


@cache
def _field_forms() -> frozenset[str]:
    return frozenset(form for word in _FIELD for form in forms(word) if len(form) >= _SHORTEST)


def _shorter(word: str) -> set[str]:
    """The word and all that is left of it without one letter: two words one slip apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _is_one_slip(a: str, b: str) -> bool:
    """One letter more, less or another, or two neighbours exchanged."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        swapped = rest_a[1::-1] + rest_a[2:]
        return rest_a[1:] == rest_b[1:] or swapped == rest_b
    longer, other = sorted((rest_a, rest_b), key=len, reverse=True)
    return longer[1:] == other


def _same_lemma(a: str, b: str) -> bool:
    return bool({parse.normal_form for parse in parses(a)} & {parse.normal_form for parse in parses(b)})


def _in_two(letters: str) -> str:
    """«образованиясайта», «Программыа дресной»: the one place where they fall into two known words."""
    places = [
        i
        for i in range(_PART, len(letters) - _PART + 1)
        if is_known(letters[:i]) and is_known(letters[i:])
        # «видео», «медиа» stand before other words as a part of them
        if "Fixd" not in parses(letters[:i])[0].tag
    ]
    return f"{letters[: places[0]]} {letters[places[0] :]}" if len(places) == 1 else ""
