"""What a number in a spreadsheet's cell shows, by its format: ECMA-376 part 1, 18.8.30 and 18.17.4.1.

«сентябрь 2026», typed into a cell, is kept as 1 September with a format without days: read as a date it
would be one that nobody named.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

_NOT_CODES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_BUILT_IN = {
    **dict.fromkeys((14, 15, *range(27, 32), 36, *range(50, 59)), "d.m.y"),
    16: "d.m", 17: "m.y", 22: "d.m.y h:m",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "h:m"),
    9: "0%", 10: "0%",
}  # fmt: skip
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_LAST_DAY = 2_958_465  # 31.12.9999


class Shown(StrEnum):
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    DATE_TIME = "date and time"
    TIME = "time"
    DAY_MONTH = "day and month"
    MONTH_YEAR = "month and year"
    MONTH = "month"
    YEAR = "year"

    @property
    def is_date(self) -> bool:
        return self not in (Shown.NUMBER, Shown.PERCENT)

    @classmethod
    def of(cls, number: int, code: str) -> Shown:
        """What the format of this number, or with this code of the file's own, shows."""
        code = _NOT_CODES.sub("", (code or _BUILT_IN.get(number, "")).lower().partition(";")[0])
        if "%" in code:
            return cls.PERCENT
        if re.search(r"general|основной|[0#?]", code):
            return cls.NUMBER
        time, day, year = (letter in code for letter in "hdy")
        month = "m" in re.sub(r"h+\W*m+|m+\W*s+", "", code)
        if day and month:
            return (cls.DATE_TIME if time else cls.DATE) if year else cls.DAY_MONTH
        if time or "s" in code:
            return cls.TIME
        if month:
            return cls.MONTH_YEAR if year else cls.MONTH
        return cls.YEAR if year else cls.DATE if day else cls.NUMBER


def shown_number(value: float, shown: Shown = Shown.NUMBER) -> str:
    return f"{value * 100:.10g}%" if shown is Shown.PERCENT else f"{value:.15g}"


def shown_date(days: float, shown: Shown, *, from_1904: bool = False) -> str:
    """The words for a date counted in days from the end of 1899; a count beyond the calendar stays one."""
    if not 0 <= days <= _LAST_DAY:
        return shown_number(days)
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - sheets know no zones
    return written_moment(start + timedelta(seconds=round(days * 86_400)), shown)


def written_moment(moment: datetime, shown: Shown) -> str:
    clock = f"{moment:%H:%M}"
    match shown:
        case Shown.TIME:
            return clock
        case Shown.DAY_MONTH:
            return f"{moment.day}.{moment:%m}"
        case Shown.MONTH_YEAR:
            return f"{_MONTHS[moment.month - 1]} {moment.year}"
        case Shown.MONTH:
            return _MONTHS[moment.month - 1]
        case Shown.YEAR:
            return str(moment.year)
        case Shown.DATE_TIME if clock != "00:00":
            return f"{moment:%d.%m.%Y} {clock}"
        case _:
            return f"{moment:%d.%m.%Y}"
