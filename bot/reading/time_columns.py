"""Columns for parts of a plan's time: one for each year, quarter or month, or for the sides of a stretch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.looks import is_number

_EDGES = (
    ("start", re.compile(r"\bначал[оа]\b|(?:^|\s)с$", re.IGNORECASE)),
    ("end", re.compile(r"оконч|заверш|\bконец|(?:^|\s)по$", re.IGNORECASE)),
)
_TERM = r"(квартал|четверть|полугодие|триместр)"
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_STEM = 3  # letters that tell a month: «сен.», «сент.»


def _clipped(month: str) -> str:
    """A pattern of the month's name, whole or cut off after its stem."""
    rest = ""
    for letter in reversed(month[_STEM:]):
        rest = f"(?:{letter}{rest})?"
    return rf"{month[:_STEM]}{rest}\.?"


_SLOT = re.compile(
    rf"(?:(?P<month>{'|'.join(map(_clipped, _MONTHS))})"
    rf"|(?P<number>[1-4]|I{{1,3}}|IV)(?:\s*-?\s*(?:й|я|ый|ая|ое|е))?(?:\s*(?:{_TERM}|кв\.?))?)"
    r"\s*(?P<year>20\d\d)?\s*(?:г\.?|год[а]?)?",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LAST_QUARTER = 4
_YEAR = re.compile(r"\b(20\d\d)\b\s*(?:г\.?|год)?$")


def year_of(text: str) -> int | None:
    """The year with which a column's name ends."""
    year = _YEAR.search(text)
    return int(year[1]) if year else None


def edge_of(text: str) -> str:
    """The side of a stretch that a column's name speaks of: "start", "end" or neither."""
    return next((name for name, words in _EDGES if words.search(text)), "")


def names_time(text: str) -> bool:
    """A month, a quarter or a year: the name of a column to be marked, or of one with dates."""
    return not is_number(text) and (_SLOT.fullmatch(text) or _YEAR.fullmatch(text)) is not None


def slot_of(label: str, part: str) -> str:
    """The part of the year that a column stands for, in words; empty for all others.

    ``part`` is its name in the second row of a header, ``label`` the one above it.
    """
    found = _SLOT.fullmatch(part or label)
    if found is None:
        return ""
    name = str(found["month"] or "")
    if name and name.casefold() not in _MONTHS:
        name = next(month for month in _MONTHS if month.startswith(name[:_STEM].casefold()))
    if not name:
        term = re.search(_TERM[:-1] + "|кв)", f"{part} {label}".casefold())
        if term is None:
            return ""
        name = f"{found['number']} {'квартал' if term[0] == 'кв' else term[0]}"
    year = found["year"] or next(iter(re.findall(r"20\d\d", label)), "")
    return f"{name} {year}".strip()


def months_spelled(texts: Sequence[str], *, counted: bool) -> list[str]:
    """«IX», «X», «XI» as «сентябрь», «октябрь», «ноябрь», where the figures cannot be those of quarters.

    ``counted``: the words above speak of months, so that «9», «10», «11» name them too.
    """
    roman = [_ROMAN.index(text.upper()) + 1 if text.upper() in _ROMAN else 0 for text in texts]
    plain = [int(text) if counted and text.isdecimal() and len(text) <= 2 else 0 for text in texts]
    figures = roman if counted or max(roman, default=0) > _LAST_QUARTER else [0] * len(texts)
    months = [one or two for one, two in zip(figures, plain, strict=True)]
    if sum(map(bool, months)) < 3 or max(months) > len(_MONTHS):
        return list(texts)
    return [_MONTHS[month - 1] if month else text for month, text in zip(months, texts, strict=True)]
