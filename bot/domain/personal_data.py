"""What in a report looks like a pupil's own data: a name, a phone, a birth date, a number of insurance.

It only warns: the words stay as they are, and their author decides. Adults at work, whom reports name
with their role or with a patronymic, and those after whom schools and streets are named, are let pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath


class NamePart(StrEnum):
    FIRST = "first"
    LAST = "last"
    PATRONYMIC = "patronymic"


class Sign(StrEnum):
    """What a person is warned of."""

    NAME = "name"
    PHONE = "phone"
    BIRTH = "birth"
    INSURANCE = "insurance"  # СНИЛС


@dataclass(frozen=True, slots=True)
class Finding:
    sign: Sign
    words: str  # as they stand in the text


# Which parts of a person's name a word may be; it is asked with the word's own capitals.
PartsOf = Callable[[str], frozenset[NamePart]]

_PHONE = re.compile(
    r"(?<![\w№-])(?:(?:\+?7|8)[\s(-]{0,2}(?!800)\d{3}[\s)-]{0,2}|9\d{2}-)\d{3}[\s-]?\d{2}[\s-]?\d{2}(?![\w-])"
)
_INSURANCE = re.compile(r"(?<![\w-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\w-])")
_DATE = (
    r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2} (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\w* \d{4})"
)
_BIRTH = re.compile(
    rf"(?:{_DATE}|\b(?:19|20)\d\d)\s*(?:г\.?\s?р\b|года рожд)"
    rf"|(?:\bд\.\s?р|\b(?:дата|день) рожд\w*|\bродил(?:ся|ась))\W*(?:\w+\W+){{0,2}}?{_DATE}",
    re.IGNORECASE,
)

_TOKEN = re.compile(
    r"(?P<mark>(?<![\w.,])(?:1[01]|[1-9])(?:\s?[-–]?\s?[«\"]?[А-ЯЁ][»\"]?|[а-яё])(?![\w.]))"
    r"|(?P<initial>\b[А-ЯЁ](?:\.|(?=\s+(?:1[01]|[1-9])[А-ЯЁа-яё]\b)|$))"
    r"|(?P<word>[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*)"
    r"|(?P<stop>[!?;:\n]|\.(?=\s|$))"
    r"|(?P<other>[^\s])"
)
# After these a full stop ends no sentence.
_SHORT = frozenset(
    (
        "им",
        "ул",
        "г",
        "кл",
        "уч",
        "обуч",
        "зам",
        "дир",
        "ст",
        "пед",
        "тел",
        "стр",
        "д",
        "пр",
        "т",
        "е",
        "к",
        "п",
    )
)

_PUPIL = re.compile(
    r"учени[кцч]|ученик|обучающ(?:ий|ая|его|ую|ему|ей|им)|учащ(?:ий|ая|его|ую|ему|ей)ся|школьни[кц]|воспитанни[кц]"
    r"|реб[её]н|дет(?:и|ей|ям)$|мальчик|девочк|сын|дочь|дочер|опекаем|одноклассни|неуспевающ|двоечни|отлични[кц]|медалист"
)
_ADULT = re.compile(
    r"учител|педагог|преподават|директор|зам(?:ест|$)|завуч|методист|психолог|логопед|дефектолог|тьютор|библиотекар"
    r"|воспитател|вожат|руководител|куратор|эксперт|координатор|наставни|специалист|инспектор|тренер|спикер|лектор"
    r"|ведущ|докладчик|профессор|доцент|кандидат|доктор|врач|фельдшер|председател|глав[аыеу]$|начальник|депутат"
    r"|ветеран|писател|поэт|художник|композитор|автор|уч[её]н(?:ый|ого)|космонавт|геро[йя]"
    r"|выступил|составил|подготовил|провел|провёл|ответствен|исполнител|согласован|утвержд|подписал|вел[аи]?$|жюри"
    # Whom something is named after, or who wrote it.
    r"|имен[иь]$|им$|памят|улиц|ул$|музе|творчеств|роман(?:а|у|ы|ов)?$|произведени|сказк|стих|методик|теорем|закон"
    r"|чтени[яй]|рассказ|повест|пьес|рожден|дом\w*-музе"
)
_NEAR = 4  # words


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    words: str
    start: int
    end: int


def find_personal_data(text: str, parts_of: PartsOf) -> tuple[Finding, ...]:
    """What a person should look at once more before the text is sent; empty for most texts."""
    found = [
        Finding(sign, match[0].strip())
        for sign, pattern in ((Sign.PHONE, _PHONE), (Sign.BIRTH, _BIRTH), (Sign.INSURANCE, _INSURANCE))
        for match in pattern.finditer(text)
    ]
    for sentence in _sentences(text):
        for first, last in _runs(sentence, parts_of):
            if _is_pupils(sentence, first, last, parts_of):
                found.append(Finding(Sign.NAME, text[sentence[first].start : sentence[last - 1].end]))
    return tuple(dict.fromkeys(found))


def file_words(name: str) -> str:
    """A file's name as words: «Иванов_Петя_7А.pdf» → «Иванов Петя 7А»."""
    stem = PurePath(name).stem if len(PurePath(name).suffix) <= 5 else name
    return re.sub(r"[_+]+", " ", stem)


