"""How a deadline was understood, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from bot.domain.deadlines import Day, Deadline, DeadlineKind, MonthDay, Window
from bot.screen import Text, Texts, lines, text
from handlers.shared import shortened

_TERMS = "FREQ=YEARLY;BYMONTH=10,12,3,5"  # the months in which school quarters end
_LABEL = 60  # characters shown of a window's own name


def deadline_words(deadline: Deadline, *, most: int = 6) -> Text | Texts:
    """«до 15 марта 2027», «каждый месяц», «ждёт даты»: the reading, never the phrase itself.

    Of many windows the first ``most`` are named and the others counted.
    """
    windows = [_window(w) for w in deadline.windows]
    listed = lines(*windows[:most], separator="; ")
    if len(windows) > most:
        listed = lines(listed, text("deadline-more", n=len(windows) - most), separator="; ")
    match deadline.kind:
        case DeadlineKind.RECURRING:
            rule = rule_words(deadline.rule or "")
            return lines(rule, listed, separator=", ") if windows else rule
        case DeadlineKind.CONTINUOUS | DeadlineKind.UNSCHEDULED | DeadlineKind.UNKNOWN:
            kind = text(f"deadline-{deadline.kind.value}")
            return lines(kind, listed, separator=", ") if windows else kind
        case _:
            return listed


def window_words(start: Day | None, end: Day | None) -> Text:
    """One window: a day, a last day, a first day, or both."""
    if start is None and end is None:
        return text("window-none")
    if end is None:
        return text("window-from", day=_day(start))
    if start is None:
        return text("window-by", day=_day(end))
    if start == end:
        return text("window-day", day=_day(start))
    return text("window", start=_day(start), end=_day(end))


def _window(window: Window) -> Text:
    words = window_words(window.start, window.end)
    return (
        text("window-labelled", label=shortened(window.label, _LABEL), window=words)
        if window.label
        else words
    )


def _day(day: Day | None) -> date | Text | None:
    if isinstance(day, MonthDay):
        return text("day-without-year", day=f"{day.day:02}.{day.month:02}")
    return day


def rule_words(rule: str) -> Texts:
    """An RFC 5545 rule part by part, each part by its own words."""
    if rule == _TERMS:
        return lines(text("rule-terms"))
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency = text(f"rule-{parts.get('FREQ', '').lower()}", n=int(parts.get("INTERVAL", "1")))
    return lines(frequency, _months(parts), _month_days(parts), _weekdays(parts), separator=", ")


def _months(parts: Mapping[str, str]) -> Text | None:
    if "BYMONTH" not in parts:
        return None
    months = [text(f"month-{month}") for month in parts["BYMONTH"].split(",")]
    return text("rule-months", months=lines(*months, separator=", "))


def _month_days(parts: Mapping[str, str]) -> Text | None:
    if "BYMONTHDAY" not in parts:
        return None
    numbers = [int(number) for number in parts["BYMONTHDAY"].split(",")]
    runs = [text("literal", words=run) for run in _runs([n for n in numbers if n > 0])]
    last = [text("rule-last-day")] if -1 in numbers else []
    return text("rule-days", days=lines(*runs, *last, separator=", "))


def _runs(numbers: Sequence[int]) -> list[str]:
    """Consecutive numbers as ranges: 1, 2, 3, 15 are «1–3» and «15»."""
    if not numbers:
        return []
    breaks = [i for i, (a, b) in enumerate(pairwise(numbers), start=1) if b != a + 1]
    bounds = pairwise([0, *breaks, len(numbers)])
    found = [(numbers[first], numbers[after - 1]) for first, after in bounds]
    return [f"{a}–{b}" if a != b else str(a) for a, b in found]


def _weekdays(parts: Mapping[str, str]) -> Texts | None:
    if "BYDAY" not in parts:
        return None
    return lines(*(_weekday(day) for day in parts["BYDAY"].split(",")), separator=", ")


def _weekday(day: str) -> Text:
    name = text(f"weekday-{day[-2:].lower()}")
    match day[:-2]:
        case "":
            return name
        case "-1":
            return text("rule-last-weekday", day=name)
        case nth:
            return text("rule-nth-weekday", day=name, n=nth)
