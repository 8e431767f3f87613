"""The words of a row without cells: where a cell may begin, and how well a run of words suits a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from bot.domain.deadlines import DeadlineKind
from bot.domain.plan import PartyKind
from bot.reading import party_words
from bot.reading.columns import Role
from bot.reading.deadline_grammar.cascade import kinds
from bot.reading.deadline_grammar.flattening import flatten
from bot.reading.deadline_grammar.tokens import tokens_of
from bot.reading.deadlines import read_deadline
from bot.reading.looks import is_number, looks_like_deadline, looks_like_party
from bot.reading.morphology import parses
from bot.reading.parties import split_parties

_LONGEST_DEADLINE = 16  # words
_LONGEST_PARTIES = 60
_TELLING = 8  # words of parties; more make a cut no better
_STRANGE = 2  # words among parties that are none

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\([^()]*\)|№\s+\d+|" + party_words.PERSON_NAME.pattern)
_CAPITAL = re.compile(r"[«\"“]?[А-ЯЁA-Z]")
_HANGS = re.compile(
    r"(?:[,(«–—-]|^(?:и|или|а|но|в|во|на|по|с|со|к|ко|о|об|от|до|за|из|для|при|без|под|над|через|между|№))$",
    re.IGNORECASE,
)
_JOINS = kinds("AND SEP DASH SLASH COLON LP RP NUMSIGN OF")  # begin no deadline
_NO_TIME = kinds("WORD SEP SLASH COLON LP RP NUMSIGN BLANK")
_OPEN_ENDED = kinds("SCHEDULE AFTER EVENT COURSE VAGUE")  # «по плану института развития»: any words follow
_CORE = kinds(
    "DATE MONTH YEAR ROMAN FREQ ALWAYS ONGOING WITHIN WHOLE PERIOD SCHEDULE AFTER EVENT COURSE"
    " QUARTER TERM HALF TIMES EVERY SEASON BREAK WEEK DECADE UNTIL BADDATE VAGUE"
)
_DATED = kinds("DATE MONTH YEAR FREQ ALWAYS")
_NOT_ALONE = frozenset(("wrong_word", "not_understood", "no_deadline"))

_EMPTY: Mapping[Role, float] = {  # what a column without words costs
    Role.NUMBER: -2.0,
    Role.TITLE: -9.0,
    Role.DEADLINE: -6.0,
    Role.RESPONSIBLE: -5.0,
    Role.RESULT: -2.0,
    Role.PROBLEM: -1.0,
    Role.OTHER: -0.5,
}
_SAYING = frozenset(("VERB", "PRTS", "INFN"))
_TORN = -3.0  # for two blanks within a cell: they stand around an empty one
_ABBREVIATION = 5  # signs, the full stop too: «сент.»
_NEVER = float("-inf")


class RowWords:
    """A row's words and how well runs of them suit columns."""

    def __init__(self, text: str) -> None:
        self.text, self.spans = text, [match.span() for match in _WORD.finditer(text)]
        self.words = [text[start:end] for start, end in self.spans]
        self.gaps = list(map(self._blanks_before, range(len(self.words))))
        glued = [match.span() for match in _GLUED.finditer(text)]
        self.inside = [any(a < start < b for a, b in glued) for start, _ in self.spans]
        self.begins = list(map(self._begins_name_or_sentence, range(len(self.words))))
        self._nominative = [
            self.begins[i] and word[0].isalpha() and _is_nominative(word) for i, word in enumerate(self.words)
        ]
        self._other_cell = list(map(self._begins_other_cell, range(len(self.words))))
        self._dated = list(map(names_day, self.words))
        self.deadlines = dict(self._find_deadlines())
        self._fits: dict[tuple[Role, int, int], float] = {}

    @cached_property
    def places(self) -> list[int]:
        """Where a cell may begin or end, as numbers of words before it."""
        edges = {edge for span in self.deadlines for edge in span}
        own = {i for i, begins in enumerate(self.begins) if begins or self.gaps[i] > 1}
        return sorted({0, len(self.words), *edges, *own, *self._after_number()})

    def text_of(self, start: int, end: int) -> str:
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if end > start else ""

    def fit(self, role: Role, start: int, end: int) -> float:
        """How well these words suit the column, in points; each is measured once."""
        key = role, start, end
        if key not in self._fits:
            self._fits[key] = self._fit(role, start, end)
        return self._fits[key]

    def _fit(self, role: Role, start: int, end: int) -> float:
        if start == end:
            empty = start < len(self.words) and self.gaps[start] > 1
            return 1.0 if empty else _EMPTY[role]
        own = self._of_role(role, start, end)
        return own + _TORN * sum(gap > 1 for gap in self.gaps[start + 1 : end]) if own > _NEVER else own

    def _of_role(self, role: Role, start: int, end: int) -> float:
        if role is Role.NUMBER:
            return 4.0 if end - start == 1 and is_number(self.words[start]) else _NEVER
        hanging = -4.0 * (start > 0 and self.gaps[start] == 1 and self._hangs(start - 1))
        if role is Role.DEADLINE:
            return self.deadlines.get((start, end), _NEVER) + hanging
        if role is Role.RESPONSIBLE:
            return self._as_parties(start, end) + hanging
        begins = -3.0 if not self.begins[start] else 1.0 if self._nominative[start] else 0.3
        begins -= role is Role.RESULT and self._names_party(start)
        return hanging + begins + (2.0 if role is Role.TITLE else 0.5)

    def _as_parties(self, start: int, end: int) -> float:
        named = (
            self._names_party(start) or party_words.PERSON_NAME.match(self.text_of(start, end)) is not None
        )
        strange = sum(self._other_cell[start + 1 : end]) + sum(self._dated[start:end])
        if not named or end - start > _LONGEST_PARTIES or strange > _STRANGE:
            return -4.0
        parties = split_parties(self.text_of(start, end))
        unknown = sum(party.kind is PartyKind.UNKNOWN for party in parties)
        wanting = end < len(self.words) and party_words.TAKES_MORE.search(self.words[end - 1]) is not None
        begins = self.begins[start] or _is_nominative(self.words[start])
        late = not set(_kinds_of(self.words[end - 1])) <= _NO_TIME  # «РМК не позднее»
        wrong = 3.0 * late + 2.0 * unknown + 4.0 * strange + 5.0 * wanting + 4.0 * (not begins)
        return 4.0 + 0.3 * min(end - start, _TELLING) - wrong

    def _names_party(self, i: int) -> bool:
        """«РМК», «Директора», «Муниципальный координатор»."""
        word = self.words[i]
        ahead = self.words[i + 1] if i + 1 < len(self.words) else ""
        if party_words.ADJECTIVE.fullmatch(word) is None:
            return looks_like_party(word)
        return looks_like_party(f"{word} {ahead}") or party_words.BODY.fullmatch(ahead) is not None

    def _begins_other_cell(self, i: int) -> bool:
        """A capital, in the nominative, that begins no party: «РМК Справка»."""
        if (
            not i
            or not self.begins[i]
            or not self.words[i][0].isalpha()
            or self._hangs(i - 1)
            or self._names_party(i)
        ):
            return False
        return self._nominative[i]

    def _find_deadlines(self) -> Iterator[tuple[tuple[int, int], float]]:
        told = [_kinds_of(word) for word in self.words]
        for start, begin in enumerate(told):
            if self.inside[start] or not begin or begin[0] in _JOINS | _NO_TIME:
                continue
            if not looks_like_deadline(self.text_of(start, min(start + 6, len(told)))):
                continue
            core = open_ended = False
            for end in range(start + 1, min(start + _LONGEST_DEADLINE, len(told)) + 1):
                last = told[end - 1]
                if self.gaps[end - 1] > 1 and end - 1 > start:
                    break
                core = core or not _CORE.isdisjoint(last)
                open_ended = open_ended or not _OPEN_ENDED.isdisjoint(last)
                timely = open_ended or not last or not set(last) <= _NO_TIME or self._labels(end)
                if core and timely and self._may_end(end) and is_deadline(self.text_of(start, end)):
                    yield (start, end), self._as_deadline(start, end)

    def _may_end(self, end: int) -> bool:
        return not self._hangs(end - 1) and (end == len(self.words) or not self.inside[end])

    def begins_anew(self, start: int, end: int) -> bool:
        """«2025-2026 года | в течение октября»: two deadlines, or the end of a title and its deadline?"""
        return any(
            not self._hangs(i - 1)
            and not _CORE.isdisjoint(
                kind for word in self.words[i : min(i + 2, end)] for kind in _kinds_of(word)
            )
            and looks_like_deadline(self.text_of(i, min(i + 4, end)))
            for i in range(start + 2, end)
        )

    def _labels(self, end: int) -> bool:
        """«До 15.05 – 1 мониторинг»: the word may name the date's occurrence."""
        return any(word in "–—-" for word in self.words[max(0, end - 4) : end - 1])

    def _as_deadline(self, start: int, end: int) -> float:
        told = [set(_kinds_of(word)) for word in self.words[start : end + 1]]
        inner = zip(self.words[start + 1 : end], told[1:], told, strict=False)
        foreign = [(word, above) for word, own, above in inner if own and own <= _NO_TIME]
        capital = sum(
            _CAPITAL.match(word) is not None and not (word.isupper() and "SCHEDULE" in above)
            for word, above in foreign
        )
        stops = sum(word.endswith(".") and len(word) > _ABBREVIATION for word, _ in foreign)
        cut = len(told) > end - start and (not told[-1] or bool(told[-1] & _DATED))  # «2026» of «2026 г.»
        anew = any(map(self._opens, range(start, end))) and self.begins_anew(start, end)
        torn = "YEAR" in told[0] and start > 0 and self._opens(start - 1)  # «по итогам | 2026 года»
        wrong = 3.0 * (stops + anew + torn) + 1.5 * (capital + cut) + 0.3 * len(foreign)
        known = 0.4 * (end - start - len(foreign)) + 0.5 * bool(_CAPITAL.match(self.words[start]))
        return 6.0 + known - wrong

    def _opens(self, i: int) -> bool:
        """The word names an event or a schedule, and other words may follow to say which."""
        return not _OPEN_ENDED.isdisjoint(_kinds_of(self.words[i])) and not self.words[i].endswith(")")

    def _begins_name_or_sentence(self, i: int) -> bool:
        return not self.inside[i] and _CAPITAL.match(self.words[i]) is not None

    def _after_number(self) -> list[int]:
        return [i for i in range(1, len(self.words)) if is_number(self.words[i - 1])]

    def _hangs(self, i: int) -> bool:
        return _HANGS.search(self.words[i]) is not None

    def _blanks_before(self, i: int) -> int:
        """1 for a usual blank; before the first word one for each cell that is empty there."""
        start = self.spans[i - 1][1] if i else 0
        between = self.text[start : self.spans[i][0]]
        return 1 if "\n" in between else len(between) + (i == 0)


def _is_nominative(word: str) -> bool:
    """It may begin a sentence or a name: «Справка», «Проведены»; an abbreviation does not tell."""
    bare = word.strip('«»"“”(),;.:').lower()
    if not bare.isalpha() or (len(bare) > 1 and word.isupper()):
        return False
    return any("nomn" in parse.tag or not _SAYING.isdisjoint(parse.tag.grammemes) for parse in parses(bare))


@lru_cache(maxsize=4096)
def _kinds_of(word: str) -> tuple[str, ...]:
    return tuple(token.kind for token in tokens_of(flatten(word)))


def names_day(word: str) -> bool:
    """A date, a month, a year or how often: no word among parties."""
    return not _DATED.isdisjoint(_kinds_of(word))


def is_timeless(word: str) -> bool:
    return set(_kinds_of(word)) <= _NO_TIME


def is_deadline(phrase: str) -> bool:
    """Does the grammar understand every word of it?"""
    read = read_deadline(" ".join(phrase.split()))
    return read.kind is not DeadlineKind.UNKNOWN and _NOT_ALONE.isdisjoint(read.doubts)
