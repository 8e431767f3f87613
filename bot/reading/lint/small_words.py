"""Prepositions and conjunctions that are lost, too many, or in another form than the next word wants.

As with all slips only what is sure is named: each with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pymorphy3.analyzer import Parse  # type: ignore[import-untyped]  # it ships no types

from bot.reading.lint.facts import WORD, Facts, Found, written
from bot.reading.lint.slips import Slip
from bot.reading.morphology import is_known, parses

_VOWEL = "аеёиоуыэюя"
_ABOUT = re.compile(r"\b([Оо]) (?=[аиоуэ][а-яё]{2})")
_INTO = re.compile(rf"\b[Вв]о (?=[^{_VOWEL}\W])([а-яё][{_VOWEL}][а-яё]+)")
# Papers that are about something: a locative behind them has lost its «о».
_PAPER_ABOUT = re.compile(
    r"\b(?:отч[её]т|доклад|справк[аи]|информаци[яи]|приказ|распоряжение|сведения|сообщение|письмо)"
    r" ([а-яё]+[ая]х)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\bв соответстви[еи] ((?:[а-яё]+ ){0,3}?[а-яё]+[ая]м)\b", re.IGNORECASE)
_ON_BOTH = re.compile(r"\bпо ((?:[а-яё]+ ){0,2})([а-яё]{4,}) и ([а-яё]{4,})\b", re.IGNORECASE)
_WITH_LOCATIVE = frozenset({"в", "во", "на", "о", "об", "обо", "при", "по"})
_SENTENCE_END = re.compile(r"(?<=[а-яё]{4})[.;!?]")  # no abbreviation's
_CLUSTER = re.compile(rf"[сзшж][^{_VOWEL}]")  # «со стандартами»


def misplaced(text: str) -> Iterator[Slip]:
    for match in _ABOUT.finditer(text):
        yield Slip(match.start(1), match.end(1), f"{match[1]}б")
    for match in _INTO.finditer(text):
        if is_known(f"в{match[1]}"):  # «во неурочную»
            yield Slip(match.start(1), match.end(1), f"в{match[1]}")
    for match in _PAPER_ABOUT.finditer(text):
        if _is_locative(match[1]):
            about = "об" if match[1][0] in "аиоуэ" else "о"
            yield Slip(match.start(1), match.end(1), f"{about} {match[1]}")
    for match in _ACCORDING.finditer(text):
        if right := _with(match[1].split()):
            yield Slip(match.start(1), match.end(1), right)
    for match in _ON_BOTH.finditer(text):
        if right := _on_both(match):
            yield Slip(match.start(3), match.end(3), right)


def check_lost(facts: Facts) -> Iterator[Found]:
    """«успеваемость учащихся 4 классах»: no preposition before it in the sentence asks for a locative."""
    for line in facts.lines:
        sentences = (s for _, text in written(line.item) for s in _SENTENCE_END.split(text))
        if about := next(filter(None, map(_lonely_locative, sentences)), ""):
            yield Found(line.index, "wrong_word", about)


def _lonely_locative(sentence: str) -> str:
    if _PAPER_ABOUT.search(sentence):
        return ""  # mended
    words = list(WORD.finditer(sentence))
    for place, word in enumerate(words):
        if word[0].lower() in _WITH_LOCATIVE:
            return ""
        if place and word[0].endswith(("ах", "ях")) and _is_locative(word[0]):
            return sentence[words[place - 1].start() : word.end()]
    return ""


def _is_locative(word: str) -> bool:
    return is_known(word) and all(
        {"NOUN", "loct", "plur"} <= parse.tag.grammemes for parse in parses(word.lower())
    )


def _on_both(match: re.Match[str]) -> str:
    """«по русскому языку и математики»: what «по» asks of the first noun it asks of the second."""
    first, second = (parses(word.lower()) for word in match.group(2, 3))
    if any(p.tag.POS != "NOUN" for p in (*first, *second)) or "datv" in {p.tag.case for p in second}:
        return ""
    if any(p.tag.case == "gent" for p in first) or not any(p.tag.case == "datv" for p in first):
        return ""
    forms = {form.word for p in second if p.tag.case == "gent" and (form := p.inflect({"datv"}))}
    return forms.pop() if len(forms) == 1 else ""


def _with(words: list[str]) -> str:
    """«современным требованиям» → «с современными требованиями»; "" where these are no such words."""
    *adjectives, noun = (_dative(word) for word in words)
    if noun is None or noun.tag.POS != "NOUN":
        return ""
    if any(each is None or each.tag.POS not in ("ADJF", "PRTF") for each in adjectives):
        return ""
    forms = [each.inflect({"ablt"}) for each in (*adjectives, noun) if each]
    if any(form is None for form in forms):
        return ""
    found = " ".join(form.word for form in forms)
    return f"{'со' if _CLUSTER.match(found) else 'с'} {found}"


def _dative(word: str) -> Parse | None:
    return next((p for p in parses(word.lower()) if {"datv", "plur"} <= set(p.tag.grammemes)), None)
