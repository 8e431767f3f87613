"""Weekdays beside dates: «понедельник, 12 ноября 2024» says twice which day it is, and twice differently."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.reading.deadline_grammar.item import Item
from bot.reading.deadline_grammar.placing import days_of
from bot.reading.deadline_grammar.span import PART, WEEKDAYS


def contradict(weekdays: Sequence[str], items: Sequence[Item]) -> bool:
    """Whether a weekday is not that of its day among the placed items; as many of both go in pairs."""
    days: list[date] = []
    for item in items:
        if item.first.weekday:
            return False  # «вторая среда мая» is found by its weekday
        for span in item.spans:
            if span.scale <= PART:
                days += [day for day in dict.fromkeys(days_of(span)) if isinstance(day, date)]
    named = [WEEKDAYS.index(weekday) for weekday in weekdays]
    written = [day.weekday() for day in days]
    if not days:
        return False
    return named != written if len(named) == len(written) else not set(named) <= set(written)
