"""Which names in a text are pupils': by the words beside them, and by how a name is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class NamePart(StrEnum):
    FIRST = "first"
    LAST = "last"
    PATRONYMIC = "patronymic"
    LIKE_LAST = "like-last"  # by its ending alone; a place or a thing unless a first name stands by it


class NameBook(Protocol):
    """What is known of names; words are asked with their own capitals."""

    def name_parts(self, word: str, /) -> frozenset[NamePart]:
        """The parts of a person's name that the word may be."""

    def is_famous(self, first: str, last: str, /) -> bool:
        """Is it somebody of whom lessons speak? ``first`` may be an initial."""


_TOKEN = re.compile(
    r"(?P<mark>(?<![\w.,])(?:1[01]|[1-9])(?:\s?[-–]?\s?[«\"]?[А-ЯЁ][»\"]?|[а-яё])(?![\w.]))"
    r"|(?P<initial>\b[А-ЯЁ](?:\.|(?=\s+(?:1[01]|[1-9])[А-ЯЁа-яё]\b)|$))"
    r"|(?P<word>[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*)"
    r"|(?P<head>:)"
    r"|(?P<stop>[!?;\n]|\.(?=\s|$))"
    r"|(?P<other>[^\s])"
)
# After these a full stop ends no sentence.
_SHORT = re.compile("им|ул|г|кл|уч|обуч|зам|дир|ст|пед|тел|стр|д|пр|т|е|к|п|рук|отв|исп")

_PUPIL = re.compile(
    r"учени[кцч]|ученик|обучающ(?:ий|ая|его|ую|ему|ей|им)|учащ(?:ий|ая|его|ую|ему|ей)ся|школьни[кц]|воспитанни[кц]"
    r"|реб[её]н|дет(?:и|ей|ям)$|мальчик|девочк|сын|дочь|дочер|опекаем|одноклассни|неуспевающ|двоечни|отлични[кц]|медалист"
    r"|мам[аыеу]$|мамой$|мать$|матер(?:и|ью)$|отец$|отц(?:а|у|ом)$|бабушк|дедушк|законн(?:ый|ого|ому|ая|ой)$"
    r"|снилс|надомни|отчислен|выбыл|прибыл[аи]?$|пропуска|прогул|задержан|подрал|самовольн"
)
_ADULT = re.compile(
    r"учител|педагог|преподават|директор|зам(?:ест|$)|завуч|методист|психолог|логопед|дефектолог|тьютор|библиотекар"
    r"|воспитател|вожат|руководител|рук$|куратор|эксперт|координатор|наставни|специалист|инспектор|тренер|спикер|лектор"
    r"|ведущ|докладчик|профессор|доцент|кандидат|доктор|врач|фельдшер|председател|секретар|бухгалтер|медсестр|повар|водител"
    r"|охранник|сторож|глав[аыеу]$|начальник|депутат"
    r"|ветеран|сво$|писател|поэт|художник|композитор|уч[её]н(?:ый|ого)|космонавт|геро[йя]"
    r"|выступил|составил|подготовил|провел|провёл|ответствен|исполнител|согласован|утвержд|подписал|вел[аи]?$|жюри"
    r"|уважени"
)
# Whom something is named after, or who wrote it.
_NAMED_AFTER = re.compile(
    r"имен[иь]$|им$|памят|улиц|ул$|музе|творчеств|биографи|роман(?:а|у|ы|ов)?$|произведени|сказк|стих|методик|теорем"
    r"|закон(?:а|у|ы|ом)?$|чтени[яй]|рассказ|повест|пьес|рожден|дом\w*-музе|автор|текст|диктант|задани|учебник|пособи"
    r"|сборник|умк$|тест|опросник|анкет"
)
_LESSON = re.compile(r"урок|заняти[ей]|посещен|дал[аи]?$")
# «Беседа психолога с …»: whoever follows is not the one named before.
_TURNED_TO = frozenset(["с", "со", "у", "к", "ко", "о", "об", "обо", "за", "для", "от"])
_SURNAMES = frozenset({NamePart.LAST, NamePart.LIKE_LAST})
_NEAR = 4  # words
_FAR = _NEAR + 1


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    words: str
    start: int
    end: int


def find_pupils(text: str, names: NameBook) -> Iterator[str]:
    """The names as they stand in the text."""
    for sentence in _sentences(text):
        for first, last in _runs(sentence, names):
            if _Name(sentence, first, last, names).is_pupils():
                yield text[sentence[first].start : sentence[last - 1].end]


