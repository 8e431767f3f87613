"""Responsible parties that are half a name, a slip of another one, or owe no such paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.plan import Fix, FixField, Party
from bot.reading.lint.facts import WORD, Facts, Found, Line
from bot.reading.morphology import is_known, parses
from bot.reading.party_likeness import is_slip
from bot.reading.party_words import PUBLIC_BODIES

_MISREAD = {"общественные": "общеобразовательные", "общественных": "общеобразовательных"}
_OFTEN = 3  # times a full name stands in the plan before half of it is known by it
_SAME_WORDS = 4  # words of a name of which one may differ
_TEACHER = re.compile(r"(?:учител|педагоги?\b(?!-)|классны\w+\s+руковод)", re.IGNORECASE)
# The papers that a teacher may be asked for are the ministry's list (law 273-FZ, article 47, part 6.2):
# work programmes, class registers, the form master's plan, a pupil's character.
_PAPER = re.compile(
    r"\b(?:отч[её]т|справк|аналитическ\w+\s+(?:справк|записк|отч)|портфолио|диагностическ\w+\s+карт|мониторинг"
    r"|карт[аы]\s+наблюден|план\w*\s+(?!воспитательн)(?:работы|мероприятий|самообразован|индивидуальн))\w*",
    re.IGNORECASE,
)
_OF_HEADS = re.compile(r"\s+(?:зам|директор|администраци|завуч|методист|руководител\w+\s+шмо)", re.IGNORECASE)
_BY_TEACHERS = re.compile(
    r"\b(?:составлени|разработк|подготовк|заполнени|ведени|написани|предоставлени|сдач)\w*\s[^.;]{0,40}?"
    r"\b(?:учителями|педагогами|классными\s+руководителями)\b[^.;]{0,40}?"
    r"\b(?:планов|плана|отч[её]т|справ|портфолио|диагностическ)\w*",
    re.IGNORECASE,
)

Name = tuple[str, ...]


def check_parties(facts: Facts) -> Iterator[Found]:
    parties = [party.text for line in facts.lines for party in line.item.parties]
    schools = any(PUBLIC_BODIES.search(text) is None for text in parties)
    names = _Names(parties)
    for line in facts.lines:
        for party in line.item.parties:
            if schools and PUBLIC_BODIES.search(party.text):
                yield Found(line.index, "wrong_word", party.text, _misread(line, party))
            elif full := names.cut(party.text):
                yield Found(line.index, "party_cut", party.text, _replaced(line, party.text, full))
            elif right := names.slip(party.text):
                fix = _replaced(line, party.text, right)
                yield Found(line.index, "misspelt_word", f"{party.text} → {right}", fix)
            elif other := names.variant(party.text):
                yield Found(line.index, "party_variant", f"{party.text} / {other}")


def _misread(line: Line, party: Party) -> Fix:
    first, _, rest = party.text.partition(" ")
    right = _MISREAD.get(first.lower(), first)
    return _replaced(line, party.text, f"{right.capitalize() if first[0].isupper() else right} {rest}")


def _replaced(line: Line, old: str, new: str) -> Fix:
    return Fix(FixField.RESPONSIBLE, line.item.responsible_text.replace(old, new))


class _Names:
    """The names of a plan's parties, each as its words without signs and case."""

    def __init__(self, parties: Sequence[str]) -> None:
        self._count = Counter(filter(None, map(_words, parties)))
        self._texts = {_words(text): text for text in parties}
        self._often = [name for name, n in self._count.items() if n >= _OFTEN]
        # Plans that write «руководителям» throughout mean it so.
        self._in_nominative = sum(map(_is_nominative, self._count)) * 4 >= len(self._count) * 3
        self._near: dict[Name, list[Name]] = {}
        for name in self._count:
            for key in (*_masked(name), *_shortened(name)):
                self._near.setdefault(key, []).append(name)

    def cut(self, text: str) -> str:
        """The whole name of which ``text`` is a piece: «Руководители» of what, organisations' whom?"""
        name = _words(text)
        if not name or self._count[name] > 1 or "." in text:
            return ""
        headless = self._in_nominative and not _is_nominative(name)
        lone_head = len(name) == 1 and text[1:].islower()
        whole = [
            full
            for full in self._often
            if len(full) > len(name)
            and ((headless and full[-len(name) :] == name) or (lone_head and full[: len(name)] == name))
        ]
        return self._texts[max(whole, key=self._count.__getitem__)] if whole else ""

    def slip(self, text: str) -> str:
        """The name that stands more often and differs in one letter of a word that is in no dictionary."""
        name = _words(text)
        for other, count in self._count.items():
            if count > self._count[name] and len(other) == len(name):
                apart = [pair for pair in zip(name, other, strict=True) if pair[0] != pair[1]]
                if len(apart) == 1 and is_slip(*apart[0]) and not is_known(apart[0][0]):
                    return self._texts[other]
        return ""

    def variant(self, text: str) -> str:
        """Another name of the plan that has one common word more or another one instead."""
        name = _words(text)
        others = [other for key in (name, *_masked(name)) for other in self._near.get(key, ())]
        others += [other for other in _shortened(name) if other in self._count]
        # Of two names the rarer one is doubted.
        oftener = (other for other in others if (self._count[other], other) > (self._count[name], name))
        return next((self._texts[other] for other in oftener), "")


def _words(text: str) -> Name:
    return tuple(word.lower() for word in WORD.findall(text))


def _masked(name: Name) -> Iterator[Name]:
    """The name with each of its common adjectives left out; what names a place is none of them."""
    if len(name) >= _SAME_WORDS:
        for place, word in enumerate(name):
            tag = parses(word)[0].tag
            if place and "ADJF" in tag and "Geox" not in tag:
                yield (*name[:place], "", *name[place + 1 :])


def _shortened(name: Name) -> Iterator[Name]:
    """The name without one of its words; the first says what it is the name of."""
    if len(name) >= _SAME_WORDS:
        yield from ((*name[:place], *name[place + 1 :]) for place in range(1, len(name)))


def _is_nominative(name: Name) -> bool:
    """Its first word may stand in the nominative; abbreviations and names always may."""
    return any(
        parse.tag.case in (None, "nomn") or {"Abbr", "Fixd"} & set(parse.tag.grammemes)
        for parse in parses(name[0])
    )


def check_papers(facts: Facts) -> Iterator[Found]:
    for line in facts.lines:
        owed = next((party.text for party in line.item.parties if _TEACHER.match(party.text)), "")
        paper = _PAPER.search(line.item.result)
        others = paper and _OF_HEADS.match(line.item.result, paper.end())  # «справка заместителя директора»
        if owed and paper and not others and len(line.item.parties) == 1:
            yield Found(line.index, "teacher_paper", paper[0])
        elif match := _BY_TEACHERS.search(line.item.title):
            yield Found(line.index, "teacher_paper", match[0])
