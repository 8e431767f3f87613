"""Words that are right each by itself and wrong together: an ending, a hyphen, a preposition.

Only what is sure is named: no reading of one word agrees with any reading of the other, nothing else in the
sentence may be what it belongs to, and one change of one letter puts it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from pymorphy3.analyzer import Parse  # type: ignore[import-untyped]  # it ships no types

from bot.reading.lint.facts import WORD, Facts, Found, written
from bot.reading.lint.slips import Slip, is_one_slip
from bot.reading.morphology import is_known, parses

_CASE = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}  # rarer forms of the same cases
_NO_NOUN = frozenset({"Abbr", "Fixd", "Name", "Surn", "Patr", "Sgtm"})
# Adjectives that stand for a noun: «ответственные школы», «лучшее района», «переменные среды».
_LIKE_NOUNS = frozenset(
    WORD.findall(
        "ответственный заведующий участвующий нуждающийся дежурный старший младший главный новый лучший "
        "молодой одарённый одаренный трудный сильный слабый переменный постоянный производный"
    )
)
_SMALL = frozenset({"PREP", "CONJ", "PRCL"})
# Participles that mean people by themselves: «педагогов, учащиеся которых …».
_LIKE_PEOPLE = re.compile(
    r"(?:об)?уча(?:ю)?щи|\w+щие(?:ся)? котор|(?:нуждаю|служа|трудя|заведую|управляю)щи", re.IGNORECASE
)
_FURTHER = 6  # words behind an adjective among which its noun may stand: «необходимое школам оборудование»
# Before an adjective: it is one of several («начальная и основная школы») or a number's («два новых»).
_SHARED = re.compile(
    r"(?:,|\b(?:и|или|либо|а|как|дв[ае]|три|четыре|оба|обе|полтор\w+|\d+))\s*$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;:!?()«»\"\n]")
_JOINED = re.compile(r"\b([а-яё]{4,}) и ([а-яё]{4,})\b")
_APPOSED = re.compile(
    r"\b((?:учител|преподавател)[а-яё]+) ((?:предметник|логопед|дефектолог|новатор|стажист)[а-яё]*)"
    r"|\b(педагог[а-яё]*) ((?:предметник|психолог|логопед|дефектолог|организатор|новатор|стажист)[а-яё]*)"
    r"|\b(школ[а-яё]*) ((?:лидер|партн[её]р|участниц|наставник)[а-яё]*)"
    r"|\b(семинар[а-яё]*) (практикум[а-яё]*)",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\bв (течении)(?= (?:(?:вс|эт|одн|дв|тр|перв|втор|уч|календарн|летн|кажд|\d)\S* )?"
    r"(?:год|месяц|недел|четверт|полугоди|квартал|период|дн[яе]|суток|лет)\w*)",
    re.IGNORECASE,
)


def disagreements(text: str) -> Iterator[Slip]:
    """What to write instead, each place at most once."""
    words = list(WORD.finditer(text))
    for place, (first, second) in enumerate(pairwise(words)):
        between = text[first.end() : second.start()]
        if between == " " and first[0][1:].islower() and second[0].islower():
            yield from _adjective(text, words, place)
        elif between in (", ", ","):
            yield from _participle(text, words, place)
    for match in _APPOSED.finditer(text):
        post, kind = filter(None, match.groups())
        if _agrees(_nouns(post), _nouns(kind), gender=False):
            yield Slip(match.start(), match.end(), f"{post}-{kind}")
    for match in _DURING.finditer(text):
        yield Slip(match.start(1), match.end(1), f"{match[1][:-1]}е")


def check_joined(facts: Facts) -> Iterator[Found]:
    """«методических и объединений»: an «и» too many, or a noun lost."""
    for line in facts.lines:
        found = (place for _, text in written(line.item) if (place := _joined_to_its_noun(text)))
        if about := next(found, ""):
            yield Found(line.index, "wrong_word", about)


def _joined_to_its_noun(text: str) -> str:
    for match in _JOINED.finditer(text):
        things = [parse for parse in _nouns(match[2]) if "inan" in parse.tag]
        if _agrees(_adjectives(match[1]), things) and not _SHARED.search(text[: match.start()]):
            return match[0]
    return ""


def _adjective(text: str, words: Sequence[re.Match[str]], place: int) -> Iterator[Slip]:
    """«Общеобразовательное организации»: one of the two is one letter away from what agrees."""
    first, second = words[place], words[place + 1]
    adjective, noun = _adjectives(first[0]), _nouns(second[0])
    if not adjective or not noun or _agrees(adjective, noun) or _SHARED.search(text[: first.start()]):
        return
    if place and _adjectives(words[place - 1][0]):
        return
    of_it = any({"inan", "gent"} <= parse.tag.grammemes for parse in noun)
    if of_it and any(parse.normal_form in _LIKE_NOUNS for parse in adjective):
        return
    further = (parses(word[0].lower()) for word in words[place + 2 : place + 2 + _FURTHER])
    if any(_agrees(adjective, others) for others in further):
        return
    right = [(first, form) for form in _forms(adjective, noun, first[0])]
    right += [(second, form) for form in _forms(noun, adjective, second[0])]
    if len(right) == 1:
        yield from (Slip(word.start(), word.end(), form) for word, form in right)


def _participle(text: str, words: Sequence[re.Match[str]], place: int) -> Iterator[Slip]:
    """«по вопросам, связанных с …»: no word of the sentence before the comma has the participle's case."""
    before, word = words[place], words[place + 1]
    participle = _readings(word[0], "PRTF", "ADJF")
    noun = _nouns(before[0])
    if not participle or not noun or _agrees(participle, noun) or _LIKE_PEOPLE.match(text, word.start()):
        return
    if _begins_anew(participle, next((other[0] for other in words[place + 2 : place + 3]), "")):
        return
    begin = max((match.end() for match in _SENTENCE.finditer(text, 0, before.start())), default=0)
    within = [other[0] for other in words[:place] if other.start() >= begin]
    if any(_may_rule(other, above, participle) for above, other in pairwise(["", *within])):
        return
    right = _endings(participle, noun, word[0])
    if len(right) == 1:
        yield Slip(word.start(), word.end(), right.pop())


