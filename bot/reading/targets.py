"""Targets in the words of a result column: «не менее 3-х педагогов от каждой ОО», «снижение доли …».

A number alone is no target: there are years, classes and clauses of laws. It needs a bound before it
(«не менее»), a place after it («от каждой ОО») or a percent sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.targets import Measure, Target
from bot.reading.morphology import parses

_ONES = (
    *("один", "два", "три", "четыре", "пять", "шесть"),
    *("семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать"),
)
_TENS = (
    *("десять", "двадцать", "тридцать", "сорок", "пятьдесят"),
    *("шестьдесят", "семьдесят", "восемьдесят", "девяносто", "сто"),
)
_TOGETHER = ("двое", "трое", "четверо", "пятеро")
_WORD_NUMBERS = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=1)},
    **{word: number for number, word in enumerate(_TOGETHER, start=2)},
    "оба": 2,
    "пятнадцать": 15,
}
_PARTS = {"половина": 50, "треть": 33, "четверть": 25}
_MOST = 100_000

_FLOOR = (
    r"не\s+(?:менее|меньше|ниже)(?:\s+чем)?(?:\s+(?:у|для|в))?"
    r"|как\s+минимум|минимум|более(?:\s+чем)?|больше|свыше|выше"
)
_CEILING = r"не\s+(?:более|больше|выше)(?:\s+чем)?|максимум|менее|меньше|ниже"
_AMOUNT = r"\d[\d ]{0,6}(?:\s*[-–—…]\s*\d+)?(?:\s*-?\s*(?:х|ти|и|ми|го)\b)?|от\s+\d+\s+до\s+\d+|[а-яё]+"
_PERCENT = r"%|процент\w*"
_FOUND = re.compile(
    rf"(?P<ceiling>\b(?:{_CEILING})\s+)?(?P<floor>\b(?:{_FLOOR})\s+)?(?<![\w.,№/])(?P<before>(?:до|на|по)\s+)?"
    rf"(?P<amount>{_AMOUNT})\s*(?P<percent>{_PERCENT})?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.;]|\.(?!\s+[А-ЯЁ]|\s*$)|;(?!\s))+")
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_SCHOOL = re.compile(
    r"(?:школ|гимнази|лице|образовательн\w+ (?:организац|учрежден)|оо$|оу$|шнор$)", re.IGNORECASE
)
_EACH = re.compile(
    r"\s*(?:от|из|в|с|на|для)\s+(?:(?:кажд|люб)\w+\s+)?(?:ОО|ОУ|ОБОУ|школ[ыуе]|организаци|учреждени|образовательн)"
)
_DISTRICT = re.compile(r"\s*(?:район|муниципал|округ|город|област|все\w* школ|от \w*\s?район)", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\b(?P<down>снижени[ея]|уменьшени[ея]|сокращени[ея])|\b(?P<up>повышени[ея]|увеличени[ея]|рост|прирост)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?:\s+на\s+\d+\s*(?:%|процент\w*))?"
    r"\s+(?:(?:количеств|числ|численност|дол|процент|удельн\w+ вес|охват|средн\w+ балл)\w*"
    r"|правонарушений|преступлений|пропусков|неуспевающих|второгодников|отсева)\b",
    re.IGNORECASE,
)
_BY = re.compile(rf"\bна\s+(\d+)\s*(?:{_PERCENT}|чел\w*)", re.IGNORECASE)
_ALL = re.compile(r"\s*от\s+(?:обще\w+\s+)?(?:числа|количества|численности)\s+(?:всех\s+)?", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:\s*(?:и|,)\s*\d+\s+[а-яё]+)*", re.IGNORECASE)
# People whose names are adjectives by birth, or who are counted as one body.
_PEOPLE = re.compile(r"(?:учащ|обучающ|неуспевающ|слабоуспевающ|воспитанник|семь|семей)", re.IGNORECASE)
# How often and how long is no target of people's work.
_UNITS = {"раз", "час", "минута", "день", "неделя", "месяц", "год", "лето", "балл", "рубль", "процент"}


class _Whom(NamedTuple):
    words: str  # «социальных педагогов»; "" where no noun follows
    head: str  # its noun
    animate: bool
    end: int


def read_targets(result: str) -> tuple[Target, ...]:
    """The targets of a result column in their order; a column without any gives none."""
    text = " ".join(result.split())
    return tuple(
        dict.fromkeys(
            target
            for sentence in _SENTENCE.finditer(text)
            for target in _of_sentence(sentence[0].strip(" ."))
        )
    )


def _of_sentence(sentence: str) -> Iterator[Target]:
    found = False
    start = 0
    for match in _FOUND.finditer(sentence):
        if target := _counted(sentence, match, start):
            found, start = True, match.end()
            yield target
    if not found and (direction := _directed(sentence)):
        yield direction


def _counted(sentence: str, match: re.Match[str], start: int) -> Target | None:
    number = _number(match["amount"])
    before = (match["before"] or "").strip().lower()
    if number is None or (before == "на" and match["percent"]):
        return None
    of_all = _ALL.match(sentence, match.end())
    whom = _whom(sentence, of_all.end() if of_all else match.end())
    floor, ceiling = bool(match["floor"]), bool(match["ceiling"])
    part = match["amount"].lower().strip() if not match["percent"] else ""
    share = bool(match["percent"]) or bool(_part(part) and floor)
    rest = _AND_OTHERS.sub("", sentence[whom.end :], count=1)
    if share:
        return _percent(sentence, match, whom, start, number=_part(part) or number)
    if not whom.words or not (floor or ceiling or _EACH.match(rest)):
        return None
    measure = _measure(whom)
    if measure is Measure.THINGS and _lemma(whom.head.lower()) in _UNITS:
        return None
    return Target(
        words=_words(sentence),
        measure=measure,
        number=number,
        whom=whom.words,
        ceiling=ceiling,
        whole_district=measure is Measure.SCHOOLS or bool(_DISTRICT.match(rest)),
    )


def _measure(whom: _Whom) -> Measure:
    if whom.animate:
        return Measure.PEOPLE
    return Measure.SCHOOLS if _SCHOOL.match(whom.head) else Measure.THINGS


def _percent(sentence: str, match: re.Match[str], whom: _Whom, start: int, *, number: int) -> Target | None:
    if number > 100 and not match["ceiling"]:
        return None
    of_schools = bool(whom.words and _SCHOOL.match(whom.head))
    measure = Measure.SCHOOLS_SHARE if of_schools else Measure.SHARE if whom.animate else Measure.PERCENT
    said = sentence[start : match.start()] if measure is Measure.PERCENT else sentence
    until = (match["before"] or "").strip().lower() == "до"
    falls = until and bool((found := _DIRECTION.search(said)) and found["down"])
    return Target(
        words=_words(said)
        if measure is not Measure.PERCENT
        else f"{_words(said)} {match[0].strip()} {whom.words}".strip(),
        measure=measure,
        number=number,
        whom=whom.words,
        ceiling=bool(match["ceiling"]) or falls,
        whole_district=of_schools or bool(_DISTRICT.match(sentence[whom.end :])),
    )


def _directed(sentence: str) -> Target | None:
    """A direction of something that is counted: of a share, a number, of offences."""
    for match in _DIRECTION.finditer(sentence):
        if _MEASURED.match(sentence, match.end()):
            by = _BY.search(sentence, match.end())
            return Target(
                words=_words(sentence[match.start() :]),
                measure=Measure.CHANGE,
                number=int(by[1]) if by else 0,
                ceiling=bool(match["down"]),
            )
    return None


def _number(amount: str) -> int | None:
    """The least that is meant: of «2–3» the first."""
    if digits := re.search(r"\d[\d ]*", amount):
        number = int(digits[0].replace(" ", ""))
        return number if 0 < number <= _MOST else None
    return _WORD_NUMBERS.get(_lemma(amount.lower())) or _part(amount.lower())


def _part(word: str) -> int | None:
    return _PARTS.get(_lemma(word)) if word.isalpha() else None


def _lemma(word: str) -> str:
    forms = [str(form.normal_form) for form in parses(word)]
    return next((form for form in forms if form in _WORD_NUMBERS or form in _PARTS), forms[0])


def _whom(sentence: str, start: int) -> _Whom:
    """The noun phrase right after the number: adjectives and their noun, and a second one after «и»."""
    kept: list[str] = []
    head, animate, end = "", False, start
    pending: list[str] = []
    position = start
    for match in _WORD.finditer(sentence, start):
        if sentence[position : match.start()].strip():
            break
        position = match.end()
        word = match[0]
        if word.lower() == "и" and head:
            pending = [word]
            continue
        if head and pending[:1] != ["и"]:
            break
        kind, alive = _kind(word)
        if kind == "adjective":
            pending.append(word)
            continue
        if kind != "noun" or (head and alive != animate):
            break
        kept += [*pending, word]
        pending, end = [], match.end()
        head, animate = head or word, alive
    return _Whom(" ".join(kept), head, animate, end)


def _kind(word: str) -> tuple[str, bool]:
    """«noun», «adjective» or «other», as they stand after a number, and whether the noun is of people."""
    if _SCHOOL.match(word):
        return "noun", False
    if _PEOPLE.match(word):
        return "noun", True
    for form in (
        form for form in parses(word.rpartition("-")[2].lower()) if form.tag.case in {"gent", "datv"}
    ):
        if form.tag.POS == "NOUN":
            return "noun", "anim" in form.tag
        if form.tag.POS in {"ADJF", "PRTF"}:
            return "adjective", False
    return "other", False


def _words(text: str) -> str:
    return text.strip(" ,;:–—-.").strip()