def _sentences(text: str) -> Iterator[list[_Token]]:
    sentence: list[_Token] = []
    for match in _TOKEN.finditer(text):
        token = _Token(match.lastgroup or "", match[0], match.start(), match.end())
        short = sentence and _SHORT.fullmatch(sentence[-1].words.lower())
        if token.kind == "stop" and not (token.words == "." and short):
            yield sentence
            sentence = []
        elif token.kind != "stop":
            sentence.append(token)
    yield sentence


def _runs(sentence: Sequence[_Token], names: NameBook) -> Iterator[tuple[int, int]]:
    """Neighbouring words and initials that may make up one name."""
    first = 0
    while first < len(sentence):
        last = first
        while last < len(sentence) and last - first < 3 and _belongs(sentence[last], names):
            last += 1
        if last > first:
            yield first, last
        first = max(last, first + 1)


def _belongs(token: _Token, names: NameBook) -> bool:
    return token.kind == "initial" or (token.kind == "word" and bool(names.name_parts(token.words)))


class _Name:
    """One run of a sentence, with what stands around it."""

    def __init__(self, sentence: Sequence[_Token], first: int, last: int, names: NameBook) -> None:
        self._run, self._names = sentence[first:last], names
        self._words = [token for token in self._run if token.kind == "word"]
        self._parts = [names.name_parts(token.words) for token in self._words]
        self._before, self._after = sentence[:first], sentence[last:]

    def is_pupils(self) -> bool:
        noun = self._nearest(_PUPIL)
        if not self._words or self._adult() <= min(noun, _NEAR) or self._is_title():
            return False
        if noun > _NEAR and self._is_famous():
            return False
        # «Открытый урок в 7А дала Иванова М. П.»: a class alone makes no pupil of somebody so named.
        lesson = self._is_formal() and any(_LESSON.match(t.words.lower()) for t in self._before)
        return self._reads_as_pupil(noun if lesson else min(noun, self._nearest(None)))

    def _reads_as_pupil(self, pupil: int) -> bool:
        """``pupil``: how many words away a pupil's word or a class stands."""
        capital = all(token.words[0].isupper() for token in self._words)
        if self._is_formal():
            return pupil <= _NEAR
        if len(self._words) >= 2:
            pairs = (self._parts[:2], self._parts[1::-1])
            full = any(NamePart.FIRST in one and other & _SURNAMES for one, other in pairs)
            return full and (capital or pupil <= _NEAR)
        if len(self._run) > len(self._words):
            return capital and (NamePart.FIRST in self._parts[0] or pupil <= _NEAR)
        begins = not self._before and not (self._after and self._after[0].kind in ("mark", "other"))
        certain = self._parts[0] != {NamePart.LIKE_LAST}
        return capital and certain and not begins and pupil <= 2

    def _is_formal(self) -> bool:
        """With two initials or a patronymic, as adults are named at work."""
        initials = len(self._run) - len(self._words)
        return initials >= 2 or any(NamePart.PATRONYMIC in part for part in self._parts)

    def _is_title(self) -> bool:
        """The whole of a quotation: «Евгений Онегин», команда «Вера»."""
        return bool(self._before and self._after) and (
            self._before[-1].words in '«"“' and self._after[0].words in '»"”'
        )

    def _is_famous(self) -> bool:
        if len(self._run) != 2 or self._run[1].kind != "word":
            return False
        return self._names.is_famous(self._run[0].words.rstrip("."), self._run[1].words)

    def _adult(self) -> int:
        """How far away stands what makes an adult of the name."""
        before = self._before[-1].words.lower() if self._before else ""
        role = _nearest((), self._after, _ADULT) if before in _TURNED_TO else self._nearest(_ADULT)
        named = _nearest(self._before, (), _NAMED_AFTER)
        if named > 1 and self._nearest(None) > 2:  # «стихи читал Миша, 2А»
            named = self._nearest(_NAMED_AFTER)
        elif named > 1:
            named = _FAR
        return min(role, named)

    def _nearest(self, role: re.Pattern[str] | None) -> int:
        """… of both sides; of a list, what stands before its colon counts for every name of it."""
        found = _nearest(self._before, self._after, role)
        heads = [place for place, token in enumerate(self._before) if token.kind == "head"]
        if found <= _NEAR or not heads or role is None:
            return found
        return _nearest(self._before[: heads[-1]], (), role)


def _nearest(before: Sequence[_Token], after: Sequence[_Token], role: re.Pattern[str] | None) -> int:
    """How many words away from a name a word of the role stands, or, of None, a class; else too far."""
    places = [
        place
        for side in (before[-_NEAR:][::-1], after[:_NEAR])
        for place, token in enumerate((t for t in side if t.kind not in ("other", "head")), 1)
        if (role is None and token.kind == "mark")
        or (role and token.kind == "word" and role.match(token.words.lower()))
    ]
    return min(places, default=_FAR)
