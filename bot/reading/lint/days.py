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
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FIRST_DAY = re.compile(r"\b01\.(\d\d)\.(\d{4})\b")
_NEAR = 62  # days before a plan's first in which its first steps are often taken
# … and more need not be said of the bounds; what was assumed of a year is asked already.
_BOUNDED = {"outside_plan", "beyond_plan", "end_before_start", "year_assumed"}
# A day off that is named as one, or on which people go out.
_MEANT_SO = re.compile(
    r"воскрес|выходн|празд|парад|митинг|шестви|экскурс|поход|палом|поезд|концерт|спектакл|соревнован|турнир"
    r"|д(?:ень|ню) (?:победы|россии|народного)|защитник\w+ отечества|женск\w+ д[не]",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"20\d\d\s*[-–—/]\s*(?:20)?\d\d")
# Words that look back: «итоги 2020-2021 учебного года» stand rightly in the plan of the next one.
_LOOKS_BACK = re.compile(
    r"\b(?:за\s|итог|результат(?:ам|ы|ов)\b|анализ|провед[её]нн|прошл|предыдущ|родивш|рожден|отч[её]т|на\s+основ|по\s+данным"
    r"|от\s+\d|закон|приказ|указ\b|распоряжени|постановлени|на\s+20)|№|программ\w*\s+«",
    re.IGNORECASE,
)


def check_deadlines(facts: Facts) -> Iterator[Found]:
    if facts.period.start is None and any(_wants_year(facts, line) for line in facts.lines):
        yield Found(None, "no_period")
    for line in facts.lines:
        deadline = line.item.deadline
        for code in _doubts(deadline):
            if code == "no_deadline" and not facts.dated:
                continue  # said once for the plan
            # A guessed year bounds nothing: what goes on beyond it is no doubt.
            if code != "beyond_plan" or not facts.year_guessed:
                yield Found(line.index, code, deadline.phrase, _fix(facts, line, code))
        if facts.year_guessed and deadline.windows and not _NAMES_YEAR.search(deadline.phrase):
            yield Found(line.index, "year_assumed", deadline.phrase)
        if "year_assumed" not in deadline.doubts and any(isinstance(d, MonthDay) for d in _sides(deadline)):
            yield Found(line.index, "year_unknown", deadline.phrase)
        if not _BOUNDED & set(deadline.doubts) and _sticks_out(facts, deadline):
            yield Found(line.index, "beyond_plan", deadline.phrase)
        days = [day for day in _single_days(deadline) if is_day_off(day)]
        if (
            days
            and "weekday_mismatch" not in deadline.doubts
            and not _MEANT_SO.search(f"{deadline.phrase} {line.item.title}")
        ):
            yield Found(line.index, "day_off", ", ".join(f"{day:%d.%m.%Y}" for day in days))


def _doubts(deadline: Deadline) -> Iterator[str]:
    """The reader's own. «Сентябрь 2022 – май 2022» it reads with another year than is written at its end."""
    years = YEAR.findall(deadline.phrase)
    ends = {str(window.end.year) for window in deadline.windows if isinstance(window.end, date)}
    moved = len(years) > len(deadline.windows) == 1 and not ends <= set(years)
    for code in deadline.doubts:
        yield "end_before_start" if moved and code == "year_assumed" else code


def _wants_year(facts: Facts, line: Line) -> bool:
    """Something of its deadline hangs on the plan's year."""
    guessed = facts.year_guessed and _NAMES_YEAR.search(line.item.deadline.phrase) is None
    return line.raw.has_deadline and (guessed or not dates_of(line.item.deadline))


def _sides(deadline: Deadline) -> Iterator[date | MonthDay | None]:
    for window in deadline.windows:
        yield window.start
        yield window.end


def dates_of(deadline: Deadline) -> list[date]:
    return [day for day in _sides(deadline) if isinstance(day, date)]


def _sticks_out(facts: Facts, deadline: Deadline) -> bool:
    """Only a part of it lies within the plan's period."""
    start, end = facts.period.start, facts.period.end
    return any((start and day < start) or (end and day > end) for day in dates_of(deadline))


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
        return other_year(facts, line, (1,))
    if code != "outside_plan" or _is_preparation(line):
        return None
    return other_year(facts, line, (-3, -2, -1, 1, 2, 3))


def _is_preparation(line: Line) -> bool:
    """A plan's first steps may be taken before its first day: then the year is no slip."""
    start, days = line.context.period.start if line.context.period else None, dates_of(line.item.deadline)
    return start is not None and bool(days) and 0 < (start - max(days)).days <= _NEAR


def other_year(facts: Facts, line: Line, shifts: Iterable[int]) -> Fix | None:
    phrase = line.item.deadline.phrase
    years = list(YEAR.finditer(phrase))
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
            years = [int(year) for year in YEAR.findall(sentence)]
            past = bool(years) and max(years) <= start.year and _is_before(sentence, max(years), start)
            if past and not _LOOKS_BACK.search(sentence):
                return sentence.strip()[:80]
    return ""


def _is_before(sentence: str, year: int, start: date) -> bool:
    """A school year that ends in the plan's first calendar year is over when a school-year plan begins."""
    return year < start.year or (start.month >= 7 and _SCHOOL_YEAR.search(sentence) is not None)
