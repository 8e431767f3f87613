"""What a plan says of itself outside its tables: its title, its year and its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear
from bot.reading.blocks import Block, Paragraph, one_line

_TITLE = re.compile(
    r"[«\"(]?(?:(?:муниципальн\w+|комплексн\w+|сводн\w+)\s+)?"
    r"(?:план\b|дорожная\s+карта|комплекс\s+мер|программа\s+(?:меропр|поддерж|повыш|развит)|структура\s+задач)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 600
_DASH = r"\s*[-–—/]\s*"
_SCHOOL_YEAR = re.compile(rf"(20\d\d){_DASH}(20)?(\d\d)\s*(?:гг?\.?\s*)?уч", re.IGNORECASE)
_YEARS = re.compile(rf"(20\d\d){_DASH}(20\d\d)\s*(?:гг?\b|год)", re.IGNORECASE)
_ONE_YEAR = re.compile(r"на\s+(20\d\d)\s*(?:г\b|год)", re.IGNORECASE)


def find_title(blocks: Sequence[Block], before: int | None) -> str:
    """The plan's title above block ``before``, else the first such words anywhere; empty if none.

    A title may be cut into several lines: those that go on with a small letter belong to it.
    """
    paragraphs = [(i, b.text) for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text]
    starts = [
        i for i, (_, text) in enumerate(paragraphs) if _TITLE.match(text) and len(text) < _LONGEST_TITLE
    ]
    if not starts:
        return ""
    first = next((i for i in starts if before is None or paragraphs[i][0] < before), starts[0])
    lines = [paragraphs[first][1]]
    for place, text in paragraphs[first + 1 :]:
        joined = sum(map(len, lines)) + len(text)
        if (before is not None and place > before > paragraphs[first][0]) or joined > _LONGEST_TITLE:
            break
        if not text[:1].islower():
            break
        lines.append(text)
    return one_line(" ".join(lines))


def stated_year(text: str) -> PlanYear | None:
    """«на 2021-2022 учебный год», «на 2024 год»; None where the text names no single year."""
    if match := _SCHOOL_YEAR.search(text):
        first = int(match[1])
        return SchoolYear(first) if int(match[3]) == (first + 1) % 100 else None
    if _YEARS.search(text):
        return None
    match = _ONE_YEAR.search(text)
    return CalendarYear(int(match[1])) if match else None


def stated_period(text: str, columns: set[int]) -> Period:
    """The plan's own bounds: its year, its years («на 2021-2023 годы»), or its year columns."""
    year = stated_year(text)
    if year is not None:
        return Period(year.start, year.end)
    years = {int(match[i]) for match in _YEARS.finditer(text) for i in (1, 2)} or columns
    if not years:
        return Period(None, None)
    return Period(date(min(years), 1, 1), date(max(years), 12, 31))


def guessed_year(phrases: Sequence[str]) -> PlanYear | None:
    """The one school year that the deadlines themselves name, for a plan that states none."""
    named = {year for phrase in phrases if isinstance(year := stated_year(phrase), SchoolYear)}
    return named.pop() if len(named) == 1 else None
