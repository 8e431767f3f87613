"""Words that are in no dictionary and are one slip away from a right one: a letter, a lost or a moved space.

A word that only is unknown proves nothing (the field makes new ones daily), so each doubt has its correction.
A word that the plan has twice is its own. So only words that stand once are looked at, each in its one place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.domain.plan import Fix, FixField
from bot.reading.lint.agreement import disagreements
from bot.reading.lint.facts import LINK, WORD, Facts, Found, written
from bot.reading.lint.government import misgoverned
from bot.reading.lint.slips import Slip, in_two, is_one_slip, neighbours_of, only_known, shorter, without_yo
from bot.reading.lint.small_words import misplaced
from bot.reading.morphology import forms, is_formed, is_known, parses

_SHORTEST = 5  # letters; below that every slip is another word
_LONGEST = 40  # letters; the longest words of the field have 27
_LONG = 8  # letters; shorter words have too many neighbours in the language
# «коронавирусной»: an adjective of a noun that the dictionary has.
_OF_NOUN = re.compile(
    r"(.{5,}?)(?:н|ск|ов)(?:ый|ий|ой|ая|ое|ее|ую|ые|ие|(?:о|е)(?:го|му|м|й)|[ыи](?:м|х|ми))"
)
_BEFORE_INITIALS = re.compile(r"\s+[А-ЯЁ]\.")
_BEHIND_INITIALS = re.compile(r"[А-ЯЁ]\.\s?$")
_FOREIGN = 100  # unknown words; more of them, and a fifth of all, are another language, not slips
_OFTEN = 3  # times a word stands in a plan that is used to it
_OPENS_SENTENCE = re.compile(r"(?:^|[а-яё]{3}[.!?]\s+)$")
_GLUED = re.compile(
    r"(?<=[А-Яа-яё])([,;])(?=[а-яё]{3})|(?<=\b\d)()(?=[а-яё]{4})|(?<=\b\d{4})()(?=[а-яё]{4})",
)
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


class _Text(NamedTuple):
    activity: int
    field: FixField
    text: str
    words: list[str]


def check_spelling(facts: Facts) -> Iterator[Found]:
    texts = [
        _Text(line.index, field, text, WORD.findall(LINK.sub(" ", text)))
        for line in facts.lines
        for field, text in written(line.item)
        if text
    ]
    count = Counter(word.lower() for text in texts for word in text.words)
    own = Counter(map(without_yo, count.elements()))  # «ё» is written or not at will
    strange = {word for word in count if own[without_yo(word)] == 1 and _is_strange(word)}
    if len(strange) > max(_FOREIGN, len(count) // 5):
        return
    speller = _Speller(count)
    others = _other_words(texts, count)
    for text in texts:
        slips = [
            slip for check in (_glued, disagreements, misplaced, misgoverned) for slip in check(text.text)
        ]
        if any(word.lower() in strange for word in text.words):
            slips += speller.slips(text.text, strange)
        if slips:
            yield _found("misspelt_word", text, _apart(slips))
        elif slip := next((others[word] for word in map(str.lower, text.words) if word in others), ""):
            yield _found("wrong_word", text, [_whole_word(text.text, *slip.split())])


def _found(code: str, text: _Text, slips: Sequence[Slip]) -> Found:
    right = text.text
    for slip in reversed(slips):
        right = right[: slip.start] + slip.right + right[slip.end :]
    about = ", ".join(f"{text.text[slip.start : slip.end]} → {slip.right}" for slip in slips)
    return Found(text.activity, code, about, Fix(text.field, right))


def _apart(slips: Iterable[Slip]) -> list[Slip]:
    """In their order, without those that begin within another."""
    found: list[Slip] = []
    for slip in sorted(slips):
        if not found or slip.start >= found[-1].end:
            found.append(slip)
    return found


def _glued(text: str) -> Iterator[Slip]:
    """«ШНОР,планирование», «2022учебного»: the words beside the place, so that a person sees where."""
    for match in _GLUED.finditer(text):
        start = text.rfind(" ", 0, match.start()) + 1
        end = text.find(" ", match.end())
        end = len(text) if end < 0 else end
        yield Slip(start, end, f"{text[start : match.end()]} {text[match.end() : end]}")


def _is_strange(word: str) -> bool:
    if not _SHORTEST <= len(word) <= _LONGEST or any(map(is_known, {word, *word.split("-")})):
        return False
    of_noun = _OF_NOUN.fullmatch(word)
    return not is_formed(word) and not (of_noun and is_known(of_noun[1]))


class _Speller:
    """Knows the plan's own words, of which a slip is mostly one letter away."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words
        self._near: Mapping[str, set[str]] | None = None

    def slips(self, text: str, strange: set[str]) -> Iterator[Slip]:
        found = list(WORD.finditer(text))
        done = -1
        for place, match in enumerate(found):
            # Abbreviations have capitals inside: «ШНОРы», «МиРЦ».
            if match.start() >= done and match[0].lower() in strange and match[0][1:].islower():
                slip = self._slip(text, match, found[place + 1] if place + 1 < len(found) else None)
                if slip:
                    done = slip.end
                    yield slip

    def _slip(self, text: str, word: re.Match[str], after: re.Match[str] | None) -> Slip | None:
        torn = after and text[word.end() : after.start()] == " " and not is_known(after[0])
        if after and torn and (right := in_two(word[0] + after[0])):
            return Slip(word.start(), after.end(), right)
        right = in_two(word[0]) or self._one_letter(text, word)
        return Slip(word.start(), word.end(), right) if right else None

    def _one_letter(self, text: str, match: re.Match[str]) -> str:
        """A word of this plan or field, else the only one of the language; names are left alone."""
        capital = match[0][0].isupper()
        if capital and (not _OPENS_SENTENCE.search(text[: match.start()]) or _is_name(text, match)):
            return ""
        word = match[0].lower()
        right = self._nearest(word) or (only_known(word) if len(word) >= _LONG else "")
        return right.capitalize() if capital else right

    def _nearest(self, word: str) -> str:
        if self._near is None:
            known = {word for word in self._words if len(word) >= _SHORTEST and is_known(word)}
            self._near = neighbours_of(known | _field_forms())
        found = {near for key in shorter(word) for near in self._near.get(key, ())}
        right = {near for near in found if is_one_slip(word, near)}
        if len(right) > 1:  # of «районная» and «района» the one with the same ending
            right = {near for near in right if near[-2:] == word[-2:]}
        return right.pop() if len(right) == 1 else ""