def _begins_anew(participle: Sequence[Parse], below: str) -> bool:
    """«…, создаваемая часть …», «…, отправленное исправить …»: it is of what follows, or stands for it."""
    if any("neut" in parse.tag for parse in participle):
        return True
    passive = any("pssv" in parse.tag for parse in participle)  # no object of its own can follow
    return passive and bool(below) and _agrees(participle, _nouns(below) or _adjectives(below))


def _may_rule(word: str, above: str, participle: Sequence[Parse]) -> bool:
    """Abbreviations and unknown words may have any case; those behind an adjective or a noun have its."""
    if (len(word) > 1 and not word[1:].islower()) or not is_known(word):
        return True
    found = parses(word.lower())
    if found[0].tag.POS in _SMALL:
        return False
    if adjective := _adjectives(above) if above else ():
        found = [parse for parse in found if _agrees(adjective, [parse])] or found
    elif above and _nouns(above):  # «программ развития»
        found = [parse for parse in found if parse.tag.case == "gent"] or found
    return _agrees(participle, found)


def _readings(word: str, *parts: str) -> Sequence[Parse]:
    """All readings of a known word, if every one is of these parts of speech, one of the first; else none."""
    found = parses(word.lower()) if is_known(word) else ()
    kinds = {parse.tag.POS for parse in found}
    return found if parts[0] in kinds and kinds <= set(parts) else ()


@lru_cache(maxsize=8192)  # a plan says the same few thousand words
def _adjectives(word: str) -> Sequence[Parse]:
    found = _readings(word, "ADJF")
    return () if any({"Apro", "Subx"} & set(parse.tag.grammemes) for parse in found) else found


@lru_cache(maxsize=8192)
def _nouns(word: str) -> Sequence[Parse]:
    found = _readings(word, "NOUN")
    return () if any(_NO_NOUN & set(parse.tag.grammemes) for parse in found) else found


def _agrees(some: Iterable[Parse], others: Sequence[Parse], *, gender: bool = True) -> bool:
    return any(_fits(a, b, gender=gender) for a in some for b in others)


def _fits(a: Parse, b: Parse, *, gender: bool) -> bool:
    if _case(a) != _case(b) or a.tag.number != b.tag.number:
        return False
    if _case(a) == "accs" and {a.tag.animacy, b.tag.animacy} == {"anim", "inan"}:
        return False
    if not gender or a.tag.number == "plur":
        return True
    return a.tag.gender == b.tag.gender or None in (a.tag.gender, b.tag.gender)


def _case(parse: Parse) -> str | None:
    case: str | None = parse.tag.case
    return _CASE.get(case, case) if case else None


def _forms(of: Sequence[Parse], to: Sequence[Parse], word: str) -> set[str]:
    """The forms of a word that agree with the other and are one slip from what is written."""
    found = [form for parse in of for form in parse.lexeme if _agrees([form], to)]
    return _kept([form for form in found if is_one_slip(word.lower(), form.word)], of, word)


def _endings(of: Sequence[Parse], to: Sequence[Parse], word: str) -> set[str]:
    """The forms of a participle that agree with the other and differ in their ending alone."""
    stem = word.lower().removesuffix("ся")[:-2]
    found = [form for parse in of for form in parse.lexeme if form.word.startswith(stem)]
    return _kept([form for form in found if _agrees([form], to)], of, word)


def _kept(found: Sequence[Parse], of: Sequence[Parse], word: str) -> set[str]:
    """Of these forms those in the case that is written, if any: the ending is wrong, seldom the case too."""
    cases = set(map(_case, of))
    kept = [form for form in found if _case(form) in cases]
    right = {form.word for form in kept or found}
    return {form.capitalize() if word[0].isupper() else form for form in right}
