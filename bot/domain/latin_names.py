"""Russian words that were written with Latin letters, as names of files often are."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LETTERS: Mapping[str, str] = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш",
    "iya": "ия", "ia": "ия", "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "yo": "ё", "ye": "е",
    "iy": "ий", "ij": "ий", "yi": "ый", "yy": "ый", "ay": "ай", "ey": "ей", "oy": "ой", "x": "кс",
    **dict(zip("abvgdezijklmnoprstufhcywq'", "абвгдезийклмнопрстуфхцывкь", strict=True)),
}  # fmt: skip
_LETTER = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))
_LATIN = re.compile(r"[A-Za-z][A-Za-z']*")
_BETWEEN = re.compile(r"(?<=\w)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\w)")
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")


def to_russian(name: str) -> str:
    """«ivanov-petr 8b» → «Иванов Петр 8Б»; whatever has a Russian letter stays as it is."""
    if _RUSSIAN.search(name):
        return name
    return _LATIN.sub(_spelled, _BETWEEN.sub(" ", name))


def _spelled(word: re.Match[str]) -> str:
    return _LETTER.sub(lambda letters: _LETTERS[letters[0]], word[0].lower()).capitalize()