def _is_name(text: str, word: re.Match[str]) -> bool:
    """«Климова А. А.»: a name is compared with other names only."""
    behind = _BEHIND_INITIALS.search(text[: word.start()])
    return behind is not None or _BEFORE_INITIALS.match(text, word.end()) is not None


@cache
def _field_forms() -> frozenset[str]:
    return frozenset(form for word in _FIELD for form in forms(word) if len(form) >= _SHORTEST)


def _other_words(texts: Iterable[_Text], count: Counter[str]) -> dict[str, str]:
    """Right words in the wrong place: one stands once, and before the same word mostly stands one like it.

    Each with the word that stands there and the one that should, parted by a space.
    """
    often = neighbours_of(word for word, n in count.items() if n >= _OFTEN and len(word) > _SHORTEST)
    like: dict[str, set[str]] = {}
    for word, n in count.items():
        if n == 1 and len(word) > _SHORTEST:
            near = {other for key in shorter(word) for other in often.get(key, ())}
            if alike := {other for other in near if is_one_slip(word, other)}:
                like[word] = alike
    if not like:
        return {}
    pairs = Counter(pair for text in texts for pair in pairwise(map(str.lower, text.words)))
    return {
        word: f"{word} {other}"
        for word, after in pairs
        for other in sorted(like.get(word, ()))
        if pairs[other, after] >= _OFTEN and not _same_word(word, other)
    }


def _same_word(a: str, b: str) -> bool:
    return bool({parse.normal_form for parse in parses(a)} & {parse.normal_form for parse in parses(b)})


def _whole_word(text: str, word: str, right: str) -> Slip:
    match = next(match for match in WORD.finditer(text) if match[0].lower() == word)
    return Slip(match.start(), match.end(), right.capitalize() if match[0][0].isupper() else right)
