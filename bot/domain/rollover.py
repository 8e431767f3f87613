"""A plan's words and days a year later: what shifts surely, and what a person has to look at."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date, timedelta

from bot.domain.days_off import is_day_off
from bot.domain.deadlines import Day, Deadline, DeadlineKind, Window
from bot.domain.matching import meaning
from bot.domain.plan import Fix, FixField, Period

# «2021-2022» holds two years, «2021/22» a year and a half of one, «15.05.22» a half; «№ 2021» none.
_YEAR = re.compile(r"(?<![\d№])(?<!№ )20\d\d(?!\d)")
_HALF = re.compile(r"(?<=20)(\d\d)(\s?[-–—/]\s?)(\d\d)(?![\d.])")
_SHORT = re.compile(r"(?<![\d.])(\d{1,2}\.\s?(?:0[1-9]|1[0-2])\.\s?)(\d\d)(?![\d.])")
_LEAP_DAY = re.compile(r"(?<!\d)29(\.\s?0?2\.\s?|\s+февраля\s+)(20\d\d)(?!\d)")
_WEEKDAY = re.compile(r"понедельник|вторник|сред[аыуе]\b|четверг|пятниц|суббот|воскресень", re.IGNORECASE)
_DAYS_NAMED = (DeadlineKind.DATE, DeadlineKind.BY)


def year_later(text: str) -> str:
    """Each year in figures one greater; a 29th of February becomes a day that there is."""

    def half(match: re.Match[str]) -> str:
        first, sign, second = match.groups()
        follows = int(second) == (int(first) + 1) % 100
        return f"{first}{sign}{_next(second)}" if follows else match[0]

    later = _HALF.sub(half, text)
    later = _YEAR.sub(lambda match: str(int(match[0]) + 1), later)
    later = _SHORT.sub(lambda match: match[1] + _next(match[2]), later)
    return _LEAP_DAY.sub(
        lambda match: match[0] if isleap(int(match[2])) else f"28{match[1]}{match[2]}", later
    )


def _next(half: str) -> str:
    return f"{(int(half) + 1) % 100:02}"


def names_year_of(text: str, period: Period) -> bool:
    """Whether a year in which the plan lay stands in the words."""
    if period.start is None or period.end is None:
        return bool(_YEAR.search(text))
    return any(period.start.year <= int(year) <= period.end.year for year in _YEAR.findall(text))


def next_year(period: Period) -> Period:
    return Period(
        _year_later(period.start) if period.start else None, _year_later(period.end) if period.end else None
    )


def shifted(deadline: Deadline) -> Deadline:
    """The deadline a year later: its days, and the years in its phrase. Its rule recurs by itself."""
    windows = tuple(
        Window(_day_later(window.start), _day_later(window.end), year_later(window.label))
        for window in deadline.windows
    )
    return deadline._replace(phrase=year_later(deadline.phrase), windows=windows, doubts=())


def carried(deadline: Deadline, reread: Deadline) -> tuple[Deadline, bool]:
    """The deadline a year later, and whether that is sure.

    ``reread`` is what the grammar makes of the shifted phrase in the next year's plan. Where both agree,
    or nothing has a day, it is sure; a day found by its weekday («последняя пятница октября») is taken from
    the phrase. Otherwise the calendar is followed, and a person has to look.
    """
    later = shifted(deadline)
    if later.windows == deadline.windows or meaning(later) == meaning(reread):
        return later, True
    same_shape = (reread.kind, reread.rule, len(reread.windows)) == (
        later.kind,
        later.rule,
        len(later.windows),
    )
    if same_shape and _WEEKDAY.search(deadline.phrase):
        return later._replace(windows=reread.windows), True
    return later, False


def working_day_fix(deadline: Deadline) -> tuple[date, Fix] | None:
    """The day off on which a named day has come to lie, and the deadline on the next working day."""
    if deadline.kind not in _DAYS_NAMED or len(deadline.windows) != 1:
        return None
    day = deadline.windows[0].end
    if not isinstance(day, date) or not is_day_off(day) or not re.search(r"\d", deadline.phrase):
        return None
    working = day + timedelta(days=1)
    while is_day_off(working):
        working += timedelta(days=1)
    named = f"{working:%d.%m.%Y}"
    phrase = named if deadline.kind is DeadlineKind.DATE else f"до {named}"
    return day, Fix(FixField.DEADLINE, phrase)


def _day_later(day: Day | None) -> Day | None:
    return _year_later(day) if isinstance(day, date) else day


def _year_later(day: date) -> date:
    """The same day of the next year; the last day of February stays the last."""
    last = monthrange(day.year + 1, day.month)[1]
    if day.day == monthrange(day.year, day.month)[1]:
        return date(day.year + 1, day.month, last)
    return date(day.year + 1, day.month, min(day.day, last))
