"""Words of the vocabulary by their forms, and the mending of typos."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.reading.deadline_grammar.cascade import kinds
from bot.reading.deadline_grammar.vocabulary import VOCABULARY


class Word(NamedTuple):
    kind: str  # a class of the grammar, see ``cascade.KINDS``
    value: int | str
    mended: bool = False  # read in spite of a typo


_ADJECTIVE = "ый,ого,ому,ым,ом,ая,ой,ую,ое,ые,ых,ыми"
_PREPOSITIONS = ("в", "во", "с", "со", "до", "по", "к", "ко", "на", "и", "не", "от")
_LOOKALIKES = str.maketrans("aceopxykmthb", "асеорхукмтнв")  # Latin letters inside a Cyrillic word
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_SHORTEST_CLIPPED = 4
_SHORTEST_MENDED = (
    5  # «март», «июнь», «июль» stand one letter from other words; «мрат» has just their letters
)
_MENDED_KINDS = kinds(
    "MONTH FREQ ALWAYS WITHIN EDU QUARTER TERM HALF SCHEDULE WEEKDAY PART FINISH LATER EVERY"
)
_BEHEADED_KINDS = kinds("MONTH FREQ ALWAYS WITHIN EDU QUARTER TERM HALF PART FINISH EVERY LATER PERIOD")
_CONTRACTED_KINDS = kinds("FREQ MONTH WEEKDAY YEARWORD EDU QUARTER TERM HALF WEEK DECADE MONTHWORD")
_DATING = kinds("MONTH WEEKDAY")  # a contracted one is doubted
_STROKED_KINDS = kinds("MONTH")
_SHORTEST_BEHEADED = 4
_LAST_GLUED = ("в", "с", "до", "по")


def _spelled(entry: str) -> list[str]:
    stem, _, endings = entry.partition("-")
    return [stem + ending for ending in endings.replace("*", _ADJECTIVE).split(",")]


def _forms() -> dict[str, Word]:
    forms: dict[str, Word] = {}
    for line in VOCABULARY.strip().splitlines():
        head, _, entries = line.partition(":")
        kind, value = head.split()
        number = int(value) if value.lstrip("-").isdigit() else value
        for entry in entries.split():
            for form in _spelled(entry):
                forms.setdefault(form, Word(kind, number))
    return forms


FORMS = _forms()
BEGINNINGS = frozenset(form[:cut] for form in FORMS for cut in range(1, len(form) + 1))
_LONGEST = max(map(len, FORMS))


def _beheaded() -> dict[str, set[Word]]:
    """«ктября», «чебного», «еснтября»: a form without its first letter, or with its first two swapped."""
    left: dict[str, set[Word]] = {}
    for form, word in FORMS.items():
        if word.kind in _BEHEADED_KINDS and len(form) > _SHORTEST_BEHEADED:
            for slip in (form[1:], form[1] + form[0] + form[2:]):
                left.setdefault(slip, set()).add(word)
    return left


_BEHEADED = _beheaded()


def one_letter_off(text: str) -> set[str]:
    """What it becomes by a letter lost, swapped with the next, put for another or too many."""
    cuts = [(text[:i], text[i:]) for i in range(len(text) + 1)]
    deleted = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    added = {a + c + b for a, b in cuts for c in _LETTERS}
    return deleted | swapped | changed | added


def _mended(text: str) -> Word | None:
    """The one word that ``text`` is a letter away from; none when two are as near.

    The first letter must be right, so that «уроков» is not taken for «сроков».
    """
    if not _SHORTEST_MENDED - 1 <= len(text) <= _LONGEST + 1:
        return None
    near = {
        FORMS[form]
        for form in one_letter_off(text) & FORMS.keys()
        if (len(form) >= _SHORTEST_MENDED or sorted(form) == sorted(text))
        and form[0] == text[0]
        and FORMS[form].kind in _MENDED_KINDS
        and (FORMS[form].kind != "WEEKDAY" or len(form) > _SHORTEST_MENDED + 1)
    }
    near = near or _BEHEADED.get(text, set()).copy()
    return near.pop()._replace(mended=True) if len(near) == 1 else None


@lru_cache(maxsize=8192)
def _unglued(text: str) -> tuple[Word, ...]:
    """Two known words written as one: «втечение», «учебногогода», «досентября»."""
    if len(text) > 2 * _LONGEST:
        return ()
    for last in _LAST_GLUED:  # «разав квартал»
        left = text.removesuffix(last)
        long = len(left) >= (_SHORTEST_CLIPPED - (len(last) > 1)) or text.startswith("раз")
        if left != text and left in FORMS and long:
            return (FORMS[left], FORMS[last])
    for cut in range(1, len(text) - 2):
        left, right = text[:cut], text[cut:]
        if (left in _PREPOSITIONS or len(left) > 2) and left in FORMS and right in FORMS:
            return (FORMS[left], FORMS[right])
    return ()


def known(text: str) -> tuple[Word, ...]:
    """A known word, or two that are glued; none otherwise."""
    return (FORMS[text],) if text in FORMS else _unglued(text)


@lru_cache(maxsize=1024)
def clipped(text: str) -> tuple[Word, ...]:
    """«сентяб.», «ежекв.»: the one word of which this is the beginning; none when several begin so."""
    if len(text) < _SHORTEST_CLIPPED:
        return ()
    begun = {word for form, word in FORMS.items() if form.startswith(text)}
    return tuple(begun) if len(begun) == 1 else ()


@lru_cache(maxsize=1024)
def contracted(text: str) -> tuple[Word, ...]:
    """«кв-л», «п-дие», «н/б»: the one word that begins and ends so; with a stroke only a month is written."""
    first, sign, last = re.split("([-/])", text)
    allowed = _STROKED_KINDS if sign == "/" else _CONTRACTED_KINDS
    meant = {
        word
        for form, word in FORMS.items()
        if word.kind in allowed and form.startswith(first) and form[len(first) + 1 :].endswith(last)
    }
    return tuple(word._replace(mended=word.kind in _DATING) for word in meant) if len(meant) == 1 else ()


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[Word, ...]:
    """What a lower-case run of letters («ё» already «е») means: usually one word, none when it is unknown."""
    if re.search("[а-я]", text) or not re.search("[^aceopxykmthb]", text):
        text = text.translate(_LOOKALIKES)
    if words := known(text):
        return words
    mended = _mended(text)
    return (mended,) if mended else ()
