"""The time that a section's title names: its rows are of that year, that quarter or that month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.looks import looks_like_deadline
from bot.reading.row_words import is_deadline


class Level(IntEnum):
    """What a section may lie in: months lie in quarters, these in years, all others in any time."""

    YEAR = 0
    PART = 1
    MONTH = 2
    OTHER = 3


_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s*")
_CALENDAR_YEAR = re.compile(r"(?:(?:на|в)\s+)?(20\d\d)\s*(?:г\.?|год[ау]?)?[.:]?", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(
    r"(?:(?:на|в)\s+)?(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)\s*(?:г\.?\s*)?(?:уч\w*\.?\s*(?:г\.?|год\w*)?)?[.:]?",
    re.IGNORECASE,
)
_LONGEST = 60
_MONTH_STEMS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH_SECTION = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:месяц:?\s*)?"
    r"(январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)"
    r"\s*(20\d\d)?\s*(?:г\.?|года?)?[.:]?",
    re.IGNORECASE,
)


def year_alone(text: str) -> PlanYear | None:
    """«2021 год», «2022/23 учебный год» and nothing else."""
    if match := _CALENDAR_YEAR.fullmatch(text.strip()):
        return CalendarYear(int(match[1]))
    match = _SCHOOL_YEAR.fullmatch(text.strip())
    first = int(match[1]) if match else 0
    return SchoolYear(first) if match and int(match[2]) == (first + 1) % 100 else None


def time_of(title: str) -> str:
    """The title's words where they all are time, as a deadline says it; empty for any other title."""
    text = _NUMBER.sub("", title.strip(), count=1).rstrip(" .:")
    timely = len(text) <= _LONGEST and looks_like_deadline(text) and is_deadline(text)
    return text if is_month(title) or timely else ""


def level_of(title: str) -> Level:
    if year_alone(title) is not None:
        return Level.YEAR
    if is_month(title):
        return Level.MONTH
    return Level.PART if time_of(title) else Level.OTHER


def named_year(titles: Sequence[str]) -> PlanYear | None:
    """The year that one of the sections, one within another, is for."""
    return next((year for title in titles if (year := year_alone(title)) is not None), None)


def named_month(titles: Sequence[str], year: PlanYear | None) -> tuple[int, int] | None:
    return next((month for title in titles if (month := section_month(title, year)) is not None), None)


def is_month(text: str) -> bool:
    """A month, with or without its year, and nothing else."""
    return _MONTH_SECTION.fullmatch(text.strip()) is not None


def section_month(section: str, year: PlanYear | None) -> tuple[int, int] | None:
    """The (year, month) of a section named after a month; None without a year to place it in."""
    match = _MONTH_SECTION.fullmatch(section.strip())
    if match is None:
        return None
    month = next(i for i, stem in enumerate(_MONTH_STEMS, 1) if match[1].lower().startswith(stem))
    if match[2]:
        return int(match[2]), month
    return (year.year_of(month), month) if year else None