def _sentences(text: str) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = _Token(match.lastgroup or "", match[0], match.start(), match.end())
        short = sentence and sentence[-1].words.lower() in _SHORT
        if token.kind == "stop" and not (token.words in ".:" and (short or token.words == ":")):
            yield sentence
            sentence = []
        elif token.kind != "stop":
            sentence.append(token)
    yield sentence


def _runs(sentence: Sequence[_Token], parts_of: PartsOf) -> Iterator[tuple[int, int]]:
    """Neighbouring words and initials that may make up one name."""
    first = 0
    while first < len(sentence):
        last = first
        while last < len(sentence) and last - first < 3 and _belongs(sentence[last], parts_of):
            last += 1
        if last > first:
            yield first, last
        first = max(last, first + 1)


def _belongs(token: _Token, parts_of: PartsOf) -> bool:
    return token.kind == "initial" or (token.kind == "word" and bool(parts_of(token.words)))


def _is_pupils(sentence: Sequence[_Token], first: int, last: int, parts_of: PartsOf) -> bool:
    name = sentence[first:last]
    words = [token for token in name if token.kind == "word"]
    initials = len(name) - len(words)
    parts = [parts_of(token.words) for token in words]
    near = sentence[max(0, first - _NEAR) : first], sentence[last : last + _NEAR]
    noun, adult = _nearest(near, _PUPIL), _nearest(near, _ADULT)
    # «Учитель 7А класса Иванова»: a class alone makes no pupil of an adult.
    if not words or adult <= min(noun, _NEAR):
        return False
    pupil = min(noun, _nearest(near, None))
    capital = all(token.words[0].isupper() for token in words)
    if initials >= 2 or any(NamePart.PATRONYMIC in part for part in parts):
        return pupil <= _NEAR
    if len(words) >= 2:
        full = any(
            NamePart.FIRST in one and NamePart.LAST in other for one, other in (parts[:2], parts[1::-1])
        )
        return full and (capital or pupil <= _NEAR)
    if initials:
        return capital and (NamePart.FIRST in parts[0] or pupil <= _NEAR)
    begins = first == 0 and not (last < len(sentence) and sentence[last].kind in ("mark", "other"))
    return capital and not begins and pupil <= 2


def _nearest(near: tuple[Sequence[_Token], Sequence[_Token]], role: re.Pattern[str] | None) -> int:
    """How many words away from a name a word of the role stands, or, of None, a class; else too far."""
    before, after = near
    places = [
        place
        for side in (before[::-1], after)
        for place, token in enumerate((t for t in side if t.kind != "other"), 1)
        if (role is None and token.kind == "mark")
        or (role and token.kind == "word" and role.match(token.words.lower()))
    ]
    return min(places, default=_NEAR + 1)
