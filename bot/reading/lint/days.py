"""Deadlines against the plan: its period, its year, the rows above, and the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from bot.domain.days_off import is_day_off
from bot.domain.deadlines import Deadline, DeadlineKind, MonthDay, Window
from bot.domain.plan import Fix, FixField
from bot.reading.deadlines import read_deadline
from bot.reading.lint.facts import LINK, Facts, Found, Line
from bot.reading.sheet_values import Shown, written_moment

_NAMES_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.\d\d\b")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FIRST_DAY = re.compile(r"\b01\.(\d\d)\.(\d{4})\b")
_NEAR = 62  # days before a plan's first in which its first steps are often taken
_BOUNDED = {"outside_plan", "beyond_plan", "end_before_start"}  # more need not be said of the bounds
_SHORT = 62  # days of a window that has a place in an order: two months
_SCHOOL_YEAR = re.compile(r"20\d\d\s*[-–—/]\s*(?:20)?\d\d")
# Words that look back: «итоги 2020-2021 учебного года» stand rightly in the plan of the next one.
_LOOKS_BACK = re.compile(
    r"\b(?:за\s|итог|результат(?:ам|ы|ов)\b|анализ|провед[её]нн|прошл|предыдущ|отч[её]т|на\s+основ|по\s+данным"
    r"|от\s+\d|закон|приказ|указ\b|распоряжени|постановлени|на\s+20)|№|программ\w*\s+«",
    re.IGNORECASE,
)


def check_deadlines(facts: Facts) -> Iterator[Found]:
    if facts.lines and facts.period.start is None:
        yield Found(None, "no_period")
    for line in facts.lines:
        deadline = line.item.deadline
        for code in deadline.doubts:
            # A guessed year bounds nothing: what goes on beyond it is no doubt.
            if code != "beyond_plan" or not facts.year_guessed:
                yield Found(line.index, code, deadline.phrase, _fix(facts, line, code))
        if facts.year_guessed and deadline.windows and not _NAMES_YEAR.search(deadline.phrase):
            yield Found(line.index, "year_assumed", deadline.phrase)
        if "year_assumed" not in deadline.doubts and any(isinstance(d, MonthDay) for d in _sides(deadline)):
            yield Found(line.index, "year_unknown", deadline.phrase)
        if not _BOUNDED & set(deadline.doubts) and _sticks_out(facts, deadline):
            yield Found(line.index, "beyond_plan", deadline.phrase)
        if days := [day for day in _single_days(deadline) if is_day_off(day)]:
            yield Found(line.index, "day_off", ", ".join(f"{day:%d.%m.%Y}" for day in days))


def _sides(deadline: Deadline) -> Iterator[date | MonthDay | None]:
    for window in deadline.windows:
        yield window.start
        yield window.end


def _dates(deadline: Deadline) -> list[date]:
    return [day for day in _sides(deadline) if isinstance(day, date)]


def _sticks_out(facts: Facts, deadline: Deadline) -> bool:
    """Only a part of it lies within the plan's period."""
    start, end = facts.period.start, facts.period.end
    return any((start and day < start) or (end and day > end) for day in _dates(deadline))


def _single_days(deadline: Deadline) -> Iterator[date]:
    """Days on which something is handed in or takes place; a month's last day is none of them."""
    for window in deadline.windows:
        if isinstance(window.end, date) and (window.start == window.end or _is_by_day(deadline, window)):
            yield window.end


def _is_by_day(deadline: Deadline, window: Window) -> bool:
    assert isinstance(window.end, date)
    return window.start is None and re.search(rf"\b0?{window.end.day}\b", deadline.phrase) is not None


def _fix(facts: Facts, line: Line, code: str) -> Fix | None:
    """The phrase with one year changed, where exactly one change leaves nothing to doubt."""
    if code == "end_before_start":
        return _other_year(facts, line, (1,))
    if code != "outside_plan" or _is_preparation(line):
        return None
    return _other_year(facts, line, (-3, -2, -1, 1, 2, 3))


