"""Percents by class and subject as people type them: «(7А Алг. 58), (9Б Физ. 57)»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.assessment import Score, checked_form

_SUBJECTS = (
    *("русский язык", "родной язык", "литература", "литературное чтение", "родная литература"),
    *("английский язык", "немецкий язык", "французский язык", "иностранный язык", "математика", "алгебра"),
    *("геометрия", "вероятность и статистика", "информатика", "физика", "астрономия", "химия", "биология"),
    *("география", "история", "всеобщая история", "история россии", "обществознание", "окружающий мир"),
    *("труд", "технология", "музыка", "изобразительное искусство", "физическая культура", "естествознание"),
    *("основы безопасности и защиты родины", "экономика", "право"),
)
_NAME = 60  # characters of a subject
# Latin letters that look like the Russian ones of classes.
_LOOKALIKES = str.maketrans("ABCEHKMOPTXabcehkmoptx", "АВСЕНКМОРТХавсенкмортх")
_PIECE = re.compile(
    r"(?P<grade>\d{1,2})\s*-?\s*[«\"']?(?P<letter>[А-ЯЁа-яё])[»\"']?(?![А-ЯЁа-яё])[\s.,:–—-]*"
    r"(?P<subject>\D.*?)[\s:–—-]*(?P<percent>\d{1,3}(?:[.,]\d+)?)\s*%?"
)


@dataclass(frozen=True, slots=True)
class ReadScores:
    scores: tuple[Score, ...]
    unread: tuple[str, ...]  # pieces that say no class, subject and percent, as written


def read_scores(text: str) -> ReadScores:
    """What was typed or pasted; a piece that is not understood spoils no other."""
    return read_pieces(_pieces(text))


def subject_name(written: str) -> str:
    """The subject that an abbreviation stands for; what stands for none, or for several, stays as written."""
    words = [word.lower().replace("ё", "е") for word in re.findall(r"[А-Яа-яЁё]+", written)]
    meant = [name for name in _SUBJECTS if _stands_for(words, name.split())]
    exact = [name for name in meant if len(name.split()) == len(words)]
    found = exact or meant
    if len(found) == 1 and "(" not in written:
        return found[0].capitalize()
    return " ".join(written.split())[:_NAME]


def is_subject(written: str) -> bool:
    """Does it name or shorten one of the usual subjects?"""
    return subject_name(written).lower() in _SUBJECTS


def read_pieces(pieces: Sequence[str]) -> ReadScores:
    """``pieces``: «7А Алг. 58» each."""
    read = [(piece, _score(piece)) for piece in pieces]
    return ReadScores(
        tuple(score for _, score in read if score), tuple(piece for piece, score in read if score is None)
    )


def _score(piece: str) -> Score | None:
    head, rest = piece[:6].translate(_LOOKALIKES), piece[6:]
    found = _PIECE.fullmatch(head + rest)
    if found is None or not re.search(r"[А-Яа-яЁёA-Za-z]{2}", found["subject"]):
        return None
    form = checked_form(found["grade"], found["letter"])
    percent = int(float(found["percent"].replace(",", ".")))  # 59.6 is below 60
    return Score(form, subject_name(found["subject"]), percent) if form and percent <= 100 else None


def _pieces(text: str) -> list[str]:
    """What stands in brackets, brackets within it included; outside them, what separators divide."""
    found: list[str] = []
    depth, start = 0, 0
    for place, sign in enumerate(text):
        if sign == "(" and not depth:
            found += _divided(text[start:place])
            start = place + 1
        elif sign == ")" and depth == 1:
            found.append(text[start:place])
            start = place + 1
        depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
    found += _divided(text[start:])
    return [piece for raw in found if (piece := raw.strip(" \t\r\n,;.:"))]


def _divided(text: str) -> Iterator[str]:
    # «Р.лит.(рус) 51» outside of brackets is rare: a bracket always begins a piece of its own.
    yield from re.split(r"[;\n]|,\s", text)


def _stands_for(words: Sequence[str], name: Sequence[str]) -> bool:
    return 0 < len(words) <= len(name) and all(
        full.startswith(word) for word, full in zip(words, name, strict=False)
    )
