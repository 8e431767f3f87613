"""Cells that are empty, cut off, or say once more what another one says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.deadlines import DeadlineKind
from bot.domain.plan import PlanColumn
from bot.reading.columns import Role
from bot.reading.lint.facts import WORD, Facts, Found, Line, written
from bot.reading.looks import is_blank, is_cut
from bot.reading.morphology import lemma, parses

_PAIRS = {"«": "»", "(": ")", "[": "]"}
_SIGN = re.compile(r"[«»()\[\]]")
_LIST_MARK = re.compile(r"(?:^|(?<=[\s:;,.(]))(?:\d{1,2}|[а-яa-z])\)")  # «1)», «а)»
_DOUBLED = re.compile(r"(?<![\w-])((?:[а-яё]+ ){0,5}[а-яё]{2,}) \1(?![\w-])", re.IGNORECASE)
_ABOUT = 80  # characters of a text that are quoted
_END = 40  # … of its end
_AROUND = 30  # … on each side of a sign
# Words that say only that something is done; the same two rows may differ in nothing else.
_DOING = frozenset(
    WORD.findall(
        "провести проведение проводить проведённый организация организовать организованный осуществление "
        "осуществить осуществлять осуществлённый обеспечение обеспечить обеспеченный выполнение выполнить "
        "выполненный реализация реализовать реализованный и в на по с со к о об от до за из для при через а "
        "или не"
    )
)
# Words that introduce what they stand before: «… в соответствии» with what?
_INTRODUCES = re.compile(
    r"(?:^|\s)(?:в\s+(?:соответстви[ие]|рамках|целях|связи|ходе|части|зависимости|отношении|том\s+числе)|согласно|путём"
    r"|с\s+(?:целью|уч[её]том|использованием|привлечением)|на\s+(?:основе|основании)|по\s+вопросам|за\s+сч[её]т"
    r"|посредством)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s*(?=[А-ЯЁ]|$)")
_REPEATED = 3  # words that make a title worth comparing
_COUNTED = re.compile(
    r"\b(?:рост|увеличени\w+|повышени\w+|снижени\w+|уменьшени\w+|сокращени\w+|охват)\s+(?:\w+\s+)?"
    r"(?:дол[иею]|количеств\w+|числ[аео]\w*|процент\w*|удельн\w+)|\bне\s+(?:менее|более|ниже|реже)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d|%|\b(?:один|одн\w+|дв[ауе]\w*|тр[иёе]\w*|четыр\w+|пят[ьи]\w*|половин\w+|треть\w*|все[хм]?)\b",
    re.IGNORECASE,
)


def check_empty(facts: Facts) -> Iterator[Found]:
    """What a row lacks; what no row has a column for is said once."""
    if facts.lines and not facts.extract.has_result:
        yield Found(None, "no_result_column")
    by_party = facts.has_column(PlanColumn.RESPONSIBLE) or any(line.item.parties for line in facts.lines)
    if facts.lines and not facts.dated:
        yield Found(None, "no_deadline_column")
    if facts.lines and not by_party:
        yield Found(None, "no_party_column")
    for line in facts.lines:
        if not line.item.title:
            yield Found(line.index, "no_title")
        if facts.dated and not line.raw.has_deadline:
            yield Found(line.index, "no_deadline")
        if by_party and not line.item.parties:
            yield Found(line.index, "no_party")
        if facts.extract.has_result and is_blank(line.item.result):
            yield Found(line.index, "no_result")


def check_cut(facts: Facts) -> Iterator[Found]:
    """A text that ends where no sentence can. A semicolon ends all rows of some plans, none of others."""
    semicolons = sum(line.item.title.endswith(";") for line in facts.lines)
    odd = semicolons * 5 < len(facts.lines)
    for line in facts.lines:
        if cut := _cut(line, odd_semicolon=odd):
            yield Found(line.index, "text_cut", cut[-_END:])
        elif line.item.responsible_text.endswith((",", ";")):
            yield Found(line.index, "list_cut", line.item.responsible_text[-_ABOUT:])


def _cut(line: Line, *, odd_semicolon: bool) -> str:
    for role in (Role.TITLE, Role.RESPONSIBLE, Role.RESULT, Role.PROBLEM):
        text = " ".join(line.raw.text(role).split())
        if role is Role.RESPONSIBLE:
            text = text.rstrip(" ,;")  # said by a code of its own
            if _lacks_noun(text):
                return text
        if is_blank(text):
            continue
        if is_cut(text) or (odd_semicolon and role is Role.TITLE and text.endswith(";")):
            return text
        sentences = _SENTENCE_END.split(text)
        if cut := next((s for s in sentences if _INTRODUCES.search(s) or _lacks_its_noun(s)), ""):
            return cut
    return ""


def _lacks_noun(text: str) -> bool:
    """«руководители школ с низкими»: a preposition and an adjective whose noun went with the page."""
    words = text.split()[-2:]
    if len(words) < 2 or not all(WORD.fullmatch(word) and word.islower() for word in words):
        return False
    before, last = (parses(word) for word in words)
    return "PREP" in before[0].tag and all("ADJF" in parse.tag for parse in last)


def _lacks_its_noun(sentence: str) -> bool:
    """«учителей с высшей и первой квалификационной»: several adjectives of one thing, and not the thing."""
    found = 0
    for word in reversed(sentence.split()):
        readings = parses(word.lower())
        if "PREP" in readings[0].tag:
            return found > 1
        if word != "и":
            found += 1
            one = all({"ADJF", "sing"} <= parse.tag.grammemes for parse in readings)
            if not one or any({"Subx", "Apro"} & parse.tag.grammemes for parse in readings):
                return False
    return False


def check_balance(facts: Facts) -> Iterator[Found]:
    for line in facts.lines:
        for _, text in written(line.item):
            marks = _LIST_MARK.sub(lambda mark: " " * len(mark[0]), text)
            place = _lonely_sign(marks)
            if place is not None and _lonely_sign(text) is not None:  # «(этап 1)» holds no mark of a list
                around = text[max(0, place - _AROUND) : place + _AROUND]
                yield Found(line.index, "unbalanced", around.strip())
                break


@dataclass(slots=True)
class _Open:
    sign: str
    place: int
    ended: bool = False  # a quote in it has ended, and perhaps it with that one: «Школа «Радуга»


def _lonely_sign(text: str) -> int | None:
    """Where a quote or a bracket stands without its fellow."""
    open_: list[_Open] = []
    for match in _SIGN.finditer(text):
        sign, place = match[0], match.start()
        if sign in _PAIRS:
            open_.append(_Open(sign, place))
        else:
            while open_ and open_[-1].ended and _PAIRS[open_[-1].sign] != sign:
                open_.pop()
            if not open_ or _PAIRS[open_[-1].sign] != sign:
                return open_[-1].place if open_ else place
            open_.pop()
            if open_ and open_[-1].sign == "«":
                open_[-1].ended = sign == "»"
    lonely = [each.place for each in open_ if not each.ended]
    return lonely[-1] if lonely else text.rindex('"') if text.count('"') % 2 else None


def check_doubled(facts: Facts) -> Iterator[Found]:
    """«для для школ», «План работы План работы»: a slip of the hand or of a copy."""
    for line in facts.lines:
        # Two parties on two lines may begin alike: «Классный руководитель», «Руководитель кружка».
        texts = (line.item.title, line.item.result, line.raw.text(Role.RESPONSIBLE))
        doubled = (match for text in texts for match in _DOUBLED.finditer(text) if not _begins_anew(match))
        if match := next(doubled, None):
            yield Found(line.index, "repeated_words", match[0][:_ABOUT])


def _begins_anew(match: re.Match[str]) -> bool:
    """«… руководитель Руководитель …»: a new sentence or name without a sign before it."""
    again = match.string[match.end(1) + 1]
    return again.isupper() and match[1][0].islower()


def check_repeats(facts: Facts) -> Iterator[Found]:
    """A result that only says the title again proves nothing; a title that stands twice is counted twice."""
    titles: dict[tuple[str, ...], Line] = {}
    for line in facts.lines:
        title, result = line.item.title.lower(), line.item.result.lower()
        if len(result) <= 2 * len(title) and _repeats(WORD.findall(result), WORD.findall(title)):
            yield Found(line.index, "result_repeats_title", line.item.result[:_ABOUT])
        words = tuple(re.findall(r"\w+", title))
        if len(words) >= _REPEATED:
            above = titles.setdefault(words, line)
            if above is not line and not _on_other_days(above, line):
                yield Found(line.index, "same_title", above.item.number or line.item.title[:_ABOUT])


def _on_other_days(above: Line, line: Line) -> bool:
    """Two days of one event are two rows rightly."""
    both = above.item.deadline, line.item.deadline
    return all(each.kind is DeadlineKind.DATE for each in both) and both[0].windows != both[1].windows


def _repeats(result: Iterable[str], title: Iterable[str]) -> bool:
    """Both begin with the same word of content, and the result has no other than the title."""
    contents = [_content(text) for text in (result, title)]
    first, of_title = (next(content, "") for content in contents)
    if not first or first != of_title:
        return False
    rest, of_title_rest = map(set, contents)
    return bool(rest) and rest <= {first, *of_title_rest}


def _content(words: Iterable[str]) -> Iterator[str]:
    return (word for word in map(lemma, words) if word not in _DOING)


def check_targets(facts: Facts) -> Iterator[Found]:
    """«Повышение доли учителей»: from how much to how much? Each sentence is asked by itself."""
    for line in facts.lines:
        for sentence in re.split(r"[.;]\s", line.item.result):
            if (match := _COUNTED.search(sentence)) and not _COUNT.search(sentence):
                yield Found(line.index, "target_without_number", sentence[match.start() :][:_ABOUT])
                break