def _is_preparation(line: Line) -> bool:
    """A plan's first steps may be taken before its first day: then the year is no slip."""
    start, days = line.context.period.start if line.context.period else None, _dates(line.item.deadline)
    return start is not None and bool(days) and 0 < (start - max(days)).days <= _NEAR


def _other_year(facts: Facts, line: Line, shifts: Iterable[int]) -> Fix | None:
    phrase = line.item.deadline.phrase
    years = list(_YEAR.finditer(phrase))
    if not years or line.raw.by_year:
        return None
    last = years[-1]
    changed = (phrase[: last.start()] + str(int(last[0]) + n) + phrase[last.end() :] for n in shifts)
    right = [text for text in changed if _is_sure(facts, read_deadline(text, line.context))]
    return Fix(FixField.DEADLINE, right[0]) if len(right) == 1 else None


def whole_months(line: Line) -> Fix | None:
    """A workbook's «01.09.2026» as «сентябрь 2026»; none where that says something else."""
    phrase = line.item.deadline.phrase
    if line.raw.by_year or phrase.startswith("до "):
        return None
    return Fix(FixField.DEADLINE, _FIRST_DAY.sub(_its_month, phrase))


def _its_month(day: re.Match[str]) -> str:
    return written_moment(datetime(int(day[2]), int(day[1]), 1), Shown.MONTH_YEAR)  # noqa: DTZ001 - no clock


def _is_sure(facts: Facts, deadline: Deadline) -> bool:
    known = not deadline.doubts and deadline.kind is not DeadlineKind.UNKNOWN
    return known and not _sticks_out(facts, deadline)


def check_order(facts: Facts) -> Iterator[Found]:
    """«Сентябрь 2020, октябрь 2020, февраль 2020»: who goes through a school year forgets to turn the year.

    Asked only where the plan names no period of its own, else such a day is outside of it anyway.
    """
    if facts.period.start is not None:
        return
    autumn: dict[int, int] = {}  # how many rows above lie in the autumn of a year, and in no earlier month
    earliest: dict[int, date] = {}
    for line in facts.lines:
        days = _dates(line.item.deadline)
        if not days or len({day.year for day in days}) > 1 or not _YEAR.search(line.item.deadline.phrase):
            continue
        day = min(days)
        if (max(days) - day).days > _SHORT or any(
            window.end is None for window in line.item.deadline.windows
        ):
            continue
        first = earliest.setdefault(day.year, day)
        if day.month >= first.month and day.month >= 8:
            autumn[day.year] = autumn.get(day.year, 0) + 1
        elif day.month <= 7 and first.month >= 8 and autumn.get(day.year, 0) >= 2:
            yield Found(line.index, "year_slip", line.item.deadline.phrase, _other_year(facts, line, (1,)))


def check_named_years(facts: Facts) -> Iterator[Found]:
    """A title or a result that plans for a year before the plan began was copied from an older one."""
    start = facts.period.start
    if start is None:
        return
    for line in facts.lines:
        if about := _past_year(line, start):
            yield Found(line.index, "old_year", about)


def _past_year(line: Line, start: date) -> str:
    for text in (line.item.title, line.item.result):
        for sentence in re.split(r"[.;]\s|;(?=\d)", LINK.sub("", text)):
            years = [int(year) for year in _YEAR.findall(sentence)]
            past = bool(years) and max(years) <= start.year and _is_before(sentence, max(years), start)
            if past and not _LOOKS_BACK.search(sentence):
                return sentence.strip()[:80]
    return ""


def _is_before(sentence: str, year: int, start: date) -> bool:
    """A school year that ends in the plan's first calendar year is over when a school-year plan begins."""
    return year < start.year or (start.month >= 7 and _SCHOOL_YEAR.search(sentence) is not None)
